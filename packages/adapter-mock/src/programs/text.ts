import { createHash } from "node:crypto";
import type { Program, ProgramContext } from "../process/program.ts";
import { chunksOf, forEachInput, linesOf } from "./inputs.ts";
import { complain, parseCount, parseOptions, parseSize, UsageError } from "./options.ts";
import { CLASSES } from "./patterns.ts";

const cat: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "nuAe" });
  let number = 0;
  return await forEachInput(p, operands, async (path) => {
    if (flags.has("n")) {
      for await (const line of linesOf(p, path)) await p.stdout.line(`${String(++number).padStart(6)}\t${line}`);
    } else for await (const chunk of chunksOf(p, path)) await p.stdout.write(chunk);
  });
};

const headBytes = async (p: ProgramContext, path: string, bytes: number): Promise<void> => {
  let left = bytes;
  if (left === 0) return;
  for await (const chunk of chunksOf(p, path)) {
    await p.stdout.write(chunk.subarray(0, left));
    left -= chunk.byteLength;
    if (left <= 0) return;
  }
};

const headLines = async (p: ProgramContext, path: string, count: number): Promise<void> => {
  let left = count;
  if (left === 0) return;
  for await (const chunk of chunksOf(p, path)) {
    let end = 0;
    while (left > 0 && end < chunk.byteLength) {
      const newline = chunk.indexOf(10, end);
      if (newline < 0) break;
      end = newline + 1;
      left--;
    }
    await p.stdout.write(left === 0 ? chunk.subarray(0, end) : chunk);
    if (left === 0) return;
  }
};

/** `-5` is `-n 5`. */
const withCount = (args: readonly string[]): string[] =>
  args.map((arg) => (/^-\d+$/.test(arg) ? `-n${arg.slice(1)}` : arg));

const withTitles = (
  p: ProgramContext,
  paths: readonly string[],
  each: (path: string) => Promise<void>,
): Promise<number> => {
  let first = true;
  return forEachInput(p, paths, async (path) => {
    if (paths.length > 1) await p.stdout.write(`${first ? "" : "\n"}==> ${path} <==\n`);
    first = false;
    await each(path);
  });
};

const head: Program = async (p) => {
  const { values, operands } = parseOptions(withCount(p.args), { flags: "qv", withValue: "nc" });
  const bytes = values.get("c");
  const count = parseCount(values.get("n") ?? "10");
  return await withTitles(p, operands, (path) =>
    bytes === undefined ? headLines(p, path, count) : headBytes(p, path, parseSize(bytes)),
  );
};

/** Lines or bytes that `tail` keeps at most while it reads. */
const tailLines = async (p: ProgramContext, path: string, count: number): Promise<void> => {
  const kept: string[] = [];
  for await (const line of linesOf(p, path)) {
    kept.push(line);
    if (kept.length > count) kept.shift();
  }
  if (kept.length > 0) await p.stdout.write(`${kept.join("\n")}\n`);
};

/** Milliseconds between two looks of `tail -f`. */
const FOLLOW_MS = 250;

const follow = async (p: ProgramContext, path: string): Promise<void> => {
  let at = p.fs.stat(path)?.size ?? 0;
  for (;;) {
    await p.sleep(FOLLOW_MS);
    const size = p.fs.stat(path)?.size ?? 0;
    if (size < at) at = 0;
    if (size === at) continue;
    const file = p.fs.open(path, { read: true });
    file.seek?.(at);
    for (let chunk = file.read(65_536); chunk.byteLength > 0; chunk = file.read(65_536)) {
      at += chunk.byteLength;
      await p.stdout.write(chunk);
    }
    file.close();
  }
};

const tail: Program = async (p) => {
  const { flags, values, operands } = parseOptions(withCount(p.args), { flags: "fFqv", withValue: "nc" });
  const [path] = operands;
  const wanted = values.get("n") ?? "10";
  const status = await withTitles(p, operands, async (each) => {
    if (wanted.startsWith("+")) {
      let number = 0;
      for await (const line of linesOf(p, each)) if (++number >= Number(wanted)) await p.stdout.line(line);
    } else if (!p.fs.stat(each)?.device) await tailLines(p, each, Math.abs(parseCount(wanted)));
  });
  if ((flags.has("f") || flags.has("F")) && path !== undefined && status === 0) {
    if (p.fs.stat(path)?.kind === "device") return await p.forever();
    await follow(p, path);
  }
  return status;
};

