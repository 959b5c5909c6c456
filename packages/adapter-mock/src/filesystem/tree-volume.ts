import { FsError } from "./fs-error.ts";
import {
  copyNode,
  createDirectory,
  createFile,
  createSymlink,
  type DeviceNode,
  type DirectoryNode,
  type FileNode,
  type GeneratedNode,
  type Owner,
  type Stat,
  sizeOf,
  type TreeNode,
} from "./node.ts";
import { type OpenFile, type OpenOptions, pathOf, type Segments, type Volume } from "./volume.ts";

/** What a volume in memory asks of its surroundings. */
export interface TreeVolumeOptions {
  readonly name: string;
  readonly root: TreeNode;
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Bytes the volume may grow by; default no limit. */
  readonly limitBytes?: number | undefined;
}

/** A file in memory grows by doubling, from here. */
const FIRST_GROWTH_BYTES = 256;

/**
 * A tree in memory that copies on write: nodes of another owner (the image) are shared until they are changed, so that a container
 * that writes nothing costs nothing.
 */
export class TreeVolume implements Volume {
  readonly name: string;
  readonly #options: TreeVolumeOptions;
  #root: TreeNode;
  #usedBytes = 0;
  #usedInodes = 0;

  constructor(options: TreeVolumeOptions) {
    this.name = options.name;
    this.#options = options;
    this.#root = options.root;
  }

  /** Bytes and files written into this volume itself: the writable layer. */
  get usage(): { readonly bytes: number; readonly inodes: number } {
    return { bytes: this.#usedBytes, inodes: this.#usedInodes };
  }

  /** The tree as it is now; what was shared is still shared. */
  get root(): TreeNode {
    return this.#root;
  }

  /** Puts another tree in place; nodes made with the owner that `build` is given are this volume's own. */
  restore(build: (owner: Owner) => TreeNode): void {
    this.#root = build(this);
    this.#usedBytes = 0;
    this.#usedInodes = 0;
    this.#countBelow(this.#root);
  }

  #countBelow(node: TreeNode): void {
    if (node.owner !== this) return;
    this.#count(node, 1);
    if (node.kind === "directory") for (const child of node.entries.values()) this.#countBelow(child);
  }

  lstat(path: Segments): Stat | undefined {
    const node = this.#find(path);
    if (node === undefined) return undefined;
    const { kind, mode, uid, gid, modifiedMs } = node;
    return {
      kind,
      mode,
      uid,
      gid,
      modifiedMs,
      size: sizeOf(node),
      device: kind === "device" ? node.device : undefined,
    };
  }

  readlink(path: Segments): string {
    const node = this.#existing(path);
    if (node.kind !== "symlink") throw new FsError("EINVAL", pathOf(path));
    return node.target;
  }

  list(path: Segments): readonly string[] {
    return [...this.#directory(path).entries.keys()];
  }

  open(path: Segments, options: OpenOptions): OpenFile {
    let node = this.#find(path);
    if (node !== undefined && options.exclusive === true) throw new FsError("EEXIST", pathOf(path));
    if (node === undefined) {
      if (options.create !== true) throw new FsError("ENOENT", pathOf(path));
      node = createFile(undefined, {
        owner: this,
        mode: options.mode,
        uid: options.uid,
        gid: options.gid,
        modifiedMs: this.#options.nowMs(),
      });
      this.#put(path, node);
    }
    if (node.kind === "directory") throw new FsError("EISDIR", pathOf(path));
    if (node.kind === "symlink") throw new FsError("ELOOP", pathOf(path));
    if (node.kind === "device") return this.#openDevice(node);
    if (node.kind === "generated") return openGenerated(node, path);
    if (options.write === true && options.truncate === true) this.#resize(path, 0);
    return this.#openFile(path, options);
  }

  mkdir(path: Segments, mode: number, owner: { readonly uid: number; readonly gid: number }): void {
    if (this.#find(path) !== undefined) throw new FsError("EEXIST", pathOf(path));
    this.#put(path, createDirectory({ owner: this, mode, ...owner, modifiedMs: this.#options.nowMs() }));
  }

  symlink(path: Segments, target: string): void {
    if (this.#find(path) !== undefined) throw new FsError("EEXIST", pathOf(path));
    this.#put(path, createSymlink(target, { owner: this, modifiedMs: this.#options.nowMs() }));
  }

  unlink(path: Segments): void {
    if (this.#existing(path).kind === "directory") throw new FsError("EISDIR", pathOf(path));
    this.#take(path);
  }

  rmdir(path: Segments): void {
    const node = this.#existing(path);
    if (node.kind !== "directory") throw new FsError("ENOTDIR", pathOf(path));
    if (node.entries.size > 0) throw new FsError("ENOTEMPTY", pathOf(path));
    this.#take(path);
  }

  rename(from: Segments, to: Segments): void {
    const node = this.#existing(from);
    const target = this.#find(to);
    if (target !== undefined && target !== node) {
      if (target.kind === "directory" && node.kind !== "directory") throw new FsError("EISDIR", pathOf(to));
      if (target.kind === "directory") this.rmdir(to);
      else this.#take(to);
    }
    this.#take(from);
    this.#put(to, node);
  }

  chmod(path: Segments, mode: number): void {
    this.#own(path).mode = mode & 0o7777;
  }

  chown(path: Segments, uid: number, gid: number): void {
    const node = this.#own(path);
    node.uid = uid;
    node.gid = gid;
  }

  utimes(path: Segments, modifiedMs: number): void {
    this.#own(path).modifiedMs = modifiedMs;
  }

  #find(path: Segments): TreeNode | undefined {
    let node: TreeNode | undefined = this.#root;
    for (const name of path) {
      if (node?.kind !== "directory") return undefined;
      node = node.entries.get(name);
    }
    return node;
  }

  #existing(path: Segments): TreeNode {
    const node = this.#find(path);
    if (node === undefined) throw new FsError("ENOENT", pathOf(path));
    return node;
  }

  #directory(path: Segments): DirectoryNode {
    const node = this.#existing(path);
    if (node.kind !== "directory") throw new FsError("ENOTDIR", pathOf(path));
    return node;
  }

  /** The node at `path` as one that this volume may change: it and the directories above it are copied if they are another's. */
  #own(path: Segments): TreeNode {
    if (this.#root.owner !== this) this.#root = copyNode(this.#root, this);
    let node = this.#root;
    for (const name of path) {
      if (node.kind !== "directory") throw new FsError("ENOTDIR", pathOf(path));
      const child = node.entries.get(name);
      if (child === undefined) throw new FsError("ENOENT", pathOf(path));
      const own = child.owner === this ? child : copyNode(child, this);
      if (own !== child) {
        node.entries.set(name, own);
        this.#count(own, 1);
      }
      node = own;
    }
    return node;
  }

  #count(node: TreeNode, sign: 1 | -1): void {
    this.#usedInodes += sign;
    if (node.kind === "file") this.#usedBytes += sign * node.size;
  }

