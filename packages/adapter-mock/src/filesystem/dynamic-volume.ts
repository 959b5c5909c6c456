import { FsError } from "./fs-error.ts";
import { type DirectoryNode, type Stat, sizeOf, type TreeNode } from "./node.ts";
import { TreeVolume } from "./tree-volume.ts";
import { type OpenFile, type OpenOptions, pathOf, type Segments, type Volume } from "./volume.ts";

/** A tree that is made anew at each look, such as /proc: nothing in it can be created, removed or renamed. */
export class DynamicVolume implements Volume {
  readonly name: string;
  readonly #tree: () => DirectoryNode;

  constructor(name: string, tree: () => DirectoryNode) {
    this.name = name;
    this.#tree = tree;
  }

  #find(path: Segments): TreeNode | undefined {
    let node: TreeNode | undefined = this.#tree();
    for (const name of path) {
      if (node?.kind !== "directory") return undefined;
      node = node.entries.get(name);
    }
    return node;
  }

  lstat(path: Segments): Stat | undefined {
    const node = this.#find(path);
    if (node === undefined) return undefined;
    const { kind, mode, uid, gid, modifiedMs } = node;
    return { kind, mode, uid, gid, modifiedMs, size: sizeOf(node) };
  }

  readlink(path: Segments): string {
    const node = this.#find(path);
    if (node?.kind !== "symlink") throw new FsError("EINVAL", pathOf(path));
    return node.target;
  }

  list(path: Segments): readonly string[] {
    const node = this.#find(path);
    if (node === undefined) throw new FsError("ENOENT", pathOf(path));
    if (node.kind !== "directory") throw new FsError("ENOTDIR", pathOf(path));
    return [...node.entries.keys()];
  }

  open(path: Segments, options: OpenOptions): OpenFile {
    const node = this.#find(path);
    if (node === undefined) throw new FsError(options.create === true ? "EPERM" : "ENOENT", pathOf(path));
    const root = node;
    const single = new TreeVolume({ name: this.name, root, nowMs: () => 0, randomBytes: (n) => new Uint8Array(n) });
    return single.open([], { ...options, create: false, exclusive: false });
  }

  mkdir(path: Segments): void {
    throw new FsError("EPERM", pathOf(path));
  }

  symlink(path: Segments): void {
    throw new FsError("EPERM", pathOf(path));
  }

  unlink(path: Segments): void {
    throw new FsError("EPERM", pathOf(path));
  }

  rmdir(path: Segments): void {
    throw new FsError("EPERM", pathOf(path));
  }

  rename(from: Segments): void {
    throw new FsError("EPERM", pathOf(from));
  }

  chmod(path: Segments): void {
    throw new FsError("EPERM", pathOf(path));
  }

  chown(path: Segments): void {
    throw new FsError("EPERM", pathOf(path));
  }

  utimes(path: Segments): void {
    throw new FsError("EPERM", pathOf(path));
  }
}
