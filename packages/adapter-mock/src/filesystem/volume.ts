import type { Stat } from "./node.ts";

/** How a file is opened. */
export interface OpenOptions {
  readonly read?: boolean | undefined;
  readonly write?: boolean | undefined;
  readonly append?: boolean | undefined;
  readonly truncate?: boolean | undefined;
  readonly create?: boolean | undefined;
  readonly exclusive?: boolean | undefined;
  /** Mode of a created file; default 0644. */
  readonly mode?: number | undefined;
  /** Who owns a created file; default root. */
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/** A file that has been opened: a position in bytes. */
export interface OpenFile {
  /** The next bytes, at most `maxBytes`; empty at the end. */
  read(maxBytes: number): Uint8Array;
  write(chunk: Uint8Array): void;
  /** Puts the position of the next read or write; absent for what has no positions. */
  seek?(offset: number): void;
  close(): void;
}

/** Names from a volume's root down; empty for the root itself. */
export type Segments = readonly string[];

/** One tree of files that can be mounted: memory, a part of the host, /proc. Paths are relative to its root and hold no links but at the end. */
export interface Volume {
  readonly name: string;
  lstat(path: Segments): Stat | undefined;
  readlink(path: Segments): string;
  list(path: Segments): readonly string[];
  open(path: Segments, options: OpenOptions): OpenFile;
  mkdir(path: Segments, mode: number, owner: { readonly uid: number; readonly gid: number }): void;
  symlink(path: Segments, target: string): void;
  unlink(path: Segments): void;
  rmdir(path: Segments): void;
  rename(from: Segments, to: Segments): void;
  chmod(path: Segments, mode: number): void;
  chown(path: Segments, uid: number, gid: number): void;
  utimes(path: Segments, modifiedMs: number): void;
}

/** A volume's path as text, for messages. */
export const pathOf = (segments: Segments): string => `/${segments.join("/")}`;