const wc: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "lwcm" });
  const all = flags.size === 0;
  const show = (lines: number, words: number, bytes: number, name: string): Promise<void> => {
    const numbers: number[] = [];
    if (all || flags.has("l")) numbers.push(lines);
    if (all || flags.has("w")) numbers.push(words);
    if (all || flags.has("c") || flags.has("m")) numbers.push(bytes);
    const padded =
      numbers.length === 1 && operands.length <= 1
        ? numbers.join("")
        : numbers.map((n) => String(n).padStart(7)).join(" ");
    return p.stdout.line(name === "" ? padded : `${padded} ${name}`);
  };
  const total = { lines: 0, words: 0, bytes: 0 };
  const status = await forEachInput(p, operands, async (path) => {
    let lines = 0;
    let words = 0;
    let bytes = 0;
    let inWord = false;
    for await (const chunk of chunksOf(p, path)) {
      bytes += chunk.byteLength;
      for (const byte of chunk) {
        if (byte === 10) lines++;
        const space = byte === 32 || (byte >= 9 && byte <= 13);
        if (!space && !inWord) words++;
        inWord = !space;
      }
    }
    total.lines += lines;
    total.words += words;
    total.bytes += bytes;
    await show(lines, words, bytes, path === "-" ? "" : path);
  });
  if (operands.length > 1) await show(total.lines, total.words, total.bytes, "total");
  return status;
};

const allLines = async (p: ProgramContext, paths: readonly string[]): Promise<string[]> => {
  const lines: string[] = [];
  await forEachInput(p, paths, async (path) => {
    for await (const line of linesOf(p, path)) lines.push(line);
  });
  return lines;
};

const sort: Program = async (p) => {
  const { flags, values, operands } = parseOptions(p.args, { flags: "nru", withValue: "kt" });
  const column = Number.parseInt(values.get("k") ?? "0", 10) - 1;
  const separator = values.get("t");
  const key = (line: string): string =>
    column < 0 ? line : ((separator === undefined ? line.trim().split(/\s+/) : line.split(separator))[column] ?? "");
  const compare = (a: string, b: string): number => {
    if (flags.has("n")) return (Number.parseFloat(key(a)) || 0) - (Number.parseFloat(key(b)) || 0);
    return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
  };
  const lines = (await allLines(p, operands)).sort((a, b) => compare(a, b) * (flags.has("r") ? -1 : 1));
  const shown = flags.has("u")
    ? lines.filter((line, index) => index === 0 || compare(line, lines[index - 1] ?? "") !== 0)
    : lines;
  if (shown.length > 0) await p.stdout.write(`${shown.join("\n")}\n`);
};

const uniq: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "cdu" });
  let previous: string | undefined;
  let count = 0;
  const flush = async (): Promise<void> => {
    if (previous === undefined || (flags.has("d") && count < 2) || (flags.has("u") && count > 1)) return;
    await p.stdout.line(flags.has("c") ? `${String(count).padStart(7)} ${previous}` : previous);
  };
  for await (const line of linesOf(p, operands[0] ?? "-")) {
    if (line === previous) count++;
    else {
      await flush();
      previous = line;
      count = 1;
    }
  }
  await flush();
};

const expandSet = (set: string): string[] => [
  ...set
    .replace(/\[:(\w+):\]/g, (_all, name) => CLASSES[String(name)] ?? "")
    .replace(/\\([nrt\\])/g, (_all, letter) => ({ n: "\n", r: "\r", t: "\t" })[String(letter)] ?? "\\")
    .replace(/([^-])-([^-])/g, (_all, from, to) => {
      const [first, last] = [String(from).charCodeAt(0), String(to).charCodeAt(0)];
      return String.fromCharCode(...Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index));
    }),
];

const tr: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "dsc", stopAtOperand: true });
  const from = expandSet(operands[0] ?? "");
  const to = expandSet(operands[1] ?? "");
  const isIn = (character: string): boolean => from.includes(character) !== flags.has("c");
  let last = "";
  const decoder = new TextDecoder();
  for await (const chunk of p.stdin) {
    let out = "";
    for (const character of decoder.decode(chunk, { stream: true })) {
      if (!isIn(character)) {
        out += character;
        last = "";
      } else if (!flags.has("d")) {
        const mapped =
          to.length === 0
            ? character
            : (to[Math.min(flags.has("c") ? to.length - 1 : from.indexOf(character), to.length - 1)] ?? "");
        if (!flags.has("s") || mapped !== last) out += mapped;
        last = mapped;
      }
    }
    if (out !== "") await p.stdout.write(out);
  }
};

