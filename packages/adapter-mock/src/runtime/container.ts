import type { Duplex } from "node:stream";
import { type Container, type ContainerConfig, ContainerState, NamespaceMode } from "@crikit/cri-api";
import type { Clock } from "../clock/clock.ts";
import type { Credentials, FileSystem } from "../filesystem/filesystem.ts";
import type { TreeVolume } from "../filesystem/tree-volume.ts";
import type { StoredImage } from "../images/image-store.ts";
import type { NetworkNamespace } from "../network/namespace.ts";
import type { Process } from "../process/process.ts";
import type { Program } from "../process/program.ts";
import { SIGNALS } from "../process/signals.ts";
import type { ProcessSpace, VisibleProcess } from "../process/space.ts";
import { capabilitiesOf } from "./capabilities.ts";
import type { ContainerStreams } from "./container-streams.ts";
import { environmentOf } from "./environment.ts";
import { hostListeningPorts, sharedMemoryOf } from "./host-view.ts";
import { createContainerFileSystem, createRootVolume } from "./mounts.ts";
import { connectPods, resolveHost } from "./names.ts";
import { visibleProcesses } from "./pid-view.ts";
import type { SandboxRecord } from "./sandbox.ts";
import type { Seccomp } from "./seccomp.ts";
import type { MockState } from "./state.ts";

/** How a container has ended. */
export interface ContainerEnd {
  readonly exitCode: number;
  readonly reason: string;
  readonly message: string;
  readonly finishedAtNanos: bigint;
}

/** What a container is made from. */
export interface ContainerOptions {
  readonly state: MockState;
  readonly sandbox: SandboxRecord;
  readonly config: ContainerConfig;
  readonly image: StoredImage;
  readonly message: Container;
  readonly credentials: Credentials;
  readonly seccomp: Seccomp;
}

/** One container: what it was made from, its processes and what they share, its end. It costs little while it does nothing. */
export class ContainerRecord implements ProcessSpace {
  readonly sandbox: SandboxRecord;
  readonly image: StoredImage;
  readonly credentials: Credentials;
  readonly seccomp: Seccomp;
  config: ContainerConfig;
  /** What lists answer: the same object while nothing changes. */
  message: Container;
  startedAtNanos = 0n;
  end: ContainerEnd | undefined;
  /** The first process, while it runs. */
  init: Process | undefined;
  streams: ContainerStreams | undefined;
  /** What the first program had put aside when it was checkpointed. */
  saved: unknown;
  oomKilled = false;
  removed = false;
  /** A start is under way, or a removal: no other may begin. */
  busy: "starting" | "removing" | undefined;
  cpuNanos = 0;
  ioBytes = 0;
  oomEvents = 0;
  peakMemoryBytes = 0;
  readonly #state: MockState;
  #processes: readonly Process[] = [];
  #exitWaiters: (() => void)[] | undefined;
  #lastPid = 0;
  #root: TreeVolume | undefined;
  #fs: FileSystem | undefined;
  #hostname: string | undefined;

  constructor(options: ContainerOptions) {
    this.#state = options.state;
    this.sandbox = options.sandbox;
    this.config = options.config;
    this.image = options.image;
    this.message = options.message;
    this.credentials = options.credentials;
    this.seccomp = options.seccomp;
  }

  get containerId(): string {
    return this.message.id;
  }

  get isRunning(): boolean {
    return this.message.state === ContainerState.CONTAINER_RUNNING;
  }

  get logPath(): string {
    const { logDirectory } = this.sandbox.config;
    return logDirectory === "" || this.config.logPath === ""
      ? ""
      : `${logDirectory.replace(/\/+$/, "")}/${this.config.logPath}`;
  }

  get clock(): Clock {
    return this.#state.clock;
  }

  get fs(): FileSystem {
    this.#root ??= createRootVolume(this.#state, this);
    this.#fs ??= createContainerFileSystem(this.#state, this, this.#root);
    return this.#fs;
  }

  /** What the container has written into its own layer. */
  get layerUsage(): { readonly bytes: number; readonly inodes: number } {
    return this.#root?.usage ?? { bytes: 0, inodes: 0 };
  }

  /** The root volume, if the container has written anything. */
  get layer(): TreeVolume | undefined {
    return this.#root;
  }

  /** Puts another root in place, as a restore does. */
  set layer(root: TreeVolume | undefined) {
    this.#root = root;
    this.#fs = undefined;
  }

  /** Lets go of the file system if nothing was written: it is made again when somebody looks. */
  dropCleanFileSystem(): void {
    // A mount of the host remembers what the host had mounted when it was made.
    if (this.layerUsage.inodes > 0 || this.config.mounts.length > 0) return;
    this.#root = undefined;
    this.#fs = undefined;
  }

  get network(): NetworkNamespace {
    return this.sandbox.network;
  }

  get hostname(): string {
    return this.#hostname ?? (this.sandbox.config.hostname || (this.sandbox.config.metadata?.name ?? ""));
  }

