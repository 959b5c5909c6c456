import { mkdir, readlink, rm, symlink } from "node:fs/promises";
import { dirname } from "node:path";
import { CriError } from "@crikit/cri-api";
import type { ContainerRecord } from "../translate/container-status.ts";
import { attachLogPump, type LogPump, type PumpSurroundings, resumeLogPump } from "./log-pump.ts";

/** The logs of all containers whose logs are written here. */
export interface ContainerLogs {
  /** Opens the log of a container that is about to be started. */
  open(record: ContainerRecord): Promise<void>;
  /** A container is seen running: its log is taken up if nobody writes it. */
  seenRunning(record: ContainerRecord): void;
  /** A container is seen to have ended: settles when its log is written to the end, at the latest after `drainMs`. */
  seenEnded(record: ContainerRecord): Promise<void>;
  /** The engine is back. */
  resumeAll(): void;
  reopen(record: ContainerRecord): Promise<void>;
  forget(record: ContainerRecord): Promise<void>;
  /** How many logs are being written. */
  readonly openCount: number;
  close(): Promise<void>;
}

/** What the logs are told. */
export interface ContainerLogsOptions extends PumpSurroundings {
  /** How long an ended container's log may hold back its end. */
  readonly drainMs: number;
}

const sourceOf = (record: ContainerRecord) => ({
  containerId: record.id,
  path: record.facts.logPath,
  isTty: record.inspect.Config?.Tty === true,
});

const within = async (promise: Promise<void>, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return done;
};

/** Keeps one pump for each container whose log is written here. */
export const createContainerLogs = (options: ContainerLogsOptions): ContainerLogs => {
  const pumps = new Map<string, LogPump>();

  const keep = (containerId: string, pump: LogPump): void => {
    pumps.set(containerId, pump);
    void pump.finished.then(() => {
      if (pumps.get(containerId) === pump) pumps.delete(containerId);
    });
  };

  const isWritten = (record: ContainerRecord): boolean => record.facts.writesLog && record.facts.logPath !== "";

  return {
    open: async (record) => {
      if (!isWritten(record) || pumps.has(record.id)) return;
      keep(record.id, await attachLogPump(sourceOf(record), options));
    },
    seenRunning: (record) => {
      if (isWritten(record) && !pumps.has(record.id)) keep(record.id, resumeLogPump(sourceOf(record), options));
    },
    seenEnded: async (record) => {
      if (!isWritten(record)) return;
      let pump = pumps.get(record.id);
      if (pump === undefined) {
        if ((await options.state.markOf(record.id)) === undefined) return;
        pump = resumeLogPump(sourceOf(record), options);
        keep(record.id, pump);
      }
      if (!(await within(pump.ended(), options.drainMs)))
        options.onWarning(
          `log "${record.facts.logPath}" is not written to its end after ${options.drainMs} ms; it goes on`,
        );
    },
    resumeAll: () => {
      for (const pump of pumps.values()) pump.resume();
    },
    reopen: async (record) => {
      const pump = pumps.get(record.id);
      if (pump === undefined)
        throw new CriError(
          "FailedPrecondition",
          `the log of container "${record.id}" is written by the engine (${record.inspect.HostConfig?.LogConfig?.Type ?? "unknown driver"}), which cannot reopen it`,
        );
      await pump.reopen();
    },
    forget: async (record) => {
      await pumps.get(record.id)?.close();
      pumps.delete(record.id);
      await options.state.clear(record.id);
    },
    get openCount() {
      return pumps.size;
    },
    close: async () => {
      await Promise.all([...pumps.values()].map((pump) => pump.close()));
    },
  };
};

/** The old way: a link from the log's path to the engine's own file, in the engine's format and never rotated. */
export const linkEngineLog = async (logPath: string, enginePath: string): Promise<void> => {
  await mkdir(dirname(logPath), { recursive: true });
  await rm(logPath, { force: true });
  await symlink(enginePath, logPath);
};

/** Removes a link that {@link linkEngineLog} made; a file is left alone. */
export const unlinkEngineLog = async (logPath: string): Promise<void> => {
  const isLink = await readlink(logPath).then(
    () => true,
    () => false,
  );
  if (isLink) await rm(logPath, { force: true });
};
