import { evaluateArithmetic } from "./arithmetic.ts";
import { isPattern, matchesPattern, patternSource, quotePattern, unquotePattern } from "./pattern.ts";
import { ShellError, type ShellState, setVariable } from "./state.ts";
import type { List, Word, WordPart } from "./syntax.ts";

/** Runs commands and gives what they wrote: what `$(…)` needs of the interpreter. */
export type Substitute = (list: List) => Promise<string>;

/** A shell's state, and a way to run commands. */
export interface Expander {
  readonly state: ShellState;
  readonly substitute: Substitute;
}

type Parameter = Extract<WordPart, { kind: "parameter" }>;

/** The value of a parameter; `undefined` if it is not set. */
const valueOfName = (state: ShellState, name: string): string | undefined => {
  if (/^[A-Za-z_]/.test(name)) return state.variables.get(name);
  switch (name) {
    case "?":
      return String(state.status);
    case "$":
      return String(state.process.pid);
    case "!":
      return state.lastBackgroundPid === undefined ? undefined : String(state.lastBackgroundPid);
    case "#":
      return String(state.positional.length);
    case "-":
      return [...state.flags].join("");
    case "0":
      return state.name;
    case "@":
    case "*":
      return state.positional.length === 0 ? undefined : state.positional.join(" ");
    default:
      return state.positional[Number(name) - 1];
  }
};

const removeAffix = (value: string, operator: string, pattern: string): string => {
  const source = patternSource(pattern);
  const lengths = Array.from({ length: value.length + 1 }, (_, length) => length);
  const prefix = operator.startsWith("#");
  const ordered = operator.length === 1 ? lengths : lengths.reverse();
  const whole = new RegExp(`^${source}$`);
  for (const length of ordered) {
    const part = prefix ? value.slice(0, length) : value.slice(value.length - length);
    if (whole.test(part)) return prefix ? value.slice(length) : value.slice(0, value.length - length);
  }
  return value;
};

const parameterValue = async (expander: Expander, part: Parameter): Promise<string | undefined> => {
  const { state } = expander;
  const { name, operator } = part;
  const value = valueOfName(state, name);
  const set = value !== undefined && !(operator.startsWith(":") && value === "");
  const word = (): Promise<string> => expandToText(expander, part.word ?? []);
  switch (operator.replace(":", "")) {
    case "length":
      return String([...(value ?? "")].length);
    case "-":
      return set ? value : await word();
    case "+":
      return set ? await word() : "";
    case "=": {
      if (set) return value;
      const assigned = await word();
      setVariable(state, name, assigned);
      return assigned;
    }
    case "?":
      if (set) return value;
      throw new ShellError(`${name}: ${(await word()) || "parameter not set"}`);
    case "#":
    case "##":
    case "%":
    case "%%":
      return removeAffix(value ?? "", operator, await expandToPattern(expander, part.word ?? []));
    default:
      if (value === undefined && state.flags.has("u") && name !== "@" && name !== "*") {
        throw new ShellError(`${name}: parameter not set`);
      }
      return value;
  }
};

const arithmeticValue = async (expander: Expander, word: Word): Promise<string> => {
  const text = await expandToText(expander, word);
  try {
    return evaluateArithmetic(text, {
      get: (name) => expander.state.variables.get(name),
      set: (name, value) => setVariable(expander.state, name, value),
    });
  } catch (error) {
    if (error instanceof ShellError) throw error;
    throw new ShellError(error instanceof Error ? error.message : String(error));
  }
};

const partValue = async (expander: Expander, part: WordPart): Promise<string> => {
  if (part.kind === "text") return part.text;
  if (part.kind === "parameter") return (await parameterValue(expander, part)) ?? "";
  if (part.kind === "arithmetic") return await arithmeticValue(expander, part.word);
  return (await expander.substitute(part.list)).replace(/\n+$/, "");
};

/** `~` and `~/…` at the start of a word. */
const withHome = (state: ShellState, word: Word): Word => {
  const [first, ...rest] = word;
  if (first?.kind !== "text" || first.quoted || !/^~(?:\/|$)/.test(first.text)) return word;
  const home = state.variables.get("HOME") ?? "/root";
  const after: WordPart = { kind: "text", text: first.text.slice(1), quoted: false };
  return [{ kind: "text", text: home, quoted: true }, after, ...rest];
};

