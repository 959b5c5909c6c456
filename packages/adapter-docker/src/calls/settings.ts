import type { DockerRuntimeOptions } from "../options/options.ts";
import { SANDBOX_IMAGE } from "../options/options.ts";
import type { Settings } from "./parts.ts";

const localStore = { type: "local", options: { "max-size": "20m", "max-file": "2", compress: "false" } } as const;
const jsonFile = { type: "json-file", options: { "max-size": "20m", "max-file": "2" } } as const;

/** The options with their defaults. */
export const fillSettings = (options: DockerRuntimeOptions): Settings => {
  const logMode = options.logMode ?? "cri";
  const driver = options.logDriver;
  return {
    instance: options.instance ?? "",
    sandboxImage: options.sandboxImage ?? SANDBOX_IMAGE,
    logMode,
    logDriver:
      driver === undefined
        ? logMode === "cri"
          ? localStore
          : jsonFile
        : { type: driver.type, options: driver.options ?? {} },
    imagePullProgressMs: options.imagePullProgressMs ?? 60_000,
    sandboxOomScoreAdj: options.sandboxOomScoreAdj ?? -998,
  };
};
