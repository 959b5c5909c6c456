import type { Duplex } from "node:stream";
import { CriError } from "@crikit/cri-api";
import type {
  AttachSession,
  ByteSink,
  ByteSource,
  ExecSession,
  ExitStatus,
  PortForwardSession,
  SessionCall,
  SessionStreams,
} from "@crikit/cri-runtime";
import { createFiles } from "../filesystem/files.ts";
import { FsError } from "../filesystem/fs-error.ts";
import { createOutput, createPipeReader, type Descriptor, NULL_DESCRIPTOR } from "../process/descriptor.ts";
import { DEFAULT_PATH, findExecutable } from "../process/executable.ts";
import { Pipe } from "../process/pipe.ts";
import { Process } from "../process/process.ts";
import { SIGNALS } from "../process/signals.ts";
import { Terminal } from "../process/terminal.ts";
import type { ContainerRecord } from "./container.ts";
import { environmentOf, workingDirOf } from "./environment.ts";
import { containerOf, type MockState, sandboxOf } from "./state.ts";

const runningContainer = (state: MockState, containerId: string): ContainerRecord => {
  const container = containerOf(state, containerId);
  if (!container.isRunning || container.init === undefined) {
    throw new CriError("FailedPrecondition", `container "${containerId}" is not running`);
  }
  return container;
};

const outputTo = (sink: ByteSink | undefined): Descriptor =>
  sink === undefined
    ? NULL_DESCRIPTOR
    : createOutput({ write: (chunk) => sink.write(chunk), drained: () => sink.drained() });

/** Ends when `signal` fires; the result takes the listener off again. */
const onAbort = (signal: AbortSignal | undefined, run: () => void): (() => void) => {
  if (signal === undefined) return () => undefined;
  if (signal.aborted) run();
  signal.addEventListener("abort", run, { once: true });
  return () => signal.removeEventListener("abort", run);
};

/** Where the bytes of a session's standard input go. */
interface InputTarget {
  /** Takes a chunk that is valid until it returns; settles when there is room for more. */
  readonly put: (chunk: Uint8Array) => Promise<void>;
  readonly end: () => void;
}

/** Copies standard input until its end, or until nobody wants it. */
const feed = async (source: ByteSource, target: InputTarget, stopped: AbortSignal): Promise<void> => {
  const iterator = source[Symbol.asyncIterator]();
  const gone = new Promise<undefined>((resolve) => {
    onAbort(stopped, () => resolve(undefined));
  });
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), gone]);
      if (next === undefined || next.done === true) break;
      await Promise.race([target.put(next.value), gone]);
    }
    target.end();
  } catch {
    // The client's stream has broken, or nobody reads the pipe any more: it is the end of input either way.
    target.end();
  } finally {
    if (stopped.aborted) iterator.return?.()?.catch(() => undefined);
  }
};

const pipeTarget = (pipe: Pipe): InputTarget => ({
  put: async (chunk) => {
    // The source may use the chunk's memory again.
    if (!pipe.write(chunk.slice())) await pipe.drained();
  },
  end: () => pipe.end(),
});

const terminalTarget = (terminal: Terminal): InputTarget => ({
  put: async (chunk) => {
    terminal.type(chunk);
    await terminal.typable();
  },
  end: () => terminal.hangUp(),
});

const followResize = async (
  terminal: Terminal,
  resize: SessionStreams["resize"],
  stopped: AbortSignal,
): Promise<void> => {
  if (resize === undefined) return;
  const iterator = resize[Symbol.asyncIterator]();
  const gone = new Promise<undefined>((resolve) => {
    onAbort(stopped, () => resolve(undefined));
  });
  for (;;) {
    const next = await Promise.race([iterator.next(), gone]);
    if (next === undefined || next.done === true) break;
    terminal.resize(next.value);
  }
  iterator.return?.()?.catch(() => undefined);
};

/** A process and all that it has started. */
const treeOf = (container: ContainerRecord, root: Process): readonly Process[] => {
  const isBelow = (process: Process | undefined): boolean =>
    process === root || (process !== undefined && isBelow(process.parent));
  return container.processes.filter(isBelow);
};

const startExec = (container: ContainerRecord, session: ExecSession, fds: readonly Descriptor[]): Process => {
  const env = environmentOf(container);
  if (session.tty) env.set("TERM", "xterm");
  const cwd = workingDirOf(container);
  const { credentials } = container;
  const files = createFiles(container, { pid: 0, cwd, credentials });
  let executable: ReturnType<typeof findExecutable>;
  try {
    executable = findExecutable(container, files, { args: session.command, path: env.get("PATH") ?? DEFAULT_PATH });
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    const why =
      error.code === "ENOENT" && !error.path.includes("/")
        ? "executable file not found in $PATH"
        : error.reason.toLowerCase();
    throw new CriError(
      "FailedPrecondition",
      `container "${container.containerId}" cannot execute "${session.command[0]}": ${why}`,
    );
  }
  const raised = executable.setUid !== undefined && !container.noNewPrivileges;
  const process = new Process({
    space: container,
    args: executable.args,
    env,
    cwd,
    credentials: raised ? { ...credentials, uid: executable.setUid ?? credentials.uid } : credentials,
    fds,
  });
  process.run(executable.program);
  return process;
};