const cut: Program = async (p) => {
  const { values, operands } = parseOptions(p.args, { flags: "s", withValue: "dfcb" });
  const wanted = (values.get("f") ?? values.get("c") ?? values.get("b") ?? "").split(",").map((range) => {
    const [first = "", last = first] = range.split("-");
    return [Number(first || 1), last === "" ? Number.POSITIVE_INFINITY : Number(last)] as const;
  });
  const isWanted = (_piece: string, index: number): boolean =>
    wanted.some(([first, last]) => index + 1 >= first && index + 1 <= last);
  const separator = values.get("d") ?? "\t";
  return await forEachInput(p, operands, async (path) => {
    for await (const line of linesOf(p, path)) {
      if (!values.has("f")) await p.stdout.line([...line].filter(isWanted).join(""));
      else
        await p.stdout.line(line.includes(separator) ? line.split(separator).filter(isWanted).join(separator) : line);
    }
  });
};

const tee: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "ai" });
  const files = operands.map((path) =>
    p.fs.open(path, { read: false, write: true, create: true, append: flags.has("a"), truncate: !flags.has("a") }),
  );
  try {
    for await (const chunk of p.stdin) {
      for (const file of files) file.write(chunk);
      await p.stdout.write(chunk);
    }
  } finally {
    for (const file of files) file.close();
  }
};

const digest =
  (algorithm: string): Program =>
  async (p) =>
    await forEachInput(p, p.args.slice(1), async (path) => {
      const hash = createHash(algorithm);
      for await (const chunk of chunksOf(p, path)) hash.update(chunk);
      await p.stdout.line(`${hash.digest("hex")}  ${path}`);
    });

const base64: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "d", withValue: "w" });
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(p, operands[0] ?? "-")) chunks.push(chunk.slice());
  const all = Buffer.concat(chunks);
  if (flags.has("d")) await p.stdout.write(Uint8Array.from(Buffer.from(all.toString("latin1"), "base64")));
  else await p.stdout.line((all.toString("base64").match(/.{1,76}/g) ?? []).join("\n"));
};

const xargs: Program = async (p) => {
  const { values, operands } = parseOptions(p.args, { flags: "r0t", withValue: "nI", stopAtOperand: true });
  const words = (await p.stdin.text()).split(/\s+/).filter((word) => word !== "");
  const command = operands.length === 0 ? ["echo"] : operands;
  const placeholder = values.get("I");
  const size = Number(values.get("n") ?? (placeholder === undefined ? Math.max(words.length, 1) : 1));
  let status = 0;
  for (let at = 0; at < Math.max(words.length, 1); at += size) {
    const part = words.slice(at, at + size);
    const args =
      placeholder === undefined
        ? [...command, ...part]
        : command.map((arg) => arg.replaceAll(placeholder, part.join(" ")));
    if ((await p.spawn(args).wait()) !== 0) status = 123;
  }
  return status;
};

const rev: Program = async (p) => {
  for await (const line of linesOf(p, p.args[1] ?? "-")) await p.stdout.line([...line].reverse().join(""));
};

const cmp: Program = async (p) => {
  const [first, second] = p.args.slice(1).filter((arg) => !arg.startsWith("-"));
  if (first === undefined || second === undefined) throw new UsageError("usage: cmp FILE1 FILE2");
  const [a, b] = [p.fs.readFile(first), p.fs.readFile(second)];
  const at = a.findIndex((byte, index) => byte !== b[index]);
  if (at < 0 && a.byteLength === b.byteLength) return 0;
  await complain(p, `${first} ${second} differ: byte ${(at < 0 ? a.byteLength : at) + 1}`);
  return 1;
};

/** Programs that read text and write text. */
export const TEXT: Readonly<Record<string, Program>> = {
  cat,
  head,
  tail,
  wc,
  sort,
  uniq,
  tr,
  cut,
  tee,
  md5sum: digest("md5"),
  sha1sum: digest("sha1"),
  sha256sum: digest("sha256"),
  base64,
  xargs,
  rev,
  cmp,
};
