import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  renameSync,
  rmdirSync,
  type Stats,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { FsError, fromHost } from "./fs-error.ts";
import { hostMountsBelow } from "./host-mounts.ts";
import type { Stat } from "./node.ts";
import { type OpenFile, type OpenOptions, pathOf, type Segments, type Volume } from "./volume.ts";

const kindOf = (stats: Stats): Stat["kind"] => {
  if (stats.isDirectory()) return "directory";
  if (stats.isSymbolicLink()) return "symlink";
  return stats.isFile() ? "file" : "device";
};

const flagsOf = (options: OpenOptions): number => {
  let flags = options.write === true ? (options.read === false ? constants.O_WRONLY : constants.O_RDWR) : 0;
  if (options.append === true) flags |= constants.O_APPEND;
  if (options.truncate === true && options.write === true) flags |= constants.O_TRUNC;
  if (options.create === true) flags |= constants.O_CREAT;
  if (options.exclusive === true) flags |= constants.O_EXCL;
  // A FIFO on the host would otherwise stop the whole process until somebody opens its other end.
  return flags | (constants.O_NONBLOCK ?? 0);
};

/** A directory or file of the real host, for bind mounts. */
export class HostVolume implements Volume {
  readonly name: string;
  readonly #root: string;
  /** The mounts below the root when the volume was made, if later ones are not to be seen. */
  readonly #mounts: ReadonlyMap<string, string> | undefined;

  constructor(hostPath: string, options: { readonly hidesLaterMounts?: boolean } = {}) {
    this.name = hostPath;
    this.#root = hostPath;
    this.#mounts = options.hidesLaterMounts === true ? hostMountsBelow(hostPath) : undefined;
  }

  /** Whether `path` lies on the file system of the root, and not on one that is mounted below it. */
  isOnRootDevice(path: Segments): boolean {
    const root = lstatSync(this.#root, { throwIfNoEntry: false })?.dev;
    for (let count = path.length; count >= 0; count--) {
      const dev = lstatSync(this.#at(path.slice(0, count)), { throwIfNoEntry: false })?.dev;
      if (dev !== undefined) return dev === root;
    }
    return true;
  }

  /** What is mounted on the host later is not seen: the mount point looks like an empty directory. */
  #hidden(path: Segments): "point" | "below" | undefined {
    if (this.#mounts === undefined || path.length === 0) return undefined;
    const at = this.#at(path);
    for (const [point, mountId] of hostMountsBelow(this.#root)) {
      if (this.#mounts.get(point) === mountId) continue;
      if (at === point) return "point";
      if (at.startsWith(`${point}/`)) return "below";
    }
    return undefined;
  }

  #at(path: Segments): string {
    return path.length === 0 ? this.#root : join(this.#root, ...path);
  }

  lstat(path: Segments): Stat | undefined {
    if (this.#hidden(path) === "below") return undefined;
    const stats = fromHost(pathOf(path), () => lstatSync(this.#at(path), { throwIfNoEntry: false }));
    if (stats === undefined) return undefined;
    const { mode, uid, gid, size, mtimeMs } = stats;
    return { kind: kindOf(stats), mode: mode & 0o7777, uid, gid, size, modifiedMs: mtimeMs };
  }

  readlink(path: Segments): string {
    return fromHost(pathOf(path), () => readlinkSync(this.#at(path)));
  }

  list(path: Segments): readonly string[] {
    if (this.#hidden(path) !== undefined) return [];
    return fromHost(pathOf(path), () => readdirSync(this.#at(path)));
  }

  open(path: Segments, options: OpenOptions): OpenFile {
    const at = this.#at(path);
    if (options.write !== true && this.lstat(path)?.kind === "directory") throw new FsError("EISDIR", pathOf(path));
    const fd = fromHost(pathOf(path), () => openSync(at, flagsOf(options), options.mode ?? 0o644));
    let offset = 0;
    let open = true;
    return {
      read: (maxBytes) =>
        fromHost(pathOf(path), () => {
          const buffer = new Uint8Array(Math.min(maxBytes, 64 * 1024));
          const count = readSync(fd, buffer, 0, buffer.byteLength, options.append === true ? null : offset);
          offset += count;
          return buffer.subarray(0, count);
        }),
      write: (chunk) =>
        fromHost(pathOf(path), () => {
          let done = 0;
          while (done < chunk.byteLength) {
            const position = options.append === true ? null : offset;
            const count = writeSync(fd, chunk, done, chunk.byteLength - done, position);
            done += count;
            offset += count;
          }
        }),
      seek: (position) => {
        offset = position;
      },
      close: () => {
        if (open) closeSync(fd);
        open = false;
      },
    };
  }

  mkdir(path: Segments, mode: number): void {
    fromHost(pathOf(path), () => mkdirSync(this.#at(path), { mode }));
  }

  symlink(path: Segments, target: string): void {
    fromHost(pathOf(path), () => symlinkSync(target, this.#at(path)));
  }

  unlink(path: Segments): void {
    fromHost(pathOf(path), () => unlinkSync(this.#at(path)));
  }

  rmdir(path: Segments): void {
    fromHost(pathOf(path), () => rmdirSync(this.#at(path)));
  }

  rename(from: Segments, to: Segments): void {
    fromHost(pathOf(to), () => renameSync(this.#at(from), this.#at(to)));
  }

  chmod(path: Segments, mode: number): void {
    fromHost(pathOf(path), () => chmodSync(this.#at(path), mode));
  }

  chown(path: Segments, uid: number, gid: number): void {
    fromHost(pathOf(path), () => chownSync(this.#at(path), uid, gid));
  }

  utimes(path: Segments, modifiedMs: number): void {
    fromHost(pathOf(path), () => utimesSync(this.#at(path), new Date(modifiedMs), new Date(modifiedMs)));
  }
}
