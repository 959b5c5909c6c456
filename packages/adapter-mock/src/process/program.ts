import type { Duplex } from "node:stream";
import type { Files } from "../filesystem/files.ts";
import type { Credentials } from "../filesystem/filesystem.ts";
import type { Listener } from "../network/namespace.ts";
import type { Input, Output } from "./stdio.ts";

/** A program's terminal, if it has one. */
export interface ProgramTerminal {
  readonly width: number;
  readonly height: number;
  /** Off: each key arrives at once, without echo, line editing and signals. */
  setRaw(raw: boolean): void;
}

/** Another process that a program has started. */
export interface Child {
  readonly pid: number;
  /** The exit code, 128 + the signal if one ended it. */
  wait(): Promise<number>;
  kill(signal?: string | number): void;
}

/** What a program may do: its arguments and streams, files, sockets, signals, time. Whatever waits ends at once when the process is killed. */
export interface ProgramContext {
  readonly pid: number;
  /** The command's own name first. */
  readonly args: readonly string[];
  readonly env: Map<string, string>;
  readonly cwd: string;
  readonly user: Credentials;
  readonly hostname: string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly fs: Files;
  /** Set if stdin is a terminal. */
  readonly tty: ProgramTerminal | undefined;
  /** Fires when the process has ended, for whatever reason. */
  readonly signal: AbortSignal;
  /** Runs `action` when the signal comes, in place of what it does by default; "ignore" does nothing at all. SIGKILL cannot be caught. */
  onSignal(name: string, action: (() => void) | "ignore"): void;
  /** Milliseconds, by the mock's clock. */
  sleep(ms: number): Promise<void>;
  /** Waits until the process is killed. */
  forever(): Promise<never>;
  /** Listens on a port of the pod (0: a free one). It is closed when the process ends. */
  listen(port: number, onConnection: (connection: Duplex) => void): Promise<Listener>;
  /** Connects to a pod, by address or name. */
  connect(host: string, port: number): Duplex;
  /** Starts another program with this one's streams; throws an FsError if there is none of that name. */
  spawn(args: readonly string[]): Child;
  /** Ends the process. */
  exit(code: number): never;
  /** Uses memory until the process ends or frees it; beyond the container's limit the process is killed (OOMKilled). */
  allocate(bytes: number): void;
  free(bytes: number): void;
  /** Uses processor time, as it appears in the container's stats. */
  useCpu(ms: number): void;
  /** Called when the container is checkpointed or the runtime's state is saved; what it gives (JSON) is `restored` when the program runs again. */
  onCheckpoint(save: () => unknown): void;
  /** What `onCheckpoint` gave before; `undefined` in a container that was not restored. */
  readonly restored: unknown;
  /** Nanoseconds since 1970-01-01 UTC, by the mock's clock. */
  nowNanos(): bigint;
}

/** What runs in a container: a function. Its result is the exit code, 0 if it gives none; an exception is printed on stderr and is 1. */
// biome-ignore lint/suspicious/noConfusingVoidType: a program that returns nothing is an ordinary one
export type Program = (p: ProgramContext) => number | void | Promise<number | void>;
