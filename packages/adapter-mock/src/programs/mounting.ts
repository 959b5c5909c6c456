import { FsError } from "../filesystem/fs-error.ts";
import { createDirectory } from "../filesystem/node.ts";
import { TreeVolume } from "../filesystem/tree-volume.ts";
import { Process } from "../process/process.ts";
import type { Program } from "../process/program.ts";
import { complain, parseOptions, UsageError } from "./options.ts";

/** `mount`, `mount --bind FROM AT`, `mount -t tmpfs NAME AT`: seen by this container only. */
const mount: Program = async (p) => {
  if (!(p instanceof Process)) return 1;
  const { flags, values, operands } = parseOptions(
    p.args.map((arg) => (arg === "--bind" || arg === "--rbind" ? "-B" : arg)),
    {
      flags: "Br",
      withValue: "to",
    },
  );
  const { fs } = p.space;
  if (operands.length === 0) {
    await p.stdout.write(p.fs.readText("/proc/mounts"));
    return 0;
  }
  const [from, at] = operands;
  if (from === undefined || at === undefined) throw new UsageError("usage: mount [--bind] FROM AT");
  if (!p.space.capabilities.has("SYS_ADMIN")) {
    await complain(p, "permission denied (are you root?)");
    return 1;
  }
  const target = fs.resolve(at, p.cwd);
  if (target.stat === undefined) throw new FsError("ENOENT", at);
  const options = (values.get("o") ?? "").split(",");
  const readonly = flags.has("r") || options.includes("ro");
  if (flags.has("B") || options.includes("bind")) {
    const source = fs.resolve(from, p.cwd);
    if (source.stat === undefined) throw new FsError("ENOENT", from);
    fs.mount({
      at: target.path,
      volume: source.mount.volume,
      from: source.inside,
      readonly: readonly || source.mount.readonly === true,
    });
    return 0;
  }
  if (values.get("t") !== "tmpfs") throw new UsageError(`unknown filesystem type '${values.get("t") ?? "auto"}'`);
  const root = createDirectory({ mode: 0o1777 });
  const nowMs = (): number => Number(p.nowNanos() / 1_000_000n);
  const volume = new TreeVolume({ name: "tmpfs", root, nowMs, randomBytes: (count) => new Uint8Array(count) });
  fs.mount({ at: target.path, volume, readonly });
  return 0;
};

/** `umount AT` */
const umount: Program = async (p) => {
  if (!(p instanceof Process)) return 1;
  const [at] = parseOptions(p.args, { flags: "lf" }).operands;
  if (at === undefined) throw new UsageError("usage: umount AT");
  if (p.space.capabilities.has("SYS_ADMIN") && p.space.fs.unmount(p.space.fs.resolve(at, p.cwd).path)) return 0;
  await complain(p, `can't unmount ${at}: Invalid argument`);
  return 1;
};

/** `df`: what is mounted, and how much of it is used. */
const df: Program = async (p) => {
  if (!(p instanceof Process)) return;
  await p.stdout.line("Filesystem           1K-blocks      Used Available Use% Mounted on");
  for (const { volume, at } of p.space.fs.mounts) {
    const used = volume instanceof TreeVolume ? Math.ceil(volume.usage.bytes / 1024) : 0;
    const total = 100 * 1024 ** 2;
    await p.stdout.line(
      `${volume.name.padEnd(20)} ${total} ${String(used).padStart(9)} ${total - used} ${String(Math.ceil((used * 100) / total)).padStart(3)}% /${at.join("/")}`,
    );
  }
};

/** Programs about what is mounted. */
export const MOUNTING: Readonly<Record<string, Program>> = { mount, umount, df };
