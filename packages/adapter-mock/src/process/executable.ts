import type { Files } from "../filesystem/files.ts";
import { ACCESS } from "../filesystem/filesystem.ts";
import { FsError } from "../filesystem/fs-error.ts";
import type { Program } from "./program.ts";
import type { ProcessSpace } from "./space.ts";

/** How an executable file of the mock says which program it is; what a compiled program is elsewhere. */
const PROGRAM_MARK = "#!crikit ";

/** Where programs are looked for when PATH is not set. */
export const DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** The content of a file that runs the program `name`. */
export const executableContent = (name: string): string => `${PROGRAM_MARK}${name}\n`;

/** What a command line comes to: a program and the arguments it sees. */
export interface Executable {
  readonly program: Program;
  readonly args: readonly string[];
  /** Runs with its owner's rights. */
  readonly setUid: number | undefined;
}

const search = (files: Files, path: string, name: string): string => {
  if (name.includes("/")) return name;
  let refused: string | undefined;
  for (const directory of path.split(":")) {
    const candidate = `${directory === "" ? "." : directory}/${name}`;
    const stat = files.stat(candidate);
    if (stat === undefined || stat.kind === "directory") continue;
    if (files.allows(candidate, ACCESS.execute)) return candidate;
    refused ??= candidate;
  }
  throw new FsError(refused === undefined ? "ENOENT" : "EACCES", name);
};

const firstLine = (files: Files, path: string): string => {
  const file = files.open(path, { read: true });
  try {
    return new TextDecoder().decode(file.read(256)).split("\n", 1)[0] ?? "";
  } finally {
    file.close();
  }
};

/** Finds what `args` runs: a path or a name on PATH, scripts by their first line. Throws an FsError named after the command. */
export const findExecutable = (
  space: ProcessSpace,
  files: Files,
  options: { readonly args: readonly string[]; readonly path: string },
): Executable => {
  const [name = "", ...rest] = options.args;
  let path: string;
  try {
    path = search(files, options.path, name);
    const stat = files.stat(path);
    if (stat === undefined) throw new FsError("ENOENT", name);
    if (stat.kind !== "file" || !files.allows(path, ACCESS.execute)) throw new FsError("EACCES", name);
  } catch (error) {
    const registered = space.registered(name);
    if (registered !== undefined && error instanceof FsError && error.code === "ENOENT") {
      return { program: registered, args: options.args, setUid: undefined };
    }
    throw error;
  }
  const line = firstLine(files, path);
  if (!line.startsWith("#!")) throw new FsError("ENOEXEC", name);
  if (!line.startsWith(PROGRAM_MARK)) {
    const [interpreter = "", ...given] = line.slice(2).trim().split(/\s+/);
    return findExecutable(space, files, { args: [interpreter, ...given, path, ...rest], path: options.path });
  }
  const program = space.program(line.slice(PROGRAM_MARK.length).trim());
  if (program === undefined) throw new FsError("ENOEXEC", name);
  const stat = files.stat(path);
  return {
    program,
    args: options.args,
    setUid: stat !== undefined && (stat.mode & 0o4000) !== 0 ? stat.uid : undefined,
  };
};
