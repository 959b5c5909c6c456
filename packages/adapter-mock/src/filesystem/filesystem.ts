import { FsError } from "./fs-error.ts";
import type { Stat } from "./node.ts";
import { type OpenFile, type OpenOptions, pathOf, type Segments, type Volume } from "./volume.ts";

/** A volume, or a part of it, seen at a path. */
export interface Mount {
  /** Absolute path of the mount point, as names. */
  readonly at: Segments;
  readonly volume: Volume;
  /** What part of the volume is mounted; default its root. */
  readonly from?: Segments | undefined;
  readonly readonly?: boolean | undefined;
  readonly noexec?: boolean | undefined;
  /** Where a read-only mount can be written to all the same: what is mounted below its source, unless it is read-only recursively. */
  readonly isWritable?: ((inside: Segments) => boolean) | undefined;
}

/** Who acts on files. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/** A path after links and mounts have been followed. */
export interface Place {
  readonly mount: Mount;
  /** Inside the mount's volume. */
  readonly inside: Segments;
  /** Absolute, as the container sees it. */
  readonly path: Segments;
  readonly stat: Stat | undefined;
}

/** What is wanted of a file: bits as in its mode. */
export const ACCESS = { execute: 1, write: 2, read: 4 } as const;

/** Links followed before a path is called a loop, as in Linux. */
const MAX_LINKS = 40;

const ROOT: Credentials = { uid: 0, gid: 0, groups: [] };

const startsWith = (path: Segments, prefix: Segments): boolean =>
  prefix.length <= path.length && prefix.every((name, index) => path[index] === name);

/** Whether the mode bits of `stat` give `who` the access; root may do all but execute what nobody may. */
export const isAllowed = (stat: Stat, who: Credentials, access: number): boolean => {
  if (who.uid === 0) return (access & ACCESS.execute) === 0 || stat.kind === "directory" || (stat.mode & 0o111) !== 0;
  const shift = stat.uid === who.uid ? 6 : stat.gid === who.gid || who.groups.includes(stat.gid) ? 3 : 0;
  return ((stat.mode >> shift) & access) === access;
};

/** The mounts of one container and the rules of paths: links, mount points, read-only mounts, modes. */
export class FileSystem {
  #mounts: readonly Mount[];

  constructor(mounts: readonly Mount[]) {
    this.#mounts = mounts;
  }

  get mounts(): readonly Mount[] {
    return this.#mounts;
  }

  /** Mounts on top of what is there. */
  mount(mount: Mount): void {
    this.#mounts = [...this.#mounts, mount];
  }

  /** Removes the topmost mount at `at`; `false` if there is none. */
  unmount(at: Segments): boolean {
    const index = this.#mounts.findLastIndex((mount) => pathOf(mount.at) === pathOf(at));
    if (index <= 0) return false;
    this.#mounts = this.#mounts.toSpliced(index, 1);
    return true;
  }

  /** Follows `path` (absolute, or from `cwd`). The last name may be missing; a missing directory before it is an error. */
  resolve(path: string, cwd: string, options: { readonly follow?: boolean; readonly as?: Credentials } = {}): Place {
    if (path === "") throw new FsError("ENOENT", path);
    const who = options.as ?? ROOT;
    const pending = (path.startsWith("/") ? path : `${cwd}/${path}`).split("/").reverse();
    const mustBeDirectory = path.length > 1 && path.endsWith("/");
    let links = 0;
    let place = this.#place([]);
    while (pending.length > 0) {
      const name = pending.pop();
      if (name === undefined || name === "" || name === ".") continue;
      if (place.stat === undefined) throw new FsError("ENOENT", path);
      if (place.stat.kind !== "directory") throw new FsError("ENOTDIR", path);
      if (!isAllowed(place.stat, who, ACCESS.execute)) throw new FsError("EACCES", path);
      if (name === "..") {
        place = this.#place(place.path.slice(0, -1));
        continue;
      }
      const next = this.#place([...place.path, name]);
      const last = pending.every((part) => part === "");
      if (next.stat?.kind === "symlink" && (!last || options.follow !== false || mustBeDirectory)) {
        if (++links > MAX_LINKS) throw new FsError("ELOOP", path);
        const target = next.mount.volume.readlink(next.inside);
        if (target.startsWith("/")) place = this.#place([]);
        pending.push(...target.split("/").reverse());
        continue;
      }
      place = next;
    }
    if (mustBeDirectory && place.stat !== undefined && place.stat.kind !== "directory")
      throw new FsError("ENOTDIR", path);
    return place;
  }

  #place(path: Segments): Place {
    let best: Mount | undefined;
    for (const mount of this.#mounts) {
      if (startsWith(path, mount.at) && mount.at.length >= (best?.at.length ?? 0)) best = mount;
    }
    if (best === undefined) throw new FsError("ENOENT", pathOf(path));
    const inside = [...(best.from ?? []), ...path.slice(best.at.length)];
    const stat = best.volume.lstat(inside) ?? this.#mountPoint(path);
    return { mount: best, inside, path, stat };
  }

  /** A directory that exists only because something is mounted below it. */
  #mountPoint(path: Segments): Stat | undefined {
    if (!this.#mounts.some((mount) => mount.at.length > path.length && startsWith(mount.at, path))) return undefined;
    return { kind: "directory", mode: 0o755, uid: 0, gid: 0, size: 4096, modifiedMs: 0 };
  }

  /** The names in a directory, those of mount points included, sorted. */
  list(place: Place, path: string): readonly string[] {
    if (place.stat === undefined) throw new FsError("ENOENT", path);
    if (place.stat.kind !== "directory") throw new FsError("ENOTDIR", path);
    const names = new Set(
      place.mount.volume.lstat(place.inside) === undefined ? [] : place.mount.volume.list(place.inside),
    );
    for (const mount of this.#mounts) {
      const name = mount.at[place.path.length];
      if (name !== undefined && startsWith(mount.at, place.path)) names.add(name);
    }
    return [...names].sort();
  }

  /** Refuses a change where the mount is read-only. */
  checkWritable(place: Place, path: string): void {
    if (place.mount.readonly === true && place.mount.isWritable?.(place.inside) !== true)
      throw new FsError("EROFS", path);
  }

  /** Refuses adding or removing names in the directory of `place`. */
  checkDirectoryWritable(place: Place, path: string, as: Credentials): void {
    this.checkWritable(place, path);
    const parent = this.#place(place.path.slice(0, -1));
    if (parent.stat === undefined) throw new FsError("ENOENT", path);
    if (!isAllowed(parent.stat, as, ACCESS.write | ACCESS.execute)) throw new FsError("EACCES", path);
  }

  open(path: string, cwd: string, options: OpenOptions & { readonly as?: Credentials }): OpenFile {
    const as = options.as ?? ROOT;
    const place = this.resolve(path, cwd, { as });
    if (place.stat === undefined) {
      if (options.create !== true) throw new FsError("ENOENT", path);
      this.checkDirectoryWritable(place, path, as);
    } else {
      const device = place.stat.kind === "device";
      if (options.write === true && !device) this.checkWritable(place, path);
      const access = (options.write === true ? ACCESS.write : 0) | (options.read === false ? 0 : ACCESS.read);
      if (!isAllowed(place.stat, as, access)) throw new FsError("EACCES", path);
    }
    try {
      return place.mount.volume.open(place.inside, { ...options, uid: as.uid, gid: as.gid });
    } catch (error) {
      throw error instanceof FsError ? new FsError(error.code, path) : error;
    }
  }
}
