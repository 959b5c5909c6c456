import type { ProgramContext } from "../process/program.ts";

/** A command line taken apart as getopt does. */
export interface ParsedOptions {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/** What a program throws when it was called wrongly; the process prints why and exits 1, as with any error. */
export class UsageError extends Error {}

/**
 * Parses single-letter options; those in `withValue` take a value. Options may stand after operands unless `stopAtOperand` is set.
 * Throws a {@link UsageError} for an unknown one.
 */
export const parseOptions = (
  args: readonly string[],
  spec: { readonly flags: string; readonly withValue?: string; readonly stopAtOperand?: boolean },
): ParsedOptions => {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (let index = 1; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--") {
      operands.push(...args.slice(index + 1));
      break;
    }
    if (!arg.startsWith("-") || arg === "-" || arg.startsWith("--")) {
      operands.push(arg);
      if (spec.stopAtOperand === true) {
        operands.push(...args.slice(index + 1));
        break;
      }
      continue;
    }
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] ?? "";
      if (spec.flags.includes(letter)) {
        flags.add(letter);
      } else if (spec.withValue?.includes(letter) === true) {
        const value = arg.length > at + 1 ? arg.slice(at + 1) : args[++index];
        if (value === undefined) throw new UsageError(`option requires an argument -- '${letter}'`);
        values.set(letter, value);
        break;
      } else throw new UsageError(`unrecognized option -- '${letter}'`);
    }
  }
  return { flags, values, operands };
};

/** A number with a binary suffix, as `dd` and `head -c` take it. Throws a {@link UsageError}. */
export const parseSize = (text: string): number => {
  const match = /^(\d+)([bkKmMgG]?)(?:i?B)?$/.exec(text);
  const [, digits, suffix = ""] = match ?? [];
  if (digits === undefined) throw new UsageError(`invalid number '${text}'`);
  const factor = { "": 1, b: 512, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[suffix.toLowerCase()] ?? 1;
  return Number(digits) * factor;
};

/** A whole number; throws a {@link UsageError}. */
export const parseCount = (text: string): number => {
  if (!/^[-+]?\d+$/.test(text)) throw new UsageError(`invalid number '${text}'`);
  return Number(text);
};

/** Prints `NAME: message` on the program's stderr. */
export const complain = (p: ProgramContext, message: string): Promise<void> =>
  p.stderr.line(`${p.args[0] ?? "?"}: ${message}`);
