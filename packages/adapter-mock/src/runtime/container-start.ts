import {
  ContainerEventType,
  ContainerState,
  CriError,
  type StartContainerRequest,
  type StartContainerResponse,
} from "@crikit/cri-api";
import { createFiles } from "../filesystem/files.ts";
import { FsError } from "../filesystem/fs-error.ts";
import { DEFAULT_PATH, type Executable, findExecutable } from "../process/executable.ts";
import { Process } from "../process/process.ts";
import type { ContainerEnd, ContainerRecord } from "./container.ts";
import { ContainerLog } from "./container-log.ts";
import { ContainerStreams } from "./container-streams.ts";
import { environmentOf, workingDirOf } from "./environment.ts";
import { emitEvent } from "./events.ts";
import { containerOf, containersChanged, type MockState } from "./state.ts";

/** Exit code of a container whose program could not be started, as containerd has it. */
const START_FAILED = 128;
const KILLED = 137;

/** What a container runs: its own command and arguments before its image's, as the CRI mixes them. */
const commandOf = (container: ContainerRecord): readonly string[] => {
  const { command, args } = container.config;
  const { template } = container.image;
  if (command.length > 0) return [...command, ...args];
  return [...(template.entrypoint ?? []), ...(args.length > 0 ? args : (template.command ?? []))];
};

const findProgram = (container: ContainerRecord, args: readonly string[]): Executable => {
  const cwd = workingDirOf(container);
  const files = createFiles(container, { pid: 1, cwd, credentials: container.credentials });
  if (cwd !== "/" && !files.exists(cwd))
    createFiles(container, { pid: 1, cwd: "/", credentials: { uid: 0, gid: 0, groups: [] } }).mkdir(cwd, {
      recursive: true,
    });
  const path = environmentOf(container).get("PATH") ?? DEFAULT_PATH;
  return findExecutable(container, files, { args, path });
};

/** The text that users and tests look for when a command does not exist. */
const startFailure = (error: FsError): string => {
  const why =
    error.code === "ENOENT" && !error.path.includes("/")
      ? "executable file not found in $PATH"
      : error.reason.toLowerCase();
  return `exec: "${error.path}": ${why}`;
};

/** Changes a container's state, and what lists answer with it. */
export const setContainerState = (state: MockState, container: ContainerRecord, next: ContainerState): void => {
  container.message = { ...container.message, state: next };
  containersChanged(state);
};

const describeEnd = (container: ContainerRecord, exitCode: number): Pick<ContainerEnd, "exitCode" | "reason"> => {
  if (container.oomKilled && exitCode === KILLED) return { exitCode, reason: "OOMKilled" };
  return { exitCode, reason: exitCode === 0 ? "Completed" : "Error" };
};

/** The first process has ended: its log is written to the end, then the container is exited. */
export const finishContainer = async (
  state: MockState,
  container: ContainerRecord,
  exitCode: number,
): Promise<void> => {
  const finishedAtNanos = state.clock.nowNanos();
  const { streams } = container;
  container.init = undefined;
  await streams?.log?.close();
  container.end = { ...describeEnd(container, exitCode), message: "", finishedAtNanos };
  container.streams = undefined;
  setContainerState(state, container, ContainerState.CONTAINER_EXITED);
  emitEvent(state, {
    id: container.containerId,
    sandbox: container.sandbox,
    type: ContainerEventType.CONTAINER_STOPPED_EVENT,
  });
  container.announceExit();
};

const openLog = (container: ContainerRecord): ContainerLog | undefined => {
  if (container.config.logPath === "" || container.sandbox.config.logDirectory === "") return undefined;
  const log = new ContainerLog(container);
  try {
    log.create();
  } catch (cause) {
    throw new CriError(
      "FailedPrecondition",
      `log file "${log.path}" of container "${container.containerId}" cannot be made`,
      { cause },
    );
  }
  return log;
};

const failToStart = (state: MockState, container: ContainerRecord, message: string): CriError => {
  container.startedAtNanos = 0n;
  container.end = { exitCode: START_FAILED, reason: "StartError", message, finishedAtNanos: state.clock.nowNanos() };
  setContainerState(state, container, ContainerState.CONTAINER_EXITED);
  return new CriError("FailedPrecondition", `container "${container.containerId}" cannot be started: ${message}`);
};

const createStreams = (container: ContainerRecord): ContainerStreams => {
  const { tty, stdin } = container.config;
  const streams = new ContainerStreams({ tty, stdin, log: openLog(container) });
  const { terminal } = streams;
  if (terminal === undefined) return streams;
  terminal.onSignal = (signal) => {
    const group = terminal.foreground ?? container.init?.group;
    for (const process of [...container.processes]) if (process.group === group) process.kill(signal);
  };
  return streams;
};

/** Starts the first process of a container that has been created. */
export const startRecord = (state: MockState, container: ContainerRecord): void => {
  const args = commandOf(container);
  if (args.length === 0)
    throw failToStart(state, container, "no command is given, neither by the container nor by its image");
  let executable: Executable;
  try {
    executable = findProgram(container, args);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    throw failToStart(state, container, startFailure(error));
  }
  const streams = createStreams(container);
  container.streams = streams;
  container.startedAtNanos = state.clock.nowNanos();
  setContainerState(state, container, ContainerState.CONTAINER_RUNNING);
  const process = new Process({
    space: container,
    args: executable.args,
    cwd: workingDirOf(container),
    credentials: setUidOf(container, executable),
    fds: streams.descriptors(),
  });
  container.init = process;
  emitEvent(state, {
    id: container.containerId,
    sandbox: container.sandbox,
    type: ContainerEventType.CONTAINER_STARTED_EVENT,
  });
  process.run(executable.program);
  container.dropCleanFileSystem();
};

const setUidOf = (container: ContainerRecord, { setUid }: Executable): ContainerRecord["credentials"] =>
  setUid === undefined || container.noNewPrivileges ? container.credentials : { ...container.credentials, uid: setUid };

/** StartContainer: one that has been created and whose sandbox is ready. */
export const startContainer = (state: MockState, request: StartContainerRequest): StartContainerResponse => {
  const container = containerOf(state, request.containerId);
  if (container.message.state !== ContainerState.CONTAINER_CREATED || container.busy !== undefined) {
    const word = container.isRunning ? "running already" : `exited, ${container.end?.exitCode ?? 0}`;
    throw new CriError("FailedPrecondition", `container "${container.containerId}" cannot be started: it is ${word}`);
  }
  if (!container.sandbox.isReady) {
    throw new CriError(
      "FailedPrecondition",
      `container "${container.containerId}" cannot be started: pod sandbox "${container.sandbox.podSandboxId}" is not ready`,
    );
  }
  startRecord(state, container);
  return {};
};
