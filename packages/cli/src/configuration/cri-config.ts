import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ContainerConfig, PodSandboxConfig } from "@crikit/cri-api";
import { CommandError, describeSystemError } from "../context/command-error.ts";

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new CommandError(`config ${path} cannot be read: ${describeSystemError(error)}`, { cause: error });
  }
};

interface Source {
  readonly value: unknown;
  /** `:3` for a path such as `mounts[0].host_path`, where it can be told. */
  lineOf(path: string): string;
}

/** JSON and YAML alike: JSON is YAML, and the parser knows each key's line. */
const parseText = async (text: string, path: string): Promise<Source> => {
  const { isNode, LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, intAsBigInt: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const language = path.endsWith(".json") ? "JSON" : "JSON or YAML";
    throw new CommandError(`config ${path}:${line}:${col} is not ${language}: ${error.message.split("\n")[0]}`);
  }
  const lineOf = (keys: string): string => {
    const steps = [...keys.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
      ([, quoted, index, name]) => quoted ?? (index === undefined ? (name ?? "") : Number(index)),
    );
    const node = document.getIn(steps, true);
    return isNode(node) && node.range ? `:${lines.linePos(node.range[0]).line}` : "";
  };
  return { value: document.toJS({ maxAliasCount: 100 }), lineOf };
};

const load = async <Name extends "PodSandboxConfig" | "ContainerConfig">(name: Name, path: string) => {
  const source = await parseText(await readText(path), path);
  if (typeof source.value !== "object" || source.value === null || Array.isArray(source.value))
    throw new CommandError(`config ${path} is no ${name}: it has no keys`);
  const { fromCriJson } = await import("@crikit/cri-api/descriptor");
  try {
    return await fromCriJson(name, source.value);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const at = / at (\S+?): /.exec(text)?.[1];
    throw new CommandError(`config ${path}${at === undefined ? "" : source.lineOf(at)}: ${text}`, { cause: error });
  }
};

const requireField = (value: unknown, field: string, path: string): void => {
  if (!value) throw new CommandError(`config ${path}: ${field} is not set`);
};

/** Reads a pod's configuration from JSON or YAML. A uid that is not set is made up, as crictl does. */
export const loadPodConfig = async (path: string): Promise<PodSandboxConfig> => {
  const config = await load("PodSandboxConfig", path);
  const { metadata } = config;
  requireField(metadata, "metadata", path);
  requireField(metadata?.name, "metadata.name", path);
  requireField(metadata?.namespace, "metadata.namespace", path);
  if (metadata === undefined || metadata.uid !== "") return config;
  return { ...config, metadata: { ...metadata, uid: randomUUID() } };
};

/** Reads a container's configuration from JSON or YAML. */
export const loadContainerConfig = async (path: string): Promise<ContainerConfig> => {
  const config = await load("ContainerConfig", path);
  requireField(config.metadata?.name, "metadata.name", path);
  requireField(config.image?.image, "image.image", path);
  if (config.image === undefined || config.image.userSpecifiedImage !== "") return config;
  return { ...config, image: { ...config.image, userSpecifiedImage: config.image.image } };
};
