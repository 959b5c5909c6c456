/** Marks who may change a node in place: every other file system copies it first. */
export type Owner = object | undefined;

interface NodeAttributes {
  owner: Owner;
  mode: number;
  uid: number;
  gid: number;
  modifiedMs: number;
}

/** A file of bytes; `bytes` may be longer than `size`. */
export interface FileNode extends NodeAttributes {
  readonly kind: "file";
  bytes: Uint8Array;
  size: number;
}

/** A directory in memory. */
export interface DirectoryNode extends NodeAttributes {
  readonly kind: "directory";
  readonly entries: Map<string, TreeNode>;
}

/** A symbolic link. */
export interface SymlinkNode extends NodeAttributes {
  readonly kind: "symlink";
  readonly target: string;
}

/** What a character device does when it is read and written. */
export type DeviceName = "null" | "zero" | "full" | "random" | "tty" | "stdin" | "stdout" | "stderr" | "console";

/** A character device. */
export interface DeviceNode extends NodeAttributes {
  readonly kind: "device";
  readonly device: DeviceName;
}

/** A file whose content is made when it is opened, as in /proc. */
export interface GeneratedNode extends NodeAttributes {
  readonly kind: "generated";
  readonly read: () => string;
  /** Absent: the file refuses writes. */
  readonly write?: ((text: string) => void) | undefined;
}

/** Anything with a name in a directory. */
export type TreeNode = FileNode | DirectoryNode | SymlinkNode | DeviceNode | GeneratedNode;

/** What is known of a path. */
export interface Stat {
  readonly kind: TreeNode["kind"];
  readonly device?: DeviceName | undefined;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly modifiedMs: number;
}

const EMPTY = new Uint8Array(0);

/** The attributes of a fresh node. */
export interface NodeOptions {
  readonly owner?: Owner;
  readonly mode?: number | undefined;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  readonly modifiedMs?: number | undefined;
}

const attributes = (options: NodeOptions, mode: number): NodeAttributes => ({
  owner: options.owner,
  mode: options.mode ?? mode,
  uid: options.uid ?? 0,
  gid: options.gid ?? 0,
  modifiedMs: options.modifiedMs ?? 0,
});

/** A file that holds `content` (mode 0644 unless said otherwise). */
export const createFile = (content: Uint8Array | string = EMPTY, options: NodeOptions = {}): FileNode => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { kind: "file", ...attributes(options, 0o644), bytes, size: bytes.byteLength };
};

/** An empty directory (mode 0755 unless said otherwise). */
export const createDirectory = (options: NodeOptions = {}): DirectoryNode => ({
  kind: "directory",
  ...attributes(options, 0o755),
  entries: new Map(),
});

/** A symbolic link to `target`. */
export const createSymlink = (target: string, options: NodeOptions = {}): SymlinkNode => ({
  kind: "symlink",
  ...attributes(options, 0o777),
  target,
});

/** A character device (mode 0666). */
export const createDevice = (device: DeviceName): DeviceNode => ({
  kind: "device",
  ...attributes({}, 0o666),
  device,
});

/** A file whose content `read` makes. */
export const createGenerated = (read: () => string, write?: (text: string) => void): GeneratedNode => ({
  kind: "generated",
  ...attributes({}, write === undefined ? 0o444 : 0o644),
  read,
  write,
});

/** A node's own copy for `owner`: a directory's entries are the same nodes, a file's bytes are copied at the first write. */
export const copyNode = (node: TreeNode, owner: Owner): TreeNode => {
  if (node.kind === "directory") return { ...node, owner, entries: new Map(node.entries) };
  if (node.kind === "file") return { ...node, owner, bytes: node.bytes.slice(0, node.size) };
  return { ...node, owner };
};

/** The size `ls -l` shows. */
export const sizeOf = (node: TreeNode): number => {
  if (node.kind === "file") return node.size;
  if (node.kind === "symlink") return node.target.length;
  return node.kind === "directory" ? 4096 : 0;
};
