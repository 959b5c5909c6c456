import type { Duplex } from "node:stream";
import { createFiles, type Files } from "../filesystem/files.ts";
import type { Credentials } from "../filesystem/filesystem.ts";
import { FsError } from "../filesystem/fs-error.ts";
import type { Listener } from "../network/namespace.ts";
import type { Descriptor } from "./descriptor.ts";
import { DEFAULT_PATH, type Executable, findExecutable } from "./executable.ts";
import { BrokenPipe } from "./pipe.ts";
import type { Child, Program, ProgramContext, ProgramTerminal } from "./program.ts";
import { formatSignal, isFatal, parseSignal, SIGNALS } from "./signals.ts";
import type { ProcessSpace, VisibleProcess } from "./space.ts";
import { createInput, createProgramOutput, type Input, type Output, type StreamOwner } from "./stdio.ts";

/** Thrown where a program waits or acts after its process has been killed; nobody catches it but the process itself. */
export class ProcessEnded extends Error {
  override readonly name = "ProcessEnded";
}

class ExitRequest extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super("exit");
    this.exitCode = exitCode;
  }
}

/** What a process starts with. */
export interface ProcessOptions {
  readonly space: ProcessSpace;
  readonly args: readonly string[];
  /** Default: what the container gives its processes. */
  readonly env?: ReadonlyMap<string, string> | undefined;
  readonly cwd: string;
  readonly credentials: Credentials;
  /** What 0, 1, 2, … stand for; the process takes over this hold and releases it at its end. */
  readonly fds: readonly (Descriptor | undefined)[];
  readonly parent?: Process | undefined;
  /** What a terminal's keys signal together, "own" for a group of its own; default the parent's. */
  readonly group?: "own" | undefined;
}

/** Memory that a process has before it asks for any. */
const START_MEMORY_BYTES = 1024 * 1024;
/** Processor time of a start, and of each operation. */
const START_CPU_NANOS = 1_000_000;
const OPERATION_CPU_NANOS = 5_000;
/** Operations after which other processes and sockets get a turn. */
const OPERATIONS_PER_TURN = 128;

/** Also a promise of another realm, as test runners make them. */
const isPromise = (result: unknown): result is Promise<unknown> =>
  typeof result === "object" && result !== null && "then" in result;

/** One running program: its descriptors, signals, children and end. */
export class Process implements ProgramContext, StreamOwner, VisibleProcess {
  readonly space: ProcessSpace;
  readonly pid: number;
  readonly group: number;
  readonly startedNanos: bigint;
  args: readonly string[];
  cwd: string;
  user: Credentials;
  cpuNanos = START_CPU_NANOS;
  memoryBytes = START_MEMORY_BYTES;
  exitCode: number | undefined;
  parent: Process | undefined;
  #save: (() => unknown) | undefined;
  #env: ReadonlyMap<string, string> | undefined;
  #ownEnv: Map<string, string> | undefined;
  #fds: (Descriptor | undefined)[];
  #handlers: Map<number, (() => void) | "ignore"> | undefined;
  #cancels: (() => void)[] | undefined;
  #waiters: ((exitCode: number) => void)[] | undefined;
  #listeners: Listener[] | undefined;
  #abort: AbortController | undefined;
  #streams: { stdin?: Input; stdout?: Output; stderr?: Output; files?: Files } | undefined;

  constructor(options: ProcessOptions) {
    this.space = options.space;
    this.pid = options.space.nextPid();
    this.parent = options.parent;
    this.group = options.group === "own" ? this.pid : (options.parent?.group ?? this.pid);
    this.args = options.args;
    this.cwd = options.cwd;
    this.user = options.credentials;
    this.#env = options.env;
    this.#fds = [...options.fds];
    this.startedNanos = options.space.clock.nowNanos();
    options.space.started(this);
    options.space.charge(START_CPU_NANOS, 0);
  }

  get parentPid(): number {
    return this.parent?.pid ?? 0;
  }

  get uid(): number {
    return this.user.uid;
  }

  get gid(): number {
    return this.user.gid;
  }

  get groups(): readonly number[] {
    return this.user.groups;
  }

  get credentials(): Credentials {
    return this.user;
  }

  get env(): Map<string, string> {
    this.#ownEnv ??= new Map(this.#env ?? this.space.environment());
    return this.#ownEnv;
  }

  get hostname(): string {
    return this.space.hostname;
  }

  get stdin(): Input {
    this.#streams ??= {};
    this.#streams.stdin ??= createInput(this, 0);
    return this.#streams.stdin;
  }

  get stdout(): Output {
    this.#streams ??= {};
    this.#streams.stdout ??= createProgramOutput(this, 1);
    return this.#streams.stdout;
  }

  get stderr(): Output {
    this.#streams ??= {};
    this.#streams.stderr ??= createProgramOutput(this, 2);
    return this.#streams.stderr;
  }

