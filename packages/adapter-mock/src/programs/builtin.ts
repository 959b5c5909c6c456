import type { Program } from "../process/program.ts";
import { sh } from "../shell/sh.ts";
import { CONDITIONS } from "./conditions.ts";
import { COPYING } from "./copying.ts";
import { FILES } from "./files.ts";
import { MOUNTING } from "./mounting.ts";
import { NETWORK } from "./network.ts";
import { PATTERNS } from "./patterns.ts";
import { PRINTING } from "./printing.ts";
import { SERVERS } from "./servers.ts";
import { SYSTEM } from "./system.ts";
import { TEXT } from "./text.ts";

/** Programs that every image with a shell has, as busybox has them. */
export const TOOLS: readonly string[] = [
  ...Object.keys({
    ...PRINTING,
    ...TEXT,
    ...PATTERNS,
    ...FILES,
    ...COPYING,
    ...CONDITIONS,
    ...SYSTEM,
    ...NETWORK,
    ...MOUNTING,
  }),
  "sh",
  "ash",
].sort();

/** Every program the mock brings, by name. */
export const BUILTIN_PROGRAMS: ReadonlyMap<string, Program> = new Map<string, Program>([
  ...Object.entries({
    ...PRINTING,
    ...TEXT,
    ...PATTERNS,
    ...FILES,
    ...COPYING,
    ...CONDITIONS,
    ...SYSTEM,
    ...NETWORK,
    ...MOUNTING,
    ...SERVERS,
  }),
  ["sh", sh],
  ["ash", sh],
  ["bash", sh],
]);
