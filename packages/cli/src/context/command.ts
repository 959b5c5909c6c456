import type { Completion, Flags, FlagValues } from "../arguments/flag.ts";
import type { ParsedArguments } from "../arguments/parse.ts";
import type { GlobalValues } from "./global-flags.ts";
import { type Io, write } from "./io.ts";

/** What a command is run with beside its own flags. */
export interface CommandContext extends Io {
  readonly globals: GlobalValues;
  /** Writes to stdout and settles when it takes more. */
  print(chunk: string | Uint8Array): Promise<void>;
  /** Writes a line to stderr, after the program's name. */
  warn(message: string): void;
  /** As `warn`, with `--debug` only. */
  debug(message: string): void;
}

/** One command: what it takes and what it does. */
export interface Command {
  readonly name: string;
  /** What follows the name in the usage line: `[flags] CONTAINER-ID...`. */
  readonly usage: string;
  /** Said in the help below the usage line. */
  readonly description?: string | undefined;
  readonly examples?: readonly string[] | undefined;
  readonly flags: Flags;
  /** The fewest and the most arguments. */
  readonly arguments: readonly [min: number, max: number];
  /** What completion offers for arguments, one after the other; the last one holds for all that follow. */
  readonly argumentCompletions?: readonly Completion[] | undefined;
  /** Flags end at the first argument. */
  readonly stopsAtArgument?: boolean | undefined;
  /** Returns the exit code; nothing is 0. */
  run(context: CommandContext, input: ParsedArguments<Flags>): Promise<number | undefined>;
}

/** What a command is written as: `flags` typed as in its own table. */
export interface CommandSketch<F extends Flags> extends Omit<Command, "flags" | "run"> {
  readonly flags: F;
  run(context: CommandContext, input: CommandInput<F>): Promise<number | undefined>;
}

/** A command's own flags and arguments. */
export interface CommandInput<F extends Flags> {
  readonly flags: FlagValues<F>;
  /** The flags that were given. */
  readonly given: ReadonlySet<string>;
  readonly args: readonly string[];
}

/** Makes a command whose `run` sees its flags with their types. */
export const defineCommand = <const F extends Flags>(sketch: CommandSketch<F>): Command => ({
  ...sketch,
  run: (context, { values, given, rest }) =>
    // The parser built the values from this very table.
    sketch.run(context, { flags: values as FlagValues<F>, given, args: rest }),
});

/** Joins the streams and the global flags of one run. */
export const createContext = (io: Io, globals: GlobalValues): CommandContext => ({
  ...io,
  globals,
  print: (chunk) => write(io.stdout, chunk),
  warn: (message) => void io.stderr.write(`crikit: ${message}\n`),
  debug: (message) => void (globals.debug && io.stderr.write(`crikit: debug: ${message}\n`)),
});
