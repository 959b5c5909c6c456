import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { type CgroupFolders, readText } from "./cgroup-files.ts";
import type { TaskFacts } from "./metrics.ts";

const maxProcesses = 1_000;

const countDescriptors = (pid: string): { readonly descriptors: number; readonly sockets: number } => {
  let descriptors = 0;
  let sockets = 0;
  try {
    for (const name of readdirSync(`/proc/${pid}/fd`)) {
      descriptors++;
      if (readlinkSync(`/proc/${pid}/fd/${name}`).startsWith("socket:")) sockets++;
    }
  } catch {
    // A process that has ended, or a descriptor that has been closed while it was counted.
  }
  return { descriptors, sockets };
};

/** Counts what the processes of a cgroup hold, at most the first thousand processes. */
export const countTasks = (cgroups: CgroupFolders, pid: number): TaskFacts => {
  const folder = cgroups.folder(cgroups.version === 1 ? "pids" : "") ?? "";
  const pids = (readText(join(folder, "cgroup.procs")) ?? "")
    .trim()
    .split("\n")
    .filter((one) => one !== "");
  let threads = 0;
  let descriptors = 0;
  let sockets = 0;
  for (const one of pids.slice(0, maxProcesses)) {
    threads += Number(/^Threads:\s*(\d+)/m.exec(readText(`/proc/${one}/status`) ?? "")?.[1] ?? 0);
    const counted = countDescriptors(one);
    descriptors += counted.descriptors;
    sockets += counted.sockets;
  }
  const soft = /^Max open files\s+(\d+)/m.exec(readText(`/proc/${pid}/limits`) ?? "")?.[1];
  return {
    threads: BigInt(threads),
    descriptors: BigInt(descriptors),
    sockets: BigInt(sockets),
    openFilesSoftLimit: soft === undefined ? undefined : BigInt(soft),
  };
};
