import { type Completion, type Flag, type Flags, spellingsOf } from "../arguments/flag.ts";
import type { Command } from "../context/command.ts";
import { GLOBAL_FLAGS } from "../context/global-flags.ts";

/** What could stand at the end of a command line, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly meaning: string;
}

/** Lists what a runtime has of a kind. */
export type ListThings = (kind: "container" | "pod" | "image") => Promise<readonly Candidate[]>;

/** A command that can be loaded. */
export interface LoadableCommand {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

/** Stands for "file names": the shell knows them best. */
export const FILES: Candidate = { value: ":file", meaning: "" };

const findFlag = (flags: Flags, word: string): Flag | undefined => {
  const typed = word.replace(/^--?/, "").split("=")[0] ?? "";
  return Object.entries(flags).find(([name, flag]) =>
    spellingsOf(name, flag).includes(word.startsWith("--") ? `--${typed}` : `-${typed}`),
  )?.[1];
};

const complete = async (completion: Completion | undefined, list: ListThings): Promise<readonly Candidate[]> => {
  if (completion === undefined) return [];
  if (completion === "file") return [FILES];
  return typeof completion === "string" ? list(completion) : completion.map((value) => ({ value, meaning: "" }));
};

const flagCandidates = (flags: Flags): readonly Candidate[] =>
  Object.entries(flags).flatMap(([name, flag]) =>
    spellingsOf(name, flag).map((value) => ({ value, meaning: flag.summary })),
  );

/** What has been typed of one command's own words. */
interface Typed {
  readonly flags: Flags;
  readonly before: readonly string[];
  readonly current: string;
}

/** The value of a flag that is being typed: `--output js`, `--output=js`; `undefined` if it is no value. */
const valueCandidates = async (
  { flags, before, current }: Typed,
  list: ListThings,
): Promise<readonly Candidate[] | undefined> => {
  const equals = current.startsWith("--") ? current.indexOf("=") : -1;
  if (equals > 0) {
    const found = await complete(findFlag(flags, current)?.completion, list);
    return found.map(({ value, meaning }) => ({
      value: value === ":file" ? value : current.slice(0, equals + 1) + value,
      meaning,
    }));
  }
  const last = before.at(-1) ?? "";
  const flag = last.startsWith("-") && !last.includes("=") ? findFlag(flags, last) : undefined;
  return flag === undefined || flag.kind === "switch" ? undefined : complete(flag.completion, list);
};

/** The words before that are no flags and no values of flags. */
const argumentsOf = ({ flags, before }: Typed): readonly string[] => {
  const found: string[] = [];
  for (let at = 0; at < before.length; at += 1) {
    const word = before[at] ?? "";
    if (!word.startsWith("-")) found.push(word);
    else if (!word.includes("=") && (findFlag(flags, word)?.kind ?? "switch") !== "switch") at += 1;
  }
  return found;
};

const commandCandidates = async (
  entry: LoadableCommand,
  words: readonly string[],
  list: ListThings,
): Promise<readonly Candidate[]> => {
  const { command } = await entry.load();
  const globals = Object.fromEntries(
    Object.entries(GLOBAL_FLAGS).map(([name, flag]) => [name, { ...flag, short: undefined }]),
  );
  const flags: Flags = { ...globals, help: { kind: "switch", short: "h", summary: "Help" }, ...command.flags };
  const typed = { flags, before: words.slice(0, -1), current: words.at(-1) ?? "" };
  const count = argumentsOf(typed).length;
  if (command.stopsAtArgument && count > 0) return [FILES];
  const values = await valueCandidates(typed, list);
  if (values !== undefined) return values;
  if (typed.current.startsWith("-")) return flagCandidates(flags);
  const completions = command.argumentCompletions ?? [];
  return complete(completions[Math.min(count, completions.length - 1)], list);
};

const isMatch =
  (current: string) =>
  (candidate: Candidate): boolean =>
    candidate === FILES || candidate.value.startsWith(current);

/** What could stand in the place of the last of `words`: commands, flags, values of flags, ids. */
export const findCandidates = async (
  commands: readonly LoadableCommand[],
  words: readonly string[],
  list: ListThings,
): Promise<readonly Candidate[]> => {
  const current = words.at(-1) ?? "";
  for (let at = 0; at < words.length - 1; at += 1) {
    const word = words[at] ?? "";
    if (word.startsWith("-")) {
      const flag = findFlag(GLOBAL_FLAGS, word);
      if (flag !== undefined && flag.kind !== "switch" && !word.includes("=")) at += 1;
      continue;
    }
    const entry = commands.find(({ name, aliases }) => name === word || aliases?.includes(word));
    if (entry === undefined && word !== "help") return [];
    if (entry !== undefined)
      return (await commandCandidates(entry, words.slice(at + 1), list)).filter(isMatch(current));
    break;
  }
  const globals = { flags: GLOBAL_FLAGS, before: words.slice(0, -1), current };
  const values = await valueCandidates(globals, list);
  if (values !== undefined) return values.filter(isMatch(current));
  if (current.startsWith("-")) return flagCandidates(GLOBAL_FLAGS).filter(isMatch(current));
  return commands.map(({ name, summary }) => ({ value: name, meaning: summary })).filter(isMatch(current));
};
