import { FsError } from "../filesystem/fs-error.ts";
import type { Stat } from "../filesystem/node.ts";
import type { Program, ProgramContext } from "../process/program.ts";
import { baseName, forEachOperand } from "./operands.ts";
import { parseOptions, UsageError } from "./options.ts";

const nowMs = (p: ProgramContext): number => Number(p.nowNanos() / 1_000_000n);

const parentOf = (path: string): string => {
  const parent = path.replace(/\/+$/, "").replace(/\/*[^/]*$/, "");
  return parent === "" ? (path.startsWith("/") ? "/" : ".") : parent;
};

const KIND_LETTERS: Readonly<Record<Stat["kind"], string>> = {
  file: "-",
  directory: "d",
  symlink: "l",
  device: "c",
  generated: "-",
};

/** `drwxr-xr-x` */
const formatMode = (stat: Stat): string => {
  const bits = [...stat.mode.toString(8).padStart(4, "0").slice(-3)].map((digit) => {
    const value = Number(digit);
    return (value & 4 ? "r" : "-") + (value & 2 ? "w" : "-") + (value & 1 ? "x" : "-");
  });
  const text = bits.join("");
  return KIND_LETTERS[stat.kind] + ((stat.mode & 0o4000) !== 0 ? `${text.slice(0, 2)}s${text.slice(3)}` : text);
};

/** The name of a user or group id in /etc/passwd or /etc/group; the number if there is none. */
export const nameOf = (p: ProgramContext, file: string, id: number): string => {
  if (!p.fs.exists(file)) return String(id);
  const line = p.fs
    .readText(file)
    .split("\n")
    .find((candidate) => candidate.split(":")[2] === String(id));
  return line?.split(":")[0] ?? String(id);
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const formatTime = (ms: number): string => {
  const date = new Date(ms);
  const clock = date.toISOString().slice(11, 16);
  return `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${clock}`;
};

const ls: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "AalhdRrtS1inF" });
  const describe = async (name: string, path: string): Promise<void> => {
    const stat = p.fs.lstat(path);
    if (!flags.has("l") || stat === undefined) return await p.stdout.line(name);
    const user = flags.has("n") ? String(stat.uid) : nameOf(p, "/etc/passwd", stat.uid);
    const group = flags.has("n") ? String(stat.gid) : nameOf(p, "/etc/group", stat.gid);
    const link = stat.kind === "symlink" ? ` -> ${p.fs.readlink(path)}` : "";
    await p.stdout.line(
      `${formatMode(stat)}    1 ${user.padEnd(8)} ${group.padEnd(8)} ${String(stat.size).padStart(9)} ${formatTime(stat.modifiedMs)} ${name}${link}`,
    );
  };
  const listDirectory = async (path: string, titled: boolean): Promise<void> => {
    const hidden = flags.has("A") || flags.has("a");
    let names = p.fs.readdir(path).filter((name) => hidden || !name.startsWith("."));
    const statOf = (name: string): Stat | undefined => p.fs.lstat(`${path}/${name}`);
    if (flags.has("t")) names = [...names].sort((a, b) => (statOf(b)?.modifiedMs ?? 0) - (statOf(a)?.modifiedMs ?? 0));
    if (flags.has("S")) names = [...names].sort((a, b) => (statOf(b)?.size ?? 0) - (statOf(a)?.size ?? 0));
    if (flags.has("r")) names = [...names].reverse();
    if (titled) await p.stdout.line(`${path}:`);
    if (flags.has("a")) for (const name of [".", ".."]) await describe(name, `${path}/${name}`);
    for (const name of names) await describe(name, `${path}/${name}`);
    if (!flags.has("R")) return;
    for (const name of names.filter((child) => statOf(child)?.kind === "directory")) {
      await p.stdout.line("");
      await listDirectory(`${path}/${name}`, true);
    }
  };
  const paths = operands.length === 0 ? ["."] : operands;
  return await forEachOperand(p, paths, async (path) => {
    if (p.fs.lstat(path) === undefined) throw new FsError("ENOENT", path);
    const directory = p.fs.stat(path)?.kind === "directory" && !flags.has("d");
    if (directory) await listDirectory(path, paths.length > 1 || flags.has("R"));
    else await describe(path, path);
  });
};

