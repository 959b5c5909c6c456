import { parseDuration } from "./duration.ts";
import type { Flag, Flags, FlagValues } from "./flag.ts";
import { formatSuggestion } from "./suggest.ts";
import { UsageError } from "./usage-error.ts";

/** A command line taken apart. */
export interface ParsedArguments<F extends Flags> {
  readonly values: FlagValues<F>;
  /** The long names of the flags that were on the command line or in the environment. */
  readonly given: ReadonlySet<string>;
  /** What is no flag, in order. */
  readonly rest: readonly string[];
}

/** How a command line is read. */
export interface ParseOptions {
  /** The first argument that is no flag ends the flags: what follows belongs to another command. Default false. */
  readonly stopsAtArgument?: boolean | undefined;
  /** Where flags with an environment variable look. Default: none. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Said in errors: `crikit ps`. */
  readonly commandName: string;
}

type Value = boolean | string | number | string[];

const toBoolean = (text: string): boolean | undefined =>
  ({ true: true, "1": true, t: true, false: false, "0": false, f: false })[text.toLowerCase()];

const readValue = (flag: Flag, text: string, spelling: string): Value => {
  const refuse = (wanted: string): UsageError =>
    new UsageError(`${spelling} takes ${wanted}, not ${JSON.stringify(text)}`);
  switch (flag.kind) {
    case "switch": {
      const value = toBoolean(text);
      if (value === undefined) throw refuse("true or false");
      return value;
    }
    case "integer":
      if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(Number(text))) throw refuse("a whole number");
      return Number(text);
    case "duration": {
      const ms = parseDuration(text);
      if (ms === undefined) throw refuse('a time such as "2s" or "1m30s"');
      return ms;
    }
    case "text":
      if (flag.choices !== undefined && !flag.choices.includes(text))
        throw new UsageError(
          `${spelling} takes one of ${flag.choices.join(", ")}, not ${JSON.stringify(text)}${formatSuggestion(text, flag.choices)}`,
        );
      return text;
    case "list":
      return [text];
    default:
      return flag satisfies never;
  }
};

const indexSpellings = (flags: Flags): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const [name, flag] of Object.entries(flags))
    for (const spelling of [name, ...(flag.short === undefined ? [] : [flag.short]), ...(flag.aliases ?? [])])
      names.set(spelling, name);
  return names;
};

/** Reads one command line; keeps what it has read so far. */
class ArgumentReader {
  readonly values = new Map<string, Value>();
  readonly given = new Set<string>();
  readonly rest: string[] = [];
  readonly #flags: Flags;
  readonly #names: ReadonlyMap<string, string>;
  readonly #commandName: string;

  constructor(flags: Flags, commandName: string) {
    this.#flags = flags;
    this.#names = indexSpellings(flags);
    this.#commandName = commandName;
  }

  set(name: string, text: string, spelling: string): void {
    const flag = this.#flags[name];
    if (flag === undefined) return;
    const value = readValue(flag, text, spelling);
    const before = this.values.get(name);
    this.values.set(name, Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value);
    this.given.add(name);
  }

  /** Reads the word at `index`, and its value if it takes one; returns the index of the next word. */
  readFlag(words: readonly string[], index: number): number {
    const word = words[index] ?? "";
    const body = word.replace(/^--?/, "");
    const equals = body.indexOf("=");
    const typed = equals < 0 ? body : body.slice(0, equals);
    const name = this.#names.get(typed);
    // A single dash and a whole name is how Go's flags may be written too.
    if (name !== undefined && (word.startsWith("--") ? typed.length > 1 : true)) {
      const value = equals < 0 ? undefined : body.slice(equals + 1);
      return this.#readNamed(name, value, words, index);
    }
    if (!word.startsWith("--") && this.#readLetters(body, words, index)) return this.#nextAfterLetters;
    throw new UsageError(
      `unknown flag ${JSON.stringify(word.split("=")[0])} for "${this.#commandName}"${this.#suggest(typed)}; "${this.#commandName} --help" lists its flags`,
    );
  }

  #nextAfterLetters = 0;

  #suggest(typed: string): string {
    const long = [...this.#names.keys()].filter((name) => name.length > 1);
    const suggestion = formatSuggestion(typed, long);
    return suggestion.replace('mean "', 'mean "--').replace(/\?$/, "");
  }

  #readNamed(name: string, value: string | undefined, words: readonly string[], index: number): number {
    const flag = this.#flags[name];
    const spelling = (words[index] ?? "").split("=")[0] ?? "";
    if (value !== undefined || flag?.kind === "switch") {
      this.set(name, value ?? "true", spelling);
      return index + 1;
    }
    const next = words[index + 1];
    if (next === undefined) throw new UsageError(`${spelling} needs a value; see "${this.#commandName} --help"`);
    this.set(name, next, spelling);
    return index + 2;
  }

  /** `-it`, `-n5`: letters of switches, the last one may take a value. */
  #readLetters(body: string, words: readonly string[], index: number): boolean {
    const found: [string, string | undefined][] = [];
    for (let at = 0; at < body.length; at++) {
      const name = this.#names.get(body[at] ?? "");
      const flag = name === undefined ? undefined : this.#flags[name];
      if (name === undefined || flag === undefined) return false;
      const value = body.slice(at + 1).replace(/^=/, "");
      const takesRest = flag.kind !== "switch" || body[at + 1] === "=";
      found.push([name, takesRest && value !== "" ? value : undefined]);
      if (takesRest) break;
    }
    this.#nextAfterLetters = index + 1;
    for (const [name, value] of found) this.#nextAfterLetters = this.#readNamed(name, value, words, index);
    return found.length > 0;
  }
}

const emptyValue = (flag: Flag): Value | undefined =>
  flag.kind === "switch" ? false : flag.kind === "list" ? [] : undefined;

/**
 * Takes a command line apart by a table of flags. Flags are written as GNU (`--name=value`, `-abc`) and as Go (`-name value`) writes them, and may
 * stand anywhere unless told otherwise; `--` ends them. Throws {@link UsageError} with a suggestion for a flag that is not in the table.
 */
export const parseArguments = <F extends Flags>(
  flags: F,
  words: readonly string[],
  options: ParseOptions,
): ParsedArguments<F> => {
  const reader = new ArgumentReader(flags, options.commandName);
  let index = 0;
  while (index < words.length) {
    const word = words[index] ?? "";
    if (word === "--") {
      reader.rest.push(...words.slice(index + 1));
      break;
    }
    if (word.startsWith("-") && word !== "-") {
      index = reader.readFlag(words, index);
    } else if (options.stopsAtArgument) {
      reader.rest.push(...words.slice(index));
      break;
    } else {
      reader.rest.push(word);
      index += 1;
    }
  }
  for (const [name, flag] of Object.entries(flags)) {
    const text = flag.env === undefined ? undefined : options.env?.[flag.env];
    if (text !== undefined && text !== "" && !reader.given.has(name)) reader.set(name, text, `$${flag.env}`);
  }
  const values = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, reader.values.get(name) ?? emptyValue(flag)]),
  );
  // Built from the same table that the type is computed from.
  return { values: values as FlagValues<F>, given: reader.given, rest: reader.rest };
};
