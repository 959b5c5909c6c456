import { readdir, readFile } from "node:fs/promises";
import type { Engine } from "../engine/engine.ts";

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
}

const parseStat = (text: string): ProcessRow | undefined => {
  // The name in parentheses may hold anything, also parentheses.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const pid = Number(text.slice(0, text.indexOf(" ")));
  return fields.length < 4 ? undefined : { pid, parent: Number(fields[1]), session: Number(fields[3]) };
};

const readProcesses = async (): Promise<ProcessRow[]> => {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const rows = await Promise.all(
    names.map(async (name) => parseStat(await readFile(`/proc/${name}/stat`, "utf8").catch(() => ""))),
  );
  return rows.filter((row) => row !== undefined);
};

/** The process and all that came of it: its descendants, and whoever is in its session (a runtime gives each executed process one). */
const familyOf = (first: number, rows: readonly ProcessRow[]): number[] => {
  const family = new Set([first]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const row of rows) if (family.has(row.parent) || row.session === first) family.add(row.pid);
  }
  return [...family];
};

const isOfContainer = async (pid: number, containerId: string): Promise<boolean> =>
  (await readFile(`/proc/${pid}/cgroup`, "utf8").catch(() => "")).includes(containerId);

/** Which executed process is to be signalled. */
export interface ExecTarget {
  readonly containerId: string;
  readonly execId: string;
  /** What marks the process' environment where it has to be found from inside the container. */
  readonly mark: string;
}

const signalLocally = async (engine: Engine, target: ExecTarget, signal: NodeJS.Signals): Promise<void> => {
  const { Pid: pid = 0, Running: running } = await engine.inspectExec(target.execId);
  if (pid <= 0 || running !== true) return;
  // A number that is in use by somebody else is not signalled.
  if (!(await isOfContainer(pid, target.containerId))) return;
  for (const one of familyOf(pid, await readProcesses())) {
    if (!(await isOfContainer(one, target.containerId))) continue;
    try {
      process.kill(one, signal);
    } catch {
      // It has ended by itself.
    }
  }
};

/** Shell that finds the processes marked in their environment, and signals them. */
const script = (mark: string, signal: NodeJS.Signals): string =>
  `for d in /proc/[0-9]*; do if tr '\\0' '\\n' < $d/environ 2>/dev/null | grep -q '^${mark}$'; then kill -${signal.slice(3)} \${d#/proc/}; fi; done`;

const signalInside = async (engine: Engine, target: ExecTarget, signal: NodeJS.Signals): Promise<void> => {
  const helper = await engine.createExec(target.containerId, {
    command: ["sh", "-c", script(target.mark, signal)],
    tty: false,
    stdin: false,
    stdout: false,
    stderr: false,
    user: "0",
  });
  await engine.runExecDetached(helper);
};

/**
 * Signals an executed process and its children: by their numbers where the engine's processes are this machine's, else by a second exec that finds
 * them by a mark in their environment (needs `sh`, `tr`, `grep` and `kill` in the image). Docker has no call for it.
 */
export const signalExec = (
  engine: Engine,
  target: ExecTarget,
  how: { readonly signal: NodeJS.Signals; readonly isLocal: boolean },
): Promise<void> =>
  how.isLocal ? signalLocally(engine, target, how.signal) : signalInside(engine, target, how.signal);