const mkdir: Program = (p) => {
  const { flags, values, operands } = parseOptions(p.args, { flags: "pv", withValue: "m" });
  const mode = values.has("m") ? Number.parseInt(values.get("m") ?? "", 8) : undefined;
  return forEachOperand(p, operands, (path) =>
    p.fs.mkdir(path, { recursive: flags.has("p"), ...(mode === undefined ? {} : { mode }) }),
  );
};

const rm: Program = (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "rRfiv" });
  if (operands.length === 0 && flags.has("f")) return 0;
  const recursive = flags.has("r") || flags.has("R");
  return forEachOperand(p, operands, (path) => {
    const stat = p.fs.lstat(path);
    if (stat === undefined && flags.has("f")) return;
    if (stat?.kind === "directory" && !recursive) throw new FsError("EISDIR", path);
    p.fs.remove(path, { recursive });
  });
};

const rmdir: Program = (p) =>
  forEachOperand(p, parseOptions(p.args, { flags: "p" }).operands, (path) => {
    if (p.fs.lstat(path)?.kind === "file") throw new FsError("ENOTDIR", path);
    p.fs.remove(path);
  });

const touch: Program = (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "acm", withValue: "dtr" });
  return forEachOperand(p, operands, (path) => {
    if (flags.has("c") && !p.fs.exists(path)) return;
    p.fs.touch(path, nowMs(p));
  });
};

/** The mode that "755", "u+x", "go-w" or "a=r" makes of `mode`. */
const changeMode = (text: string, mode: number): number => {
  if (/^[0-7]{1,4}$/.test(text)) return Number.parseInt(text, 8);
  let result = mode;
  for (const clause of text.split(",")) {
    const [, who = "", operator, letters = ""] = /^([ugoa]*)([-+=])([rwxst]*)$/.exec(clause) ?? [];
    if (operator === undefined) throw new UsageError(`invalid mode '${text}'`);
    const shifts = { u: 6, g: 3, o: 0 };
    const bits = (letters.includes("r") ? 4 : 0) | (letters.includes("w") ? 2 : 0) | (letters.includes("x") ? 1 : 0);
    for (const [letter, shift] of Object.entries(shifts)) {
      if (who !== "" && !who.includes("a") && !who.includes(letter)) continue;
      if (operator === "=") result &= ~(7 << shift);
      result = operator === "-" ? result & ~(bits << shift) : result | (bits << shift);
      if (letters.includes("s") && letter === "u") result = operator === "-" ? result & ~0o4000 : result | 0o4000;
    }
  }
  return result;
};

/** What a program asks before a system call that a seccomp profile may refuse. */
interface CallChecks {
  checkCall(call: string, path: string, capability?: string): void;
}

const checksCalls = (p: unknown): p is CallChecks => p !== null && typeof p === "object" && "checkCall" in p;

const chmod: Program = (p) => {
  const { operands } = parseOptions(p.args, { flags: "Rfv" });
  const [mode = "", ...paths] = operands;
  return forEachOperand(p, paths, (path) => {
    if (checksCalls(p)) p.checkCall("chmod", path);
    const stat = p.fs.stat(path);
    if (stat === undefined) throw new FsError("ENOENT", path);
    p.fs.chmod(path, changeMode(mode, stat.mode));
  });
};

const idOf = (p: ProgramContext, file: string, name: string): number => {
  if (/^\d+$/.test(name)) return Number(name);
  const lines = p.fs.exists(file) ? p.fs.readText(file).split("\n") : [];
  const id = lines.find((line) => line.startsWith(`${name}:`))?.split(":")[2];
  if (id === undefined) throw new UsageError(`unknown name '${name}'`);
  return Number(id);
};

const chown: Program = (p) => {
  const { operands } = parseOptions(p.args, { flags: "Rfv" });
  const [owner = "", ...paths] = operands;
  const [user = "", group] = owner.split(":");
  return forEachOperand(p, paths, (path) => {
    const stat = p.fs.stat(path);
    if (stat === undefined) throw new FsError("ENOENT", path);
    const uid = user === "" ? stat.uid : idOf(p, "/etc/passwd", user);
    p.fs.chown(path, uid, group === undefined ? stat.gid : idOf(p, "/etc/group", group));
  });
};

