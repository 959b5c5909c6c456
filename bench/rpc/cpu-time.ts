import { readdirSync, readFileSync } from "node:fs";

/**
 * Microseconds that all threads of a process have run since it started. Read the same way for every process of every engine: the scheduler's
 * own count in nanoseconds, where utime and stime of `/proc/PID/stat` count in hundredths of a second.
 */
export const cpuMicros = (pid: number): number => {
  let nanos = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanos += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // The thread has ended since it was listed; Go and Node keep theirs, so next to nothing is lost.
    }
  }
  return nanos / 1000;
};

/** Kilobytes of memory a process has resident, now and at most. */
export const residentKilobytes = (pid: number): { readonly now: number; readonly peak: number } => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
  return { now: field("VmRSS"), peak: field("VmHWM") };
};
