import { basename } from "node:path";
import { CriError } from "@crikit/cri-api";

/** The parent cgroup as the engine's driver wants it: a path for cgroupfs, a slice's name for systemd. */
export const toCgroupParent = (path: string, driver: string): string => {
  if (path === "" || driver !== "systemd") return path;
  const slice = basename(path);
  if (!slice.endsWith(".slice"))
    throw new CriError(
      "InvalidArgument",
      `cgroup parent "${path}" is no slice, and the engine's cgroup driver is systemd`,
    );
  return slice;
};
