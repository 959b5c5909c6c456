import { ACCESS } from "../filesystem/filesystem.ts";
import type { Program, ProgramContext } from "../process/program.ts";
import { complain, parseCount, UsageError } from "./options.ts";

/** `test EXPRESSION` and `[ EXPRESSION ]` */
const test: Program = async (p) => {
  const args = p.args.slice(1);
  if (p.args[0]?.endsWith("[") === true && args.pop() !== "]") {
    await complain(p, "missing ]");
    return 2;
  }
  return evaluate(p, args) ? 0 : 1;
};

const FILE_TESTS: Readonly<Record<string, (p: ProgramContext, path: string) => boolean>> = {
  "-e": (p, path) => p.fs.exists(path),
  "-f": (p, path) => ["file", "generated"].includes(p.fs.stat(path)?.kind ?? ""),
  "-d": (p, path) => p.fs.stat(path)?.kind === "directory",
  "-L": (p, path) => p.fs.lstat(path)?.kind === "symlink",
  "-h": (p, path) => p.fs.lstat(path)?.kind === "symlink",
  "-c": (p, path) => p.fs.stat(path)?.kind === "device",
  "-s": (p, path) => (p.fs.stat(path)?.size ?? 0) > 0,
  "-r": (p, path) => p.fs.allows(path, ACCESS.read),
  "-w": (p, path) => p.fs.allows(path, ACCESS.write),
  "-x": (p, path) => p.fs.allows(path, ACCESS.execute),
  "-n": (_p, text) => text !== "",
  "-z": (_p, text) => text === "",
  "-t": (p, fd) => fd === "0" && p.tty !== undefined,
};

const COMPARISONS: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  "=": (a, b) => a === b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "-eq": (a, b) => parseCount(a) === parseCount(b),
  "-ne": (a, b) => parseCount(a) !== parseCount(b),
  "-lt": (a, b) => parseCount(a) < parseCount(b),
  "-le": (a, b) => parseCount(a) <= parseCount(b),
  "-gt": (a, b) => parseCount(a) > parseCount(b),
  "-ge": (a, b) => parseCount(a) >= parseCount(b),
};

const evaluate = (p: ProgramContext, args: readonly string[]): boolean => {
  const [first = "", second = "", third = ""] = args;
  const compare = args.length === 3 ? COMPARISONS[second] : undefined;
  if (compare !== undefined) return compare(first, third);
  const or = args.lastIndexOf("-o");
  if (or > 0) return evaluate(p, args.slice(0, or)) || evaluate(p, args.slice(or + 1));
  const and = args.lastIndexOf("-a");
  if (and > 0) return evaluate(p, args.slice(0, and)) && evaluate(p, args.slice(and + 1));
  if (args.length > 1 && first === "!") return !evaluate(p, args.slice(1));
  if (args.length > 2 && first === "(" && args.at(-1) === ")") return evaluate(p, args.slice(1, -1));
  if (args.length <= 1) return first !== "";
  const file = args.length === 2 ? FILE_TESTS[first] : undefined;
  if (file === undefined) throw new UsageError(`unknown operand: ${second}`);
  return file(p, second);
};

/** Programs that ask and answer by their exit code. */
export const CONDITIONS: Readonly<Record<string, Program>> = { test, "[": test };
