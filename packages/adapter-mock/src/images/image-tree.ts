import {
  createDevice,
  createDirectory,
  createFile,
  createSymlink,
  type DeviceName,
  type DirectoryNode,
  type TreeNode,
} from "../filesystem/node.ts";
import { executableContent } from "../process/executable.ts";
import type { ImageTemplate } from "./image-template.ts";

const PASSWD = [
  "root:x:0:0:root:/root:/bin/sh",
  "daemon:x:1:1:daemon:/usr/sbin:/bin/false",
  "bin:x:2:2:bin:/bin:/bin/false",
  "www-data:x:33:33:www-data:/var/www:/bin/false",
  "operator:x:37:37:Operator:/var:/bin/false",
  "nobody:x:65534:65534:nobody:/home:/bin/false",
];

const GROUP = [
  "root:x:0:",
  "daemon:x:1:",
  "bin:x:2:",
  "tty:x:5:",
  "www-data:x:33:",
  "operator:x:37:",
  "users:x:100:",
  "nobody:x:65534:",
];

const DIRECTORIES = [
  "bin",
  "dev",
  "etc",
  "home",
  "proc",
  "root",
  "run",
  "sbin",
  "sys",
  "usr/bin",
  "usr/sbin",
  "usr/local/bin",
  "var/log",
  "var/run",
  "var/www",
];

/** Puts `node` at an absolute path, with the directories above it. */
const put = (root: DirectoryNode, path: string, node: TreeNode): void => {
  const names = path.split("/").filter((name) => name !== "");
  const last = names.pop();
  let directory = root;
  for (const name of names) {
    const next = directory.entries.get(name) ?? createDirectory();
    if (next.kind !== "directory") throw new Error(`${path} of an image lies below a file`);
    directory.entries.set(name, next);
    directory = next;
  }
  if (last !== undefined) directory.entries.set(last, node);
};

const programPaths = (template: ImageTemplate): readonly (readonly [string, string])[] => {
  const { programs } = template;
  if (programs === undefined) return [];
  if (!isList(programs)) return Object.entries(programs);
  return programs.map((name) => [`/bin/${name}`, name] as const);
};

const isList = (programs: NonNullable<ImageTemplate["programs"]>): programs is readonly string[] =>
  Array.isArray(programs);

/** The tools' files are the same in every image: made once, shared by all. */
export interface ToolFiles {
  readonly nodes: ReadonlyMap<string, TreeNode>;
}

/** Files of the tools `names`, to be shared by images. */
export const createToolFiles = (names: readonly string[]): ToolFiles => ({
  nodes: new Map(names.map((name) => [name, createFile(executableContent(name), { mode: 0o755 })])),
});

/** The root directory of an image. */
export const createImageTree = (template: ImageTemplate, tools: ToolFiles): DirectoryNode => {
  const root = createDirectory();
  const hasTools = template.tools !== false;
  for (const path of hasTools ? DIRECTORIES : ["dev", "etc", "proc", "sys"]) put(root, path, createDirectory());
  put(root, "/tmp", createDirectory({ mode: 0o1777 }));
  put(root, "/etc/passwd", createFile(`${[...PASSWD, ...(template.passwd ?? [])].join("\n")}\n`));
  put(root, "/etc/group", createFile(`${[...GROUP, ...(template.group ?? [])].join("\n")}\n`));
  if (hasTools) for (const [name, node] of tools.nodes) put(root, `/bin/${name}`, node);
  for (const [path, program] of programPaths(template)) {
    const mode = template.setUid?.includes(path) === true ? 0o4755 : 0o755;
    put(root, path, createFile(executableContent(program), { mode }));
  }
  for (const [path, content] of Object.entries(template.files ?? {})) {
    put(root, path, createFile(content, { mode: content.startsWith("#!") ? 0o755 : 0o644 }));
  }
  if (template.workingDir !== undefined) put(root, `${template.workingDir}/.keep`, createFile());
  return root;
};

const DEVICES: readonly (readonly [string, DeviceName])[] = [
  ["null", "null"],
  ["zero", "zero"],
  ["full", "full"],
  ["random", "random"],
  ["urandom", "random"],
  ["tty", "tty"],
  ["console", "console"],
];

/** What is mounted at /dev of every container. */
export const createDeviceTree = (): DirectoryNode => {
  const root = createDirectory();
  for (const [name, device] of DEVICES) root.entries.set(name, createDevice(device));
  for (const [name, device] of [
    ["stdin", 0],
    ["stdout", 1],
    ["stderr", 2],
  ] as const) {
    root.entries.set(name, createSymlink(`/proc/self/fd/${device}`));
  }
  root.entries.set("fd", createSymlink("/proc/self/fd"));
  root.entries.set("shm", createDirectory({ mode: 0o1777 }));
  root.entries.set("pts", createDirectory());
  return root;
};
