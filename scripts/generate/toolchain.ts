import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The programs that generate, as the root's package.json pins them. */
export interface Toolchain {
  /** protoc's start file, run by this Node. */
  readonly protoc: string;
  readonly protocVersion: string;
  /** The ts-proto plugin that protoc starts. */
  readonly plugin: string;
  readonly pluginVersion: string;
}

interface PackageJson {
  readonly version: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);
const readJson = (path: string): PackageJson => JSON.parse(readFileSync(path, "utf8"));
const getIt = "run `npm ci` in the repository's root: it installs protoc and ts-proto as package.json pins them";

const findPinned = (name: string, bin: string, pins: PackageJson["devDependencies"]) => {
  let path: string;
  try {
    path = require.resolve(`${name}/package.json`);
  } catch (cause) {
    throw new Error(`${name} is not installed: ${getIt}`, { cause });
  }
  const { version, bin: bins } = readJson(path);
  const pinned = pins?.[name];
  if (version !== pinned) throw new Error(`${name} is ${version}, package.json pins ${pinned ?? "none"}: ${getIt}`);
  return { version, path: join(dirname(path), bins?.[bin] ?? "") };
};

interface ProtocOptions {
  /** What protoc's relative paths, also those in its messages, are relative to. */
  readonly cwd?: string;
  readonly signal?: AbortSignal | undefined;
  readonly onWarning?: (text: string) => void;
}

/** Runs protoc; rejects with what it wrote to stderr, as it wrote it. What it warns of goes to `onWarning`. */
export const runProtoc = (
  { protoc }: Pick<Toolchain, "protoc">,
  args: readonly string[],
  options: ProtocOptions = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [protoc, ...args],
      { cwd: options.cwd, signal: options.signal },
      (error, stdout, stderr) => {
        if (options.signal?.aborted) return reject(options.signal.reason);
        if (error) return reject(new Error(stderr.trim() || error.message, { cause: error }));
        if (stderr.trim() !== "") options.onWarning?.(stderr.trim());
        resolve(stdout);
      },
    );
  });

/** Refuses a protoc that says another version of itself than `pinned` (`36.2.0`, which protoc calls `libprotoc 36.2`). */
export const checkProtocVersion = async (protoc: string, pinned: string, signal?: AbortSignal): Promise<void> => {
  const said = (await runProtoc({ protoc }, ["--version"], { signal })).trim();
  const version = said.replace(/^libprotoc /, "");
  if (version !== pinned && `${version}.0` !== pinned)
    throw new Error(`protoc says "${said}", package.json pins ${pinned}: ${getIt}`);
};

/** Finds protoc and ts-proto among the installed packages and checks that both are the versions the root pins. */
export const findToolchain = async (root: string, signal?: AbortSignal): Promise<Toolchain> => {
  const { devDependencies } = readJson(join(root, "package.json"));
  const protoc = findPinned("protoc", "protoc", devDependencies);
  const plugin = findPinned("ts-proto", "protoc-gen-ts_proto", devDependencies);
  await checkProtocVersion(protoc.path, protoc.version, signal);
  return {
    protoc: protoc.path,
    protocVersion: protoc.version,
    // protoc starts the plugin itself, and Windows starts no file by its `#!` line.
    plugin: process.platform === "win32" ? join(root, "node_modules/.bin/protoc-gen-ts_proto.cmd") : plugin.path,
    pluginVersion: plugin.version,
  };
};
