import type { Flags } from "./arguments/flag.ts";
import { parseArguments } from "./arguments/parse.ts";
import { formatSuggestion } from "./arguments/suggest.ts";
import { UsageError } from "./arguments/usage-error.ts";
import { COMMANDS, type CommandEntry } from "./commands/table.ts";
import { type Command, createContext } from "./context/command.ts";
import { CommandError, systemCodeOf } from "./context/command-error.ts";
import { GLOBAL_FLAGS, type GlobalValues } from "./context/global-flags.ts";
import { type Io, write } from "./context/io.ts";
import { formatCommandHelp, formatHelp } from "./help/help.ts";
import { VERSION } from "./version.ts";

const USAGE_EXIT = 2;
const INTERRUPTED_EXIT = 130;
/** What a shell reports of a program that SIGPIPE has ended. */
const BROKEN_PIPE_EXIT = 141;

const META_FLAGS = {
  help: { kind: "switch", short: "h", summary: "Help" },
  version: { kind: "switch", short: "v", summary: "The version of crikit" },
} as const;

const findCommand = (name: string): CommandEntry => {
  const entry = COMMANDS.find((candidate) => candidate.name === name || candidate.aliases?.includes(name));
  if (entry !== undefined) return entry;
  const words = COMMANDS.flatMap((candidate) => [candidate.name, ...(candidate.aliases ?? [])]);
  throw new UsageError(
    `unknown command ${JSON.stringify(name)}${formatSuggestion(name, words)}; "crikit help" lists commands`,
  );
};

/** The global flags by their long names only: after a command's name their letters are the command's. The environment has been read by then. */
const longGlobals = Object.fromEntries(
  Object.entries(GLOBAL_FLAGS).map(([name, flag]) => [name, { ...flag, short: undefined, env: undefined }]),
) as Flags;

const checkArgumentCount = (command: Command, count: number): void => {
  const [min, max] = command.arguments;
  if (count >= min && count <= max) return;
  const wanted = max === 0 ? "no arguments" : `"${command.usage}"`;
  const got = count === 0 ? "none" : String(count);
  throw new UsageError(`${command.name} takes ${wanted}, got ${got}; see "crikit ${command.name} --help"`);
};

const runCommand = async (
  entry: CommandEntry,
  words: readonly string[],
  io: Io,
  before: GlobalValues,
): Promise<number> => {
  const { command } = await entry.load();
  const { help } = META_FLAGS;
  const table: Flags = { ...longGlobals, help, ...command.flags };
  const commandName = `crikit ${command.name}`;
  const parsed = parseArguments(table, words, { commandName, stopsAtArgument: command.stopsAtArgument, env: io.env });
  if (parsed.values.help === true) {
    await write(io.stdout, formatCommandHelp(command, entry));
    return 0;
  }
  const isGlobal = (name: string): boolean => Object.hasOwn(GLOBAL_FLAGS, name) && !Object.hasOwn(command.flags, name);
  const after = Object.entries(parsed.values).filter(([name]) => isGlobal(name) && parsed.given.has(name));
  checkArgumentCount(command, parsed.rest.length);
  const context = createContext(io, { ...before, ...Object.fromEntries(after) } as GlobalValues);
  return (await command.run(context, parsed)) ?? 0;
};

/** Answers a shell's completion script; the words after `--` are the command line, the last one is being typed. */
const printCandidates = async (words: readonly string[], io: Io): Promise<number> => {
  const typed = words[0] === "--" ? words.slice(1) : words;
  const { findCandidates } = await import("./completion/candidates.ts");
  const { createThings } = await import("./completion/things.ts");
  const isCommand = (word: string): boolean => COMMANDS.some(({ name }) => name === word);
  const named = typed.slice(0, Math.max(0, typed.findIndex(isCommand)));
  const { values } = parseArguments(GLOBAL_FLAGS, named, { commandName: "crikit", env: io.env });
  const candidates = await findCandidates(COMMANDS, typed, createThings(createContext(io, values)));
  await write(
    io.stdout,
    candidates.map(({ value, meaning }) => `${value}\t${meaning}\n`.replace(/^:file\t/, ":file")).join(""),
  );
  return 0;
};

const runWords = async (words: readonly string[], io: Io): Promise<number> => {
  if (words[0] === "__complete") return printCandidates(words.slice(1), io);
  const { values, rest } = parseArguments({ ...GLOBAL_FLAGS, ...META_FLAGS }, words, {
    commandName: "crikit",
    stopsAtArgument: true,
    env: io.env,
  });
  const [name, ...others] = rest;
  if (values.version) {
    await write(io.stdout, `crikit version ${VERSION}\n`);
    return 0;
  }
  const asksHelp = values.help || name === "help" || name === "h";
  const topic = name === "help" || name === "h" ? others[0] : name;
  if (asksHelp && topic !== undefined) return runCommand(findCommand(topic), ["--help"], io, values);
  if (asksHelp || name === undefined) {
    await write(asksHelp ? io.stdout : io.stderr, formatHelp(COMMANDS));
    return asksHelp ? 0 : USAGE_EXIT;
  }
  return runCommand(findCommand(name), others, io, values);
};

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, "; ");

const explain = (error: unknown, io: Io): number => {
  if (systemCodeOf(error) === "EPIPE") return BROKEN_PIPE_EXIT;
  if (io.signal.aborted) {
    io.stderr.write("crikit: interrupted\n");
    return INTERRUPTED_EXIT;
  }
  const message = error instanceof Error ? error.message : String(error);
  io.stderr.write(`crikit: ${oneLine(message)}\n`);
  if (io.env.CRIKIT_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  if (error instanceof UsageError) return USAGE_EXIT;
  return error instanceof CommandError ? error.exitCode : 1;
};

/**
 * Runs one command line of `crikit`, without the program's name, and returns the exit code: 0, 1 for what could not be done, 2 for a command line that
 * cannot be understood, 130 for an interruption; `exec` has the code of what it ran. Every error is one line on stderr.
 */
export const runCrikit = async (words: readonly string[], io: Io): Promise<number> => {
  try {
    return await runWords(words, io);
  } catch (error) {
    return explain(error, io);
  }
};