/** Exec: a process with the session's streams; it is killed with its children when the session is ended from outside. */
export const exec = async (
  state: MockState,
  session: ExecSession,
  streams: SessionStreams,
  call: SessionCall,
): Promise<ExitStatus> => {
  const container = runningContainer(state, session.containerId);
  const stopped = new AbortController();
  const stdout = outputTo(streams.stdout);
  const stderr = outputTo(streams.stderr);
  const terminal = session.tty
    ? new Terminal([{ write: (chunk) => stdout.write(chunk), drained: () => stdout.drained() }])
    : undefined;
  const pipe = terminal === undefined && streams.stdin !== undefined ? new Pipe() : undefined;
  const stdin = pipe === undefined ? NULL_DESCRIPTOR : createPipeReader(pipe);
  const process = startExec(
    container,
    session,
    terminal === undefined ? [stdin, stdout, stderr] : [terminal, terminal, terminal],
  );
  const signalTree = (signal: number): void => {
    for (const each of treeOf(container, process)) each.kill(signal);
  };
  if (terminal !== undefined) {
    terminal.onSignal = (signal) => {
      const group = terminal.foreground ?? process.group;
      for (const each of [...container.processes]) if (each.group === group) each.kill(signal);
    };
    followResize(terminal, streams.resize, stopped.signal).catch(() => undefined);
  }
  const offKill = onAbort(call.signal, () => signalTree(SIGNALS.KILL));
  const offHangup = onAbort(call.hangup, () => signalTree(SIGNALS.HUP));
  const target =
    terminal === undefined ? (pipe === undefined ? undefined : pipeTarget(pipe)) : terminalTarget(terminal);
  if (streams.stdin !== undefined && target !== undefined)
    feed(streams.stdin, target, stopped.signal).catch(() => undefined);
  try {
    return { exitCode: await process.wait() };
  } finally {
    offKill();
    offHangup();
    stopped.abort();
    streams.stdout?.end();
    streams.stderr?.end();
  }
};

/** Attach: the first process' streams, from now on. */
export const attach = async (
  state: MockState,
  session: AttachSession,
  streams: SessionStreams,
  call: SessionCall,
): Promise<void> => {
  const container = runningContainer(state, session.containerId);
  const io = container.streams;
  if (io === undefined) throw new CriError("FailedPrecondition", `container "${session.containerId}" is not running`);
  const stopped = new AbortController();
  const leave = io.view({ stdout: streams.stdout, stderr: streams.stderr });
  const { terminal } = io;
  if (terminal !== undefined) followResize(terminal, streams.resize, stopped.signal).catch(() => undefined);
  if (streams.stdin !== undefined) {
    const target = attachTarget(container);
    if (target !== undefined) feed(streams.stdin, target, stopped.signal).catch(() => undefined);
  }
  let off = (): void => undefined;
  const dropped = new Promise<void>((resolve) => {
    off = onAbort(call.signal, resolve);
  });
  try {
    await Promise.race([container.exited(), dropped]);
  } finally {
    off();
    leave();
    stopped.abort();
    streams.stdout?.end();
    streams.stderr?.end();
  }
};

/** Where an attached client's input goes; without `stdin_once` the container's input stays open when one client has gone. */
const attachTarget = (container: ContainerRecord): InputTarget | undefined => {
  const io = container.streams;
  const target =
    io?.terminal === undefined
      ? io?.stdin === undefined
        ? undefined
        : pipeTarget(io.stdin)
      : terminalTarget(io.terminal);
  if (target === undefined || container.config.stdinOnce) return target;
  return { ...target, end: () => undefined };
};

/** PortForward: a connection to what listens in the pod, by whichever process. */
export const portForward = async (
  state: MockState,
  session: PortForwardSession,
  call: SessionCall,
): Promise<Duplex> => {
  const sandbox = sandboxOf(state, session.podSandboxId);
  if (!sandbox.isReady) throw new CriError("FailedPrecondition", `pod sandbox "${session.podSandboxId}" is not ready`);
  let connection: Duplex;
  try {
    connection = sandbox.network.connect(session.port);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    throw new CriError(
      "Unavailable",
      `port ${session.port} of pod sandbox "${session.podSandboxId}" refuses connections: nothing listens there`,
      { cause: error },
    );
  }
  const off = onAbort(call.signal, () => connection.destroy());
  connection.once("close", off);
  return connection;
};