/** Expands a word to one string: no splitting, no file names. */
export const expandToText = async (expander: Expander, word: Word): Promise<string> => {
  let text = "";
  for (const part of withHome(expander.state, word)) text += await partValue(expander, part);
  return text;
};

/** Expands a word to a pattern: what was quoted stands for itself. */
export const expandToPattern = async (expander: Expander, word: Word): Promise<string> => {
  let pattern = "";
  for (const part of withHome(expander.state, word)) {
    const value = await partValue(expander, part);
    pattern += part.quoted ? quotePattern(value) : value;
  }
  return pattern;
};

/** The fields of a word while it is being expanded: as patterns, quoted text escaped. */
class Fields {
  readonly done: string[] = [];
  #current: string | undefined;

  append(text: string): void {
    this.#current = (this.#current ?? "") + text;
  }

  /** Ends the field, if one has begun. */
  cut(): void {
    if (this.#current !== undefined) this.done.push(this.#current);
    this.#current = undefined;
  }

  appendSplit(value: string, separators: string): void {
    const space = [...separators].filter((character) => " \t\n".includes(character));
    let ended = false;
    for (const character of value) {
      if (!separators.includes(character)) {
        this.append(character === "\\" ? "\\\\" : character);
        ended = false;
      } else if (space.includes(character)) this.cut();
      else {
        if (ended || this.#current === undefined) this.append("");
        this.cut();
        ended = true;
      }
    }
  }
}

const appendPositional = (fields: Fields, state: ShellState, part: Parameter): void => {
  state.positional.forEach((value, index) => {
    if (index > 0) fields.cut();
    if (part.quoted) fields.append(quotePattern(value));
    else fields.appendSplit(value, state.variables.get("IFS") ?? " \t\n");
  });
};

const appendPart = async (fields: Fields, expander: Expander, part: WordPart): Promise<void> => {
  const { state } = expander;
  if (part.kind === "parameter" && part.name === "@" && part.operator === "")
    return appendPositional(fields, state, part);
  if (part.kind === "parameter" && part.name === "*" && part.operator === "" && part.quoted) {
    return fields.append(quotePattern(state.positional.join((state.variables.get("IFS") ?? " ").slice(0, 1))));
  }
  const value = await partValue(expander, part);
  if (part.quoted) fields.append(quotePattern(value));
  else if (part.kind === "text") fields.append(value);
  else fields.appendSplit(value, state.variables.get("IFS") ?? " \t\n");
};

const globSegment = (state: ShellState, base: string, pattern: string): string[] => {
  const { fs } = state.process;
  if (!isPattern(pattern)) {
    const path = `${base}${unquotePattern(pattern)}`;
    return fs.lstat(path) === undefined ? [] : [path];
  }
  const directory = base === "" ? "." : base;
  if (fs.stat(directory)?.kind !== "directory") return [];
  return fs
    .readdir(directory)
    .filter((name) => (!name.startsWith(".") || pattern.startsWith(".")) && matchesPattern(name, pattern))
    .map((name) => `${base}${name}`);
};

/** The paths a pattern stands for, sorted; none if nothing matches. */
const glob = (state: ShellState, pattern: string): string[] => {
  const [first = "", ...rest] = pattern.split("/");
  let paths = first === "" ? [""] : globSegment(state, "", first);
  for (const segment of rest) {
    if (segment === "") paths = paths.map((path) => `${path}/`);
    else paths = paths.flatMap((path) => globSegment(state, path.endsWith("/") ? path : `${path}/`, segment));
  }
  return paths.sort();
};

/** Expands a word to the arguments it makes: none, one or several. */
export const expandToFields = async (expander: Expander, word: Word): Promise<readonly string[]> => {
  const fields = new Fields();
  for (const part of withHome(expander.state, word)) await appendPart(fields, expander, part);
  fields.cut();
  return fields.done.flatMap((field) => {
    if (isPattern(field) && !expander.state.flags.has("f")) {
      const paths = glob(expander.state, field);
      if (paths.length > 0) return paths;
    }
    return [unquotePattern(field)];
  });
};