  set hostname(name: string) {
    this.#hostname = name;
  }

  get capabilities(): ReadonlySet<string> {
    return capabilitiesOf(this.config.linux?.securityContext);
  }

  get blockedCalls(): ReadonlySet<string> {
    return this.seccomp.blockedCalls;
  }

  get noNewPrivileges(): boolean {
    const context = this.config.linux?.securityContext;
    return context?.noNewPrivs === true && !context.privileged;
  }

  get idMaps(): { readonly uidMap: string; readonly gidMap: string } {
    const userns = this.config.linux?.securityContext?.namespaceOptions?.usernsOptions;
    const format = (mappings: readonly { containerId: number; hostId: number; length: number }[]): string =>
      mappings
        .map((each) => [each.containerId, each.hostId, each.length].map((n) => String(n).padStart(10)).join(" "))
        .join("\n");
    const whole = format([{ containerId: 0, hostId: 0, length: 4_294_967_295 }]);
    if (userns === undefined || userns.mode !== NamespaceMode.POD)
      return { uidMap: `${whole}\n`, gidMap: `${whole}\n` };
    return { uidMap: `${format(userns.uids)}\n`, gidMap: `${format(userns.gids)}\n` };
  }

  get pidMode(): NamespaceMode {
    return this.config.linux?.securityContext?.namespaceOptions?.pid ?? NamespaceMode.POD;
  }

  get processes(): readonly Process[] {
    return this.#processes;
  }

  program(name: string): Program | undefined {
    return this.#state.programs.get(name);
  }

  registered(name: string): Program | undefined {
    return this.#state.registered.get(name);
  }

  visible(): readonly { readonly pid: number; readonly process: VisibleProcess }[] {
    return visibleProcesses(this.#state, this);
  }

  sharedMemory(): string {
    return sharedMemoryOf(this.config.linux?.securityContext?.namespaceOptions?.ipc ?? NamespaceMode.POD);
  }

  async listeningPorts(): Promise<readonly string[]> {
    if (this.network.isHost) return await hostListeningPorts();
    return this.network.ports.map((port) => `0.0.0.0:${port}`);
  }

  nextPid(): number {
    switch (this.pidMode) {
      case NamespaceMode.POD:
        return ++this.sandbox.pids.last;
      case NamespaceMode.NODE:
        return ++this.#state.hostPids.last;
      default:
        return ++this.#lastPid;
    }
  }

  started(process: Process): void {
    this.#processes = [...this.#processes, process];
    this.memoryGrown(process);
  }

  ended(process: Process): void {
    this.#processes = this.#processes.filter((known) => known !== process);
    for (const child of this.#processes)
      if (child.parent === process) child.parent = this.init === process ? undefined : this.init;
    if (this.init !== process) return;
    // The first process takes the whole container with it.
    for (const other of this.#processes) other.kill(SIGNALS.KILL);
    this.#state.finish(this, process.exitCode ?? 0);
  }

  /** Settles when the container has exited and its log is written; at once if it does not run. */
  exited(): Promise<void> {
    if (!this.isRunning) return Promise.resolve();
    return new Promise((resolve) => {
      this.#exitWaiters = [...(this.#exitWaiters ?? []), resolve];
    });
  }

  /** Tells those who wait that the container has exited. */
  announceExit(): void {
    const waiters = this.#exitWaiters;
    this.#exitWaiters = undefined;
    for (const waiter of waiters ?? []) waiter();
  }

  environment(): ReadonlyMap<string, string> {
    return environmentOf(this);
  }

  track<T>(work: Promise<T>): Promise<T> {
    const { io } = this.#state;
    io.add(work);
    const forget = (): void => void io.delete(work);
    work.then(forget, forget);
    return work;
  }

  countOperation(): number {
    return ++this.#state.operations;
  }

  charge(cpuNanos: number, ioBytes: number): void {
    this.cpuNanos += cpuNanos;
    this.ioBytes += ioBytes;
  }

  get memoryBytes(): number {
    let bytes = 0;
    for (const process of this.#processes) bytes += process.memoryBytes;
    return bytes;
  }

  memoryGrown(_process: Process): void {
    this.checkMemory();
  }

  /** Holds the memory limit: the largest process is killed if the container has more. */
  checkMemory(): void {
    const bytes = this.memoryBytes;
    this.peakMemoryBytes = Math.max(this.peakMemoryBytes, bytes);
    const limit = Number(this.config.linux?.resources?.memoryLimitInBytes ?? 0n);
    if (limit <= 0 || bytes <= limit) return;
    // The kernel picks the process that would free the most.
    const victim = [...this.#processes].sort((a, b) => b.memoryBytes - a.memoryBytes)[0];
    this.oomEvents++;
    this.oomKilled = true;
    victim?.kill(SIGNALS.KILL);
  }

  connect(host: string, port: number): Duplex {
    return connectPods(this.#state, this.sandbox, host, port);
  }

  resolve(host: string): readonly string[] {
    return resolveHost(this.#state, this.sandbox, host);
  }
}
