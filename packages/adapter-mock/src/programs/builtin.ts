import type { Program } from "../process/program.ts";
import { sh } from "../shell/sh.ts";
import { FILES } from "./files.ts";
import { MOUNTING } from "./mounting.ts";
import { NETWORK } from "./network.ts";
import { complain, UsageError } from "./options.ts";
import { PRINTING } from "./printing.ts";
import { SERVERS } from "./servers.ts";
import { SYSTEM } from "./system.ts";
import { TEXT } from "./text.ts";

/** A program that prints how it was called wrongly and exits 1. */
const withUsage =
  (program: Program): Program =>
  async (p) => {
    try {
      return await program(p);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      await complain(p, error.message);
      return 1;
    }
  };

/** Programs that every image with a shell has, as busybox has them. */
export const TOOLS: readonly string[] = [
  ...Object.keys({ ...PRINTING, ...TEXT, ...FILES, ...SYSTEM, ...NETWORK, ...MOUNTING }),
  "sh",
  "ash",
].sort();

/** Every program the mock brings, by name. */
export const BUILTIN_PROGRAMS: ReadonlyMap<string, Program> = new Map([
  ...Object.entries({ ...PRINTING, ...TEXT, ...FILES, ...SYSTEM, ...NETWORK, ...MOUNTING, ...SERVERS }).map(
    ([name, program]) => [name, withUsage(program)] as const,
  ),
  ["sh", sh],
  ["ash", sh],
  ["bash", sh],
]);
