import { readFileSync } from "node:fs";
import { join } from "node:path";

// The files of cgroups and /proc are memory of the kernel: reading one at once takes some ten microseconds, a trip through the thread pool several times that.

/** A small file's text; `undefined` if it is not there. */
export const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
};

/** A file of one number; `undefined` for `max`, and if it is not there. */
export const readNumber = (path: string): bigint | undefined => {
  const text = readText(path)?.trim();
  return text !== undefined && /^\d+$/.test(text) ? BigInt(text) : undefined;
};

/** A file of `key value` lines. */
export const readPairs = (path: string): ReadonlyMap<string, bigint> | undefined => {
  const text = readText(path);
  if (text === undefined) return undefined;
  const pairs = new Map<string, bigint>();
  for (const line of text.split("\n")) {
    const space = line.indexOf(" ");
    const value = line.slice(space + 1);
    if (space > 0 && /^\d+$/.test(value)) pairs.set(line.slice(0, space), BigInt(value));
  }
  return pairs;
};

/** Where the cgroups of one process are: the folder of each controller, and of the unified hierarchy. */
export interface CgroupFolders {
  readonly version: 1 | 2;
  folder(controller: string): string | undefined;
}

interface Hierarchies {
  readonly byController: ReadonlyMap<string, string>;
  readonly unified: string | undefined;
}

/** Reads which hierarchies are mounted where. */
export const readHierarchies = (mounts = readText("/proc/self/mounts") ?? ""): Hierarchies => {
  const byController = new Map<string, string>();
  let unified: string | undefined;
  for (const line of mounts.split("\n")) {
    const [, place = "", kind, options = ""] = line.split(" ");
    if (kind === "cgroup2") unified ??= place;
    if (kind === "cgroup") for (const option of options.split(",")) byController.set(option, place);
  }
  return { byController, unified };
};

/** Finds the cgroups of a process by `/proc/PID/cgroup`; `undefined` if it has gone, or is seen from another cgroup namespace. */
export const findCgroups = (
  pid: number,
  hierarchies: Hierarchies,
  text = readText(`/proc/${pid}/cgroup`),
): CgroupFolders | undefined => {
  if (text === undefined || text.includes("/../")) return undefined;
  const paths = new Map<string, string>();
  for (const line of text.trim().split("\n")) {
    const [, controllers = "", ...path] = line.split(":");
    for (const controller of controllers.split(",")) paths.set(controller, path.join(":"));
  }
  const { unified } = hierarchies;
  if (hierarchies.byController.has("memory")) {
    return {
      version: 1,
      folder: (controller) => {
        const place = hierarchies.byController.get(controller);
        const path = paths.get(controller);
        return place === undefined || path === undefined ? undefined : join(place, path);
      },
    };
  }
  const path = paths.get("");
  if (unified === undefined || path === undefined) return undefined;
  return { version: 2, folder: () => join(unified, path) };
};
