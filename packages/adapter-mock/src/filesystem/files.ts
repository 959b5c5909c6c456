import { type Credentials, type FileSystem, isAllowed, type Place } from "./filesystem.ts";
import { FsError } from "./fs-error.ts";
import type { Stat } from "./node.ts";
import type { OpenFile, OpenOptions } from "./volume.ts";

/** The files of a container as one process sees them: paths may be relative, and its user's rights hold. */
export interface Files {
  /** `undefined` if there is nothing; links are followed. */
  stat(path: string): Stat | undefined;
  /** As `stat`, of a link itself. */
  lstat(path: string): Stat | undefined;
  exists(path: string): boolean;
  /** Whether the process may do what the bits of `ACCESS` say. */
  allows(path: string, access: number): boolean;
  readFile(path: string): Uint8Array;
  readText(path: string): string;
  writeFile(path: string, content: string | Uint8Array): void;
  appendFile(path: string, content: string | Uint8Array): void;
  open(path: string, options: OpenOptions): OpenFile;
  readdir(path: string): readonly string[];
  mkdir(path: string, options?: { readonly mode?: number; readonly recursive?: boolean }): void;
  /** Removes a file or an empty directory; all that is in it with `recursive`. */
  remove(path: string, options?: { readonly recursive?: boolean }): void;
  rename(from: string, to: string): void;
  symlink(target: string, path: string): void;
  readlink(path: string): string;
  chmod(path: string, mode: number): void;
  chown(path: string, uid: number, gid: number): void;
  touch(path: string, modifiedMs: number): void;
  /** The path without links and dots. */
  realpath(path: string): string;
}

const READ_BYTES = 64 * 1024;
const encoder = new TextEncoder();

const readAll = (file: OpenFile): Uint8Array => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let chunk = file.read(READ_BYTES); chunk.byteLength > 0; chunk = file.read(READ_BYTES)) {
    chunks.push(chunk);
    size += chunk.byteLength;
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
};

/** Who looks, and from where; asked at each operation, for both may change. */
export interface Viewer {
  /** What /proc/self is. */
  readonly pid: number;
  readonly cwd: string;
  readonly credentials: Credentials;
}

const named = <T>(path: string, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    throw error instanceof FsError ? new FsError(error.code, path) : error;
  }
};

/** The view of `viewer` on the files of a container; `container.fs` is asked for at each operation. */
export const createFiles = (container: { readonly fs: FileSystem }, viewer: Viewer): Files => {
  const own = (path: string): string => path.replace(/^\/proc\/self(?=\/|$)/, `/proc/${viewer.pid}`);
  const place = (path: string, follow = true): Place =>
    container.fs.resolve(own(path), viewer.cwd, { follow, as: viewer.credentials });
  const changed = (path: string, follow: boolean): Place => {
    const at = place(path, follow);
    if (at.stat === undefined) throw new FsError("ENOENT", path);
    container.fs.checkWritable(at, path);
    if (viewer.credentials.uid !== 0 && at.stat.uid !== viewer.credentials.uid) throw new FsError("EPERM", path);
    return at;
  };
  const statOf = (path: string, follow: boolean): Stat | undefined => {
    try {
      return place(path, follow).stat;
    } catch (error) {
      if (error instanceof FsError && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
      throw error;
    }
  };
  const open = (path: string, options: OpenOptions): OpenFile =>
    named(path, () => container.fs.open(own(path), viewer.cwd, { ...options, as: viewer.credentials }));
  const put = (path: string, content: string | Uint8Array, options: OpenOptions): void => {
    const file = open(path, { ...options, write: true, read: false, create: true });
    try {
      file.write(typeof content === "string" ? encoder.encode(content) : content);
    } finally {
      file.close();
    }
  };
  const files: Files = {
    stat: (path) => statOf(path, true),
    lstat: (path) => statOf(path, false),
    exists: (path) => statOf(path, true) !== undefined,
    allows(path, access) {
      const stat = statOf(path, true);
      return stat !== undefined && isAllowed(stat, viewer.credentials, access);
    },
    readFile(path) {
      const file = open(path, { read: true });
      try {
        return readAll(file);
      } finally {
        file.close();
      }
    },
    readText: (path) => new TextDecoder().decode(files.readFile(path)),
    writeFile: (path, content) => put(path, content, { truncate: true }),
    appendFile: (path, content) => put(path, content, { append: true }),
    open,
    readdir: (path) => container.fs.list(place(path), path),
    mkdir(path, options = {}) {
      if (options.recursive === true) {
        const names = path.split("/");
        for (let count = 1; count < names.length; count++) {
          const parent = names.slice(0, count).join("/");
          if (parent !== "" && !files.exists(parent)) files.mkdir(parent);
        }
        if (files.stat(path)?.kind === "directory") return;
      }
      const at = place(path);
      if (at.stat !== undefined) throw new FsError("EEXIST", path);
      container.fs.checkDirectoryWritable(at, path, viewer.credentials);
      const { uid, gid } = viewer.credentials;
      named(path, () => at.mount.volume.mkdir(at.inside, options.mode ?? 0o755, { uid, gid }));
    },
    remove(path, options = {}) {
      const at = place(path, false);
      if (at.stat === undefined) throw new FsError("ENOENT", path);
      container.fs.checkDirectoryWritable(at, path, viewer.credentials);
      if (container.fs.mounts.some((mount) => mount.at.join("/") === at.path.join("/")))
        throw new FsError("EBUSY", path);
      if (at.stat.kind !== "directory") return named(path, () => at.mount.volume.unlink(at.inside));
      if (options.recursive === true) for (const name of files.readdir(path)) files.remove(`${path}/${name}`, options);
      named(path, () => at.mount.volume.rmdir(at.inside));
    },
    rename(from, to) {
      const source = place(from, false);
      if (source.stat === undefined) throw new FsError("ENOENT", from);
      const target = place(to, false);
      container.fs.checkDirectoryWritable(source, from, viewer.credentials);
      container.fs.checkDirectoryWritable(target, to, viewer.credentials);
      if (source.mount.volume !== target.mount.volume) throw new FsError("EXDEV", to);
      named(to, () => source.mount.volume.rename(source.inside, target.inside));
    },
    symlink(target, path) {
      const at = place(path, false);
      if (at.stat !== undefined) throw new FsError("EEXIST", path);
      container.fs.checkDirectoryWritable(at, path, viewer.credentials);
      at.mount.volume.symlink(at.inside, target);
    },
    readlink(path) {
      const at = place(path, false);
      if (at.stat === undefined) throw new FsError("ENOENT", path);
      return named(path, () => at.mount.volume.readlink(at.inside));
    },
    chmod(path, mode) {
      const at = changed(path, true);
      named(path, () => at.mount.volume.chmod(at.inside, mode));
    },
    chown(path, uid, gid) {
      const at = changed(path, true);
      named(path, () => at.mount.volume.chown(at.inside, uid, gid));
    },
    touch(path, modifiedMs) {
      if (!files.exists(path)) return put(path, "", {});
      const at = changed(path, true);
      named(path, () => at.mount.volume.utimes(at.inside, modifiedMs));
    },
    realpath(path) {
      const at = place(path);
      if (at.stat === undefined) throw new FsError("ENOENT", path);
      return `/${at.path.join("/")}`;
    },
  };
  return files;
};
