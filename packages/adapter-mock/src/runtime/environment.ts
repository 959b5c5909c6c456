import { DEFAULT_PATH } from "../process/executable.ts";
import type { ContainerRecord } from "./container.ts";

const decoder = new TextDecoder();

/** A container's environment: its image's, what every container has, its configuration's. */
export const environmentOf = (container: ContainerRecord): Map<string, string> => {
  const { template } = container.image;
  const home = container.credentials.uid === 0 ? "/root" : "/";
  const env = new Map<string, string>([
    ["PATH", DEFAULT_PATH],
    ["HOSTNAME", container.hostname],
    ["HOME", home],
    ...Object.entries(template.env ?? {}),
  ]);
  if (container.config.tty) env.set("TERM", "xterm");
  for (const { key, value } of container.config.envs) env.set(key, decoder.decode(value));
  return env;
};

/** The working directory of a container's processes. */
export const workingDirOf = (container: ContainerRecord): string =>
  container.config.workingDir || (container.image.template.workingDir ?? "/");
