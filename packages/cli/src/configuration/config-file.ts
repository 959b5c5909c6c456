import { chmod, mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { Document, YAMLMap } from "yaml";
import { CommandError, describeSystemError, systemCodeOf } from "../context/command-error.ts";
import {
  type ClientConfig,
  type ConfigKey,
  type ConfigValue,
  checkConfigKey,
  parseConfigValue,
} from "./client-config.ts";

/** A configuration file as it stands, comments and all. */
export interface ConfigFile {
  readonly path: string;
  readonly exists: boolean;
  readonly values: ClientConfig;
  /** The document; loaded only where it is to be changed or is more than `key: value` lines. */
  readonly text: string;
}

/** Where crictl keeps its configuration on this system. */
export const defaultConfigPath = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string => {
  if (platform === "win32") return `${env.USERPROFILE ?? "C:"}\\.crictl\\crictl.yaml`;
  return platform === "freebsd" ? "/usr/local/etc/crictl.yaml" : "/etc/crictl.yaml";
};

/** A line that needs no YAML parser: `key: plain-value`, perhaps a comment after it. */
const SIMPLE_LINE = /^([a-z-]+):[ \t]+("?)([\w./:@+-]+)\2[ \t]*(?:#.*)?$/;
const EMPTY_LINE = /^[ \t]*(?:#.*)?$/;

const parseSimple = (text: string, path: string): ClientConfig | undefined => {
  const values: Record<string, ConfigValue> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (EMPTY_LINE.test(line)) continue;
    const [, name = "", , value = ""] = SIMPLE_LINE.exec(line) ?? [];
    if (name === "" || name in values || value.endsWith(":")) return undefined;
    const where = `config ${path}:${index + 1}`;
    const key = checkConfigKey(name, where);
    values[key] = parseConfigValue(key, value, where);
  }
  return values as ClientConfig;
};

const loadDocument = async (text: string, path: string) => {
  const { isScalar, LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    throw new CommandError(`config ${path}:${line}: is not YAML: ${error.message.split("\n")[0]}`);
  }
  const lineOf = (node: unknown): number => (isScalar(node) && node.range ? lines.linePos(node.range[0]).line : 1);
  return { document, lineOf, isScalar };
};

const parseWhole = async (text: string, path: string): Promise<ClientConfig> => {
  const { document, lineOf, isScalar } = await loadDocument(text, path);
  if (document.contents === null) return {};
  const items = (document.contents as YAMLMap).items;
  if (!Array.isArray(items) || items.some((pair) => typeof pair !== "object" || !("key" in pair)))
    throw new CommandError(`config ${path}:1: is no list of "key: value" lines`);
  const values: Record<string, ConfigValue> = {};
  for (const { key: name, value } of items) {
    const where = `config ${path}:${lineOf(name)}`;
    const key = checkConfigKey(isScalar(name) ? String(name.value) : String(name), where);
    if (!isScalar(value)) throw new CommandError(`${where}: "${key}" takes one value, not a list or a map`);
    if (value.value !== null) values[key] = parseConfigValue(key, String(value.source ?? value.value), where);
  }
  return values as ClientConfig;
};

/** The values that a text sets; `path` is named in errors, with the line. */
export const parseConfig = async (text: string, path: string): Promise<ClientConfig> =>
  parseSimple(text, path) ?? (await parseWhole(text, path));

/** Reads a configuration file. One that is not there is empty, unless it has to be. */
export const readConfigFile = async (path: string, options: { readonly mustExist: boolean }): Promise<ConfigFile> => {
  try {
    const text = await readFile(path, "utf8");
    return { path, exists: true, values: await parseConfig(text, path), text };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (systemCodeOf(error) === "ENOENT" && !options.mustExist) return { path, exists: false, values: {}, text: "" };
    throw new CommandError(`config ${path} cannot be read: ${describeSystemError(error)}`, { cause: error });
  }
};

const replaceFile = async (path: string, text: string): Promise<void> => {
  const temporary = `${path}.${process.pid}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(temporary, 0o600);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw new CommandError(`config ${path} cannot be written: ${describeSystemError(error)}`, { cause: error });
  }
};

/** Sets keys of a configuration file, keeps its comments and the order of its lines, and replaces it at once with mode 0600. */
export const writeConfigFile = async (
  file: ConfigFile,
  changes: ReadonlyMap<ConfigKey, ConfigValue>,
): Promise<void> => {
  const { document } = await loadDocument(file.text, file.path);
  for (const [key, value] of changes) (document as Document).set(key, value);
  await replaceFile(file.path, String(document));
};