  get fs(): Files {
    this.#streams ??= {};
    this.#streams.files ??= createFiles(this.space, this);
    return this.#streams.files;
  }

  get tty(): ProgramTerminal | undefined {
    const terminal = this.#fds[0]?.terminal;
    if (terminal === undefined) return undefined;
    return {
      get width() {
        return terminal.width;
      },
      get height() {
        return terminal.height;
      },
      setRaw(raw) {
        terminal.raw = raw;
      },
    };
  }

  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.exitCode !== undefined) this.#abort.abort();
    return this.#abort.signal;
  }

  get fds(): readonly (Descriptor | undefined)[] {
    return this.#fds;
  }

  descriptor(fd: number): Descriptor | undefined {
    if (this.exitCode !== undefined) throw new ProcessEnded();
    return this.#fds[fd];
  }

  /** Runs `program`; returns at once. The process ends with its result. */
  run(program: Program): void {
    try {
      const result = program(this);
      if (isPromise(result)) result.then(this.#settled, this.#failed);
      else this.#settled(result);
    } catch (error) {
      this.#failed(error);
    }
  }

  get #settled(): (exitCode: unknown) => void {
    return (exitCode) => this.end(typeof exitCode === "number" ? exitCode & 0xff : 0);
  }

  get #failed(): (error: unknown) => void {
    return (error) => {
      if (error instanceof ProcessEnded) return;
      if (error instanceof ExitRequest) this.end(error.exitCode);
      else if (error instanceof BrokenPipe) this.end(128 + SIGNALS.PIPE);
      else this.#complain(error).finally(() => this.end(1));
    };
  }

  async #complain(error: unknown): Promise<void> {
    const text = error instanceof Error ? error.message : String(error);
    try {
      await this.stderr.write(`${this.args[0] ?? "?"}: ${text}\n`);
    } catch {
      // The process has been killed meanwhile, or nobody reads its errors.
    }
  }

  exit(code: number): never {
    throw new ExitRequest(code & 0xff);
  }

  /** The process ends now, however it came to that. */
  end(exitCode: number): void {
    if (this.exitCode !== undefined) return;
    this.exitCode = exitCode;
    for (const cancel of this.#cancels ?? []) cancel();
    this.#cancels = undefined;
    for (const listener of this.#listeners ?? []) listener.close();
    for (const descriptor of this.#fds) descriptor?.release();
    this.#fds = [];
    this.#abort?.abort();
    this.space.ended(this);
    for (const waiter of this.#waiters ?? []) waiter(exitCode);
    this.#waiters = undefined;
  }

  /** Settles with the exit code when the process has ended. */
  wait(): Promise<number> {
    if (this.exitCode !== undefined) return Promise.resolve(this.exitCode);
    this.#waiters ??= [];
    const waiters = this.#waiters;
    return new Promise((resolve) => {
      waiters.push(resolve);
    });
  }

  kill(signal: number): void {
    if (this.exitCode !== undefined || signal === 0) return;
    const action = signal === SIGNALS.KILL ? undefined : this.#handlers?.get(signal);
    if (action === "ignore") return;
    if (action !== undefined) action();
    else if (isFatal(signal)) this.end(128 + signal);
  }

  onSignal(name: string, action: (() => void) | "ignore"): void {
    const signal = parseSignal(name);
    if (signal === undefined) throw new Error(`"${name}" is no signal`);
    this.#handlers ??= new Map();
    this.#handlers.set(signal, action);
  }

  /** Lets a signal do again what it does by default. */
  resetSignal(signal: number): void {
    this.#handlers?.delete(signal);
  }

  until<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const forget = this.#cancelWith(() => reject(new ProcessEnded()));
      promise.then(
        (value) => {
          forget();
          resolve(value);
        },
        (error: unknown) => {
          forget();
          reject(error);
        },
      );
    });
  }

  /** Registers what must happen if the process is killed meanwhile; returns how to take it back. */
  #cancelWith(cancel: () => void): () => void {
    if (this.exitCode !== undefined) {
      cancel();
      return () => undefined;
    }
    this.#cancels ??= [];
    this.#cancels.push(cancel);
    return () => {
      const index = this.#cancels?.indexOf(cancel) ?? -1;
      if (index >= 0) this.#cancels?.splice(index, 1);
    };
  }

  forever(): Promise<never> {
    return new Promise((_resolve, reject) => {
      this.#cancelWith(() => reject(new ProcessEnded()));
    });
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.space.clock.schedule(ms, () => {
        forget();
        resolve();
      });
      const forget = this.#cancelWith(() => {
        stop();
        reject(new ProcessEnded());
      });
    });
  }

  work(bytes: number): Promise<void> | undefined {
    if (this.exitCode !== undefined) throw new ProcessEnded();
    const nanos = OPERATION_CPU_NANOS + bytes / 2;
    this.cpuNanos += nanos;
    this.space.charge(nanos, bytes);
    if (this.space.countOperation() % OPERATIONS_PER_TURN !== 0) return undefined;
    return this.until(
      new Promise((resolve) => {
        setImmediate(resolve);
      }),
    );
  }

  useCpu(ms: number): void {
    this.cpuNanos += ms * 1e6;
    this.space.charge(ms * 1e6, 0);
  }

  allocate(bytes: number): void {
    this.memoryBytes += bytes;
    this.space.memoryGrown(this);
    if (this.exitCode !== undefined) throw new ProcessEnded();
  }

  free(bytes: number): void {
    this.memoryBytes = Math.max(START_MEMORY_BYTES, this.memoryBytes - bytes);
  }

  onCheckpoint(save: () => unknown): void {
    this.#save = save;
  }

  /** What the program wants to find again. */
  save(): unknown {
    return this.#save?.();
  }

  get restored(): unknown {
    return this.space.saved;
  }

  nowNanos(): bigint {
    return this.space.clock.nowNanos();
  }

  async listen(port: number, onConnection: (connection: Duplex) => void): Promise<Listener> {
    const listener = await this.until(this.space.network.listen(port, onConnection));
    this.#listeners ??= [];
    this.#listeners.push(listener);
    return listener;
  }

  connect(host: string, port: number): Duplex {
    return this.space.connect(host, port);
  }

  /** What `args` would run, with this process' files and PATH. */
  find(args: readonly string[]): Executable {
    return findExecutable(this.space, this.fs, { args, path: this.env.get("PATH") ?? DEFAULT_PATH });
  }

  spawn(args: readonly string[]): Child {
    const child = this.start(args, { fds: this.#fds, env: this.env, cwd: this.cwd });
    return {
      pid: child.pid,
      wait: () => this.until(child.wait()),
      kill: (signal = SIGNALS.TERM) => {
        const number = typeof signal === "number" ? signal : parseSignal(signal);
        if (number === undefined) throw new Error(`"${signal}" is no signal`);
        child.kill(number);
      },
    };
  }

  /** Starts a child; its descriptors are held once more for it. */
  start(
    args: readonly string[],
    options: {
      readonly fds: readonly (Descriptor | undefined)[];
      readonly env: ReadonlyMap<string, string>;
      readonly cwd: string;
      readonly group?: "own" | undefined;
    },
  ): Process {
    const executable = this.find(args);
    return this.fork(executable.program, { ...options, args: executable.args, setUid: executable.setUid });
  }

  /** Runs a function as a child process: what a subshell is. */
  fork(
    program: Program,
    options: {
      readonly fds: readonly (Descriptor | undefined)[];
      readonly env: ReadonlyMap<string, string>;
      readonly cwd: string;
      readonly args?: readonly string[];
      readonly setUid?: number | undefined;
      readonly group?: "own" | undefined;
    },
  ): Process {
    if (this.exitCode !== undefined) throw new ProcessEnded();
    const raised = options.setUid !== undefined && !this.space.noNewPrivileges;
    const child = new Process({
      space: this.space,
      args: options.args ?? this.args,
      env: new Map(options.env),
      cwd: options.cwd,
      credentials: raised ? { ...this.user, uid: options.setUid ?? this.user.uid } : this.user,
      fds: options.fds.map((descriptor) => descriptor?.retain()),
      parent: this,
      group: options.group,
    });
    for (const [signal, action] of this.#handlers ?? []) {
      if (action === "ignore") child.onSignal(formatSignal(signal), "ignore");
    }
    child.run(program);
    return child;
  }

  /** Takes `fds` in place of its own, and holds them once more. */
  replaceDescriptors(fds: readonly (Descriptor | undefined)[]): void {
    const held = fds.map((descriptor) => descriptor?.retain());
    for (const descriptor of this.#fds) descriptor?.release();
    this.#fds = held;
  }

  /** Goes on as another program, as exec(2) does: same process, new arguments, environment and descriptors. */
  become(
    args: readonly string[],
    options: Pick<ProcessOptions, "fds"> & { readonly env: ReadonlyMap<string, string> },
  ): Program {
    const { program, args: seen, setUid } = this.find(args);
    this.replaceDescriptors(options.fds);
    this.#ownEnv = new Map(options.env);
    this.#handlers = undefined;
    this.args = seen;
    if (setUid !== undefined && !this.space.noNewPrivileges) this.user = { ...this.user, uid: setUid };
    return program;
  }

  /** Whether a call that a seccomp profile may refuse goes through; throws EPERM on `path` if not. */
  checkCall(call: string, path: string, capability?: string): void {
    const blocked = this.space.blockedCalls.has(call);
    const lacking = capability !== undefined && !this.space.capabilities.has(capability);
    if (blocked || lacking) throw new FsError("EPERM", path);
  }
}
