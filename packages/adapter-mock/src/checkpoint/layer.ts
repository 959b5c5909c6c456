import { createDirectory, createFile, createSymlink, type Owner, type TreeNode } from "../filesystem/node.ts";

/** A node as JSON: `"="` is the image's own node of that path. */
export type LayerSnapshot =
  | "="
  | {
      readonly mode: number;
      readonly uid: number;
      readonly gid: number;
      readonly modifiedMs: number;
      /** A directory's names. */
      readonly entries?: Readonly<Record<string, LayerSnapshot>>;
      /** A file's bytes, as base64. */
      readonly bytes?: string;
      /** A link's target. */
      readonly target?: string;
    };

/** What of `node` differs from `image`, the node of the same path in the image. */
export const snapshotLayer = (node: TreeNode, image: TreeNode | undefined): LayerSnapshot => {
  if (node === image) return "=";
  const { mode, uid, gid, modifiedMs } = node;
  const attributes = { mode, uid, gid, modifiedMs };
  switch (node.kind) {
    case "directory": {
      const below = image?.kind === "directory" ? image.entries : new Map<string, TreeNode>();
      const entries = Object.fromEntries(
        Array.from(node.entries, ([name, child]) => [name, snapshotLayer(child, below.get(name))]),
      );
      return { ...attributes, entries };
    }
    case "file":
      return { ...attributes, bytes: Buffer.from(node.bytes.subarray(0, node.size)).toString("base64") };
    case "symlink":
      return { ...attributes, target: node.target };
    default:
      // Devices and generated files are part of every container, not of its layer.
      return "=";
  }
};

/** The tree that a snapshot describes, its own nodes owned by `owner`; `undefined` for a node of an image that no longer has it. */
export const restoreLayer = (
  snapshot: LayerSnapshot,
  image: TreeNode | undefined,
  owner: Owner,
): TreeNode | undefined => {
  if (snapshot === "=") return image;
  const { mode, uid, gid, modifiedMs } = snapshot;
  const options = { owner, mode, uid, gid, modifiedMs };
  if (snapshot.target !== undefined) return createSymlink(snapshot.target, options);
  if (snapshot.bytes !== undefined) return createFile(Uint8Array.from(Buffer.from(snapshot.bytes, "base64")), options);
  const directory = createDirectory(options);
  const below = image?.kind === "directory" ? image.entries : new Map<string, TreeNode>();
  for (const [name, child] of Object.entries(snapshot.entries ?? {})) {
    const node = restoreLayer(child, below.get(name), owner);
    if (node !== undefined) directory.entries.set(name, node);
  }
  return directory;
};