  #parent(path: Segments): { readonly parent: DirectoryNode; readonly name: string } {
    const name = path.at(-1);
    if (name === undefined) throw new FsError("EBUSY", pathOf(path));
    const parent = this.#own(path.slice(0, -1));
    if (parent.kind !== "directory") throw new FsError("ENOTDIR", pathOf(path));
    return { parent, name };
  }

  #put(path: Segments, node: TreeNode): void {
    const { parent, name } = this.#parent(path);
    parent.entries.set(name, node);
    parent.modifiedMs = this.#options.nowMs();
    if (node.owner === this) this.#count(node, 1);
  }

  #take(path: Segments): void {
    const { parent, name } = this.#parent(path);
    const node = parent.entries.get(name);
    parent.entries.delete(name);
    parent.modifiedMs = this.#options.nowMs();
    if (node?.owner === this) this.#count(node, -1);
  }

  #file(path: Segments): FileNode {
    const node = this.#own(path);
    if (node.kind !== "file") throw new FsError("EINVAL", pathOf(path));
    return node;
  }

  #resize(path: Segments, size: number): void {
    const node = this.#file(path);
    this.#grow(node, size, path);
    if (size > node.size) node.bytes.fill(0, node.size, size);
    this.#setSize(node, size);
  }

  #setSize(node: FileNode, size: number): void {
    this.#usedBytes += size - node.size;
    node.size = size;
    node.modifiedMs = this.#options.nowMs();
  }

  #grow(node: FileNode, size: number, path: Segments): void {
    const limit = this.#options.limitBytes;
    if (limit !== undefined && this.#usedBytes + size - node.size > limit) throw new FsError("ENOSPC", pathOf(path));
    if (size <= node.bytes.byteLength) return;
    const bytes = new Uint8Array(Math.max(size, node.bytes.byteLength * 2, FIRST_GROWTH_BYTES));
    bytes.set(node.bytes.subarray(0, node.size));
    node.bytes = bytes;
  }

  #openFile(path: Segments, options: OpenOptions): OpenFile {
    let node = options.write === true ? this.#file(path) : this.#existing(path);
    let offset = 0;
    return {
      read: (maxBytes) => {
        if (options.read === false || node.kind !== "file") throw new FsError("EBADF", pathOf(path));
        const chunk = node.bytes.slice(offset, Math.min(node.size, offset + maxBytes));
        offset += chunk.byteLength;
        return chunk;
      },
      write: (chunk) => {
        if (options.write !== true || node.kind !== "file") throw new FsError("EBADF", pathOf(path));
        if (node.owner !== this) node = this.#file(path);
        const at = options.append === true ? node.size : offset;
        const end = at + chunk.byteLength;
        this.#grow(node, end, path);
        if (at > node.size) node.bytes.fill(0, node.size, at);
        node.bytes.set(chunk, at);
        if (end > node.size) this.#setSize(node, end);
        offset = end;
      },
      seek: (position) => {
        offset = position;
      },
      close: () => undefined,
    };
  }

  #openDevice(node: DeviceNode): OpenFile {
    const { device } = node;
    return {
      read: (maxBytes) => {
        if (device === "zero" || device === "full") return new Uint8Array(maxBytes);
        if (device === "random") return this.#options.randomBytes(maxBytes);
        return new Uint8Array(0);
      },
      write: () => {
        if (device === "full") throw new FsError("ENOSPC", "/dev/full");
      },
      close: () => undefined,
    };
  }
}

const openGenerated = (node: GeneratedNode, path: Segments): OpenFile => {
  let content: Uint8Array | undefined;
  let offset = 0;
  return {
    read: (maxBytes) => {
      content ??= new TextEncoder().encode(node.read());
      const chunk = content.slice(offset, offset + maxBytes);
      offset += chunk.byteLength;
      return chunk;
    },
    write: (chunk) => {
      if (node.write === undefined) throw new FsError("EACCES", pathOf(path));
      node.write(new TextDecoder().decode(chunk));
    },
    close: () => undefined,
  };
};
