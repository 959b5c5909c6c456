import { FsError } from "../filesystem/fs-error.ts";
import type { Program, ProgramContext } from "../process/program.ts";
import { baseName, forEachOperand } from "./operands.ts";
import { parseCount, parseOptions, parseSize, UsageError } from "./options.ts";

const copyFile = (p: ProgramContext, from: string, to: string): void => {
  const source = p.fs.open(from, { read: true });
  const target = p.fs.open(to, { read: false, write: true, create: true, truncate: true, mode: p.fs.stat(from)?.mode });
  try {
    for (let chunk = source.read(65_536); chunk.byteLength > 0; chunk = source.read(65_536)) target.write(chunk);
  } finally {
    source.close();
    target.close();
  }
};

const copyTree = (p: ProgramContext, from: string, to: string): void => {
  const stat = p.fs.lstat(from);
  if (stat === undefined) throw new FsError("ENOENT", from);
  if (stat.kind === "symlink") p.fs.symlink(p.fs.readlink(from), to);
  else if (stat.kind !== "directory") copyFile(p, from, to);
  else {
    if (!p.fs.exists(to)) p.fs.mkdir(to, { mode: stat.mode });
    for (const name of p.fs.readdir(from)) copyTree(p, `${from}/${name}`, `${to}/${name}`);
  }
};

/** The path `from` gets when it goes to `target`, which may be a directory. */
const into = (p: ProgramContext, from: string, target: string): string =>
  p.fs.stat(target)?.kind === "directory" ? `${target}/${baseName(from)}` : target;

const sourcesAndTarget = (
  p: ProgramContext,
  operands: readonly string[],
): { sources: readonly string[]; target: string } => {
  const target = operands.at(-1);
  const sources = operands.slice(0, -1);
  if (target === undefined || sources.length === 0) throw new UsageError("missing operand");
  if (sources.length > 1 && p.fs.stat(target)?.kind !== "directory") throw new FsError("ENOTDIR", target);
  return { sources, target };
};

const cp: Program = (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "rRapfdL" });
  const recursive = ["r", "R", "a"].some((flag) => flags.has(flag));
  const { sources, target } = sourcesAndTarget(p, operands);
  return forEachOperand(p, sources, (source) => {
    const stat = p.fs.stat(source);
    if (stat === undefined) throw new FsError("ENOENT", source);
    if (stat.kind === "directory" && !recursive) throw new UsageError(`omitting directory '${source}'`);
    if (recursive) copyTree(p, source, into(p, source, target));
    else copyFile(p, source, into(p, source, target));
  });
};

const mv: Program = (p) => {
  const { sources, target } = sourcesAndTarget(p, parseOptions(p.args, { flags: "fin" }).operands);
  return forEachOperand(p, sources, (source) => {
    const to = into(p, source, target);
    try {
      p.fs.rename(source, to);
    } catch (error) {
      if (!(error instanceof FsError) || error.code !== "EXDEV") throw error;
      copyTree(p, source, to);
      p.fs.remove(source, { recursive: true });
    }
  });
};

const ln: Program = (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "sfn" });
  const [source, target = "."] = operands;
  if (source === undefined) throw new UsageError("missing operand");
  const to = into(p, source, target);
  if (flags.has("f") && p.fs.lstat(to) !== undefined) p.fs.remove(to);
  if (flags.has("s")) p.fs.symlink(source, to);
  else copyFile(p, source, to);
  return 0;
};

/** `dd if=… of=… bs=… count=…`: one block is in memory at a time, and counts as such. */
const dd: Program = async (p) => {
  const options = new Map(p.args.slice(1).map((arg) => [arg.split("=")[0] ?? "", arg.slice(arg.indexOf("=") + 1)]));
  const blockBytes = parseSize(options.get("bs") ?? "512");
  const blocks = options.has("count") ? parseCount(options.get("count") ?? "") : Number.POSITIVE_INFINITY;
  const from = options.get("if");
  const to = options.get("of");
  const input = from === undefined ? undefined : p.fs.open(from, { read: true });
  const output =
    to === undefined
      ? undefined
      : p.fs.open(to, { read: false, write: true, create: true, truncate: options.get("conv") !== "notrunc" });
  if (options.has("seek")) output?.seek?.(parseCount(options.get("seek") ?? "0") * blockBytes);
  p.allocate(blockBytes);
  let done = 0;
  try {
    for (let left = blocks * blockBytes; left > 0; ) {
      const size = Math.min(left, blockBytes, 65_536);
      const chunk = input === undefined ? await p.stdin.read(size) : input.read(size);
      if (chunk === undefined || chunk.byteLength === 0) break;
      if (output === undefined) await p.stdout.write(chunk);
      else {
        output.write(chunk);
        await p.sleep(0);
      }
      left -= chunk.byteLength;
      done += chunk.byteLength;
    }
  } finally {
    input?.close();
    output?.close();
  }
  const full = Math.floor(done / blockBytes);
  const records = `${full}+${done % blockBytes === 0 ? 0 : 1}`;
  await p.stderr.write(`${records} records in\n${records} records out\n${done} bytes copied\n`);
  return 0;
};

const truncate: Program = (p) => {
  const { values, operands } = parseOptions(p.args, { flags: "c", withValue: "s" });
  const size = parseSize(values.get("s") ?? "0");
  return forEachOperand(p, operands, (path) => {
    const content = p.fs.exists(path) ? p.fs.readFile(path) : new Uint8Array(0);
    const resized = new Uint8Array(size);
    resized.set(content.subarray(0, size));
    p.fs.writeFile(path, resized);
  });
};

const mktemp: Program = (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "dq", withValue: "p" });
  const base = (operands[0] ?? "/tmp/tmp.XXXXXX").replace(/X+$/, "");
  for (let number = 0; ; number++) {
    const path = `${base}${number.toString(36).padStart(6, "a")}`;
    if (p.fs.exists(path)) continue;
    if (flags.has("d")) p.fs.mkdir(path, { mode: 0o700 });
    else p.fs.writeFile(path, "");
    return p.stdout.line(path);
  }
};

/** Programs that copy, move and make files. */
export const COPYING: Readonly<Record<string, Program>> = { cp, mv, ln, dd, truncate, mktemp };