const stat: Program = async (p) => {
  const { values, operands } = parseOptions(p.args, { flags: "Lt", withValue: "c" });
  return await forEachOperand(p, operands, async (path) => {
    const found = p.fs.lstat(path);
    if (found === undefined) throw new FsError("ENOENT", path);
    const fields: Readonly<Record<string, string>> = {
      n: path,
      s: String(found.size),
      a: found.mode.toString(8),
      A: formatMode(found),
      u: String(found.uid),
      g: String(found.gid),
      U: nameOf(p, "/etc/passwd", found.uid),
      G: nameOf(p, "/etc/group", found.gid),
      Y: String(Math.floor(found.modifiedMs / 1000)),
      F: found.kind === "file" ? "regular file" : found.kind,
    };
    const format = values.get("c");
    if (format !== undefined)
      await p.stdout.line(format.replace(/%(.)/g, (all, letter) => fields[String(letter)] ?? all));
    else
      await p.stdout.line(
        `  File: ${path}\n  Size: ${found.size}\tMode: (${fields.a}/${fields.A})\tUid: ${found.uid}\tGid: ${found.gid}`,
      );
  });
};

const readlink: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "fn" });
  const [path] = operands;
  if (path === undefined) throw new UsageError("missing operand");
  if (!flags.has("f") && p.fs.lstat(path)?.kind !== "symlink") return 1;
  await p.stdout.line(flags.has("f") ? p.fs.realpath(path) : p.fs.readlink(path));
  return 0;
};

const realpath: Program = (p) => forEachOperand(p, p.args.slice(1), (path) => p.stdout.line(p.fs.realpath(path)));

const basename: Program = (p) => {
  const [, path = "", suffix = ""] = p.args;
  const name = baseName(path);
  return p.stdout.line(
    suffix !== "" && name.endsWith(suffix) && name !== suffix ? name.slice(0, -suffix.length) : name,
  );
};

const dirname: Program = (p) => p.stdout.line(parentOf(p.args[1] ?? ""));

const walk = (p: ProgramContext, path: string): string[] => {
  const below = p.fs.lstat(path)?.kind === "directory" ? p.fs.readdir(path) : [];
  return [path, ...below.flatMap((name) => walk(p, path === "/" ? `/${name}` : `${path}/${name}`))];
};

const find: Program = async (p) => {
  const tests = p.args.findIndex((arg, index) => index > 0 && arg.startsWith("-"));
  const paths = p.args.slice(1, tests < 0 ? undefined : tests);
  const rest = tests < 0 ? [] : p.args.slice(tests);
  const option = (name: string): string | undefined => {
    const index = rest.indexOf(name);
    return index < 0 ? undefined : rest[index + 1];
  };
  const name = option("-name");
  const kind = option("-type");
  const pattern =
    name === undefined
      ? undefined
      : new RegExp(
          `^${name
            .replace(/[.+^${}()|\\]/g, "\\$&")
            .replaceAll("*", ".*")
            .replaceAll("?", ".")}$`,
        );
  const depth = Number(option("-maxdepth") ?? Number.POSITIVE_INFINITY);
  return await forEachOperand(p, paths.length === 0 ? ["."] : paths, async (path) => {
    if (p.fs.lstat(path) === undefined) throw new FsError("ENOENT", path);
    for (const each of walk(p, path)) {
      if (each.slice(path.length).split("/").filter(Boolean).length > depth) continue;
      if (pattern !== undefined && !pattern.test(baseName(each))) continue;
      const letter = KIND_LETTERS[p.fs.lstat(each)?.kind ?? "file"];
      if (kind !== undefined && letter !== (kind === "f" ? "-" : kind)) continue;
      await p.stdout.line(each);
    }
  });
};

const du: Program = async (p) => {
  const { flags, operands } = parseOptions(p.args, { flags: "shkam" });
  return await forEachOperand(p, operands.length === 0 ? ["."] : operands, async (path) => {
    const sizeOf = (each: string): number =>
      walk(p, each).reduce((sum, file) => sum + Math.ceil((p.fs.lstat(file)?.size ?? 0) / 1024), 0);
    const shown = flags.has("s") ? [path] : walk(p, path).filter((each) => p.fs.lstat(each)?.kind === "directory");
    for (const each of shown.reverse()) await p.stdout.line(`${sizeOf(each)}\t${each}`);
  });
};

/** Programs about files. */
export const FILES: Readonly<Record<string, Program>> = {
  ls,
  mkdir,
  rm,
  rmdir,
  touch,
  chmod,
  chown,
  stat,
  readlink,
  realpath,
  basename,
  dirname,
  find,
  du,
};
