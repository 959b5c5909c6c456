import { expect, test } from "@jest/globals";
import { createFiles, type Files } from "./files.ts";
import { FileSystem } from "./filesystem.ts";
import { createDirectory, createFile, createSymlink, type DirectoryNode } from "./node.ts";
import { TreeVolume } from "./tree-volume.ts";

const createImage = (): DirectoryNode => {
  const image = createDirectory();
  const etc = createDirectory();
  etc.entries.set("passwd", createFile("root\n"));
  image.entries.set("etc", etc);
  image.entries.set("tmp", createDirectory({ mode: 0o1777 }));
  image.entries.set("link", createSymlink("/etc"));
  image.entries.set("loop", createSymlink("loop"));
  return image;
};

const open = (
  image: DirectoryNode,
  options: { readonly uid?: number; readonly limitBytes?: number } = {},
): { files: Files; volume: TreeVolume } => {
  const { uid = 0, limitBytes } = options;
  const volume = new TreeVolume({
    name: "overlay",
    root: image,
    nowMs: () => 1,
    randomBytes: (n) => new Uint8Array(n),
    limitBytes,
  });
  const fs = new FileSystem([{ at: [], volume }]);
  return { volume, files: createFiles({ fs }, { pid: 1, cwd: "/", credentials: { uid, gid: uid, groups: [] } }) };
};

test("what one container writes, neither its image nor another container sees", () => {
  const image = createImage();
  const [first, second] = [open(image), open(image)];
  first.files.writeFile("/etc/passwd", "changed");
  first.files.writeFile("/etc/new", "new");
  first.files.remove("/tmp");
  expect(first.files.readText("/etc/passwd")).toBe("changed");
  expect(first.files.exists("/tmp")).toBe(false);
  expect(second.files.readText("/etc/passwd")).toBe("root\n");
  expect(second.files.readdir("/etc")).toEqual(["passwd"]);
  expect(second.volume.root).toBe(image);
});

test("the writable layer is counted, and may have an end", () => {
  const { files, volume } = open(createImage(), { limitBytes: 10 });
  files.writeFile("/a", "12345678");
  expect(volume.usage.bytes).toBe(8);
  expect(() => files.appendFile("/a", "9ab")).toThrow("/a: No space left on device");
  files.remove("/a");
  expect(volume.usage.bytes).toBe(0);
});

test("paths go through links, dots and the directory above the root", () => {
  const { files } = open(createImage());
  expect(files.readText("/link/../link/./passwd")).toBe("root\n");
  expect(files.realpath("/../../link")).toBe("/etc");
  expect(files.lstat("/link")?.kind).toBe("symlink");
  expect(() => files.readText("/loop")).toThrow("/loop: Too many levels of symbolic links");
  expect(() => files.readText("/etc/passwd/x")).toThrow("/etc/passwd/x: Not a directory");
  expect(() => files.readText("/etc")).toThrow("/etc: Is a directory");
  expect(() => files.remove("/etc")).toThrow("/etc: Directory not empty");
});

test("a user has the rights that modes give", () => {
  const { files } = open(createImage(), { uid: 1000 });
  expect(() => files.writeFile("/etc/passwd", "")).toThrow("/etc/passwd: Permission denied");
  expect(() => files.writeFile("/new", "")).toThrow("/new: Permission denied");
  files.writeFile("/tmp/mine", "mine");
  expect(files.stat("/tmp/mine")).toMatchObject({ uid: 1000, gid: 1000, mode: 0o644 });
  expect(() => files.chmod("/etc/passwd", 0o777)).toThrow("/etc/passwd: Operation not permitted");
});

test("files are renamed, also over others", () => {
  const { files } = open(createImage());
  files.writeFile("/a", "a");
  files.writeFile("/b", "b");
  files.rename("/a", "/b");
  expect([files.exists("/a"), files.readText("/b")]).toEqual([false, "a"]);
  expect(() => files.rename("/nothing", "/b")).toThrow("/nothing: No such file or directory");
});
