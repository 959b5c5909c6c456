import type { Duplex } from "node:stream";
import type { Clock } from "../clock/clock.ts";
import type { FileSystem } from "../filesystem/filesystem.ts";
import type { NetworkNamespace } from "../network/namespace.ts";
import type { Process } from "./process.ts";
import type { Program } from "./program.ts";

/** What the processes of one container share. */
export interface ProcessSpace {
  readonly clock: Clock;
  readonly fs: FileSystem;
  readonly network: NetworkNamespace;
  hostname: string;
  /** Capabilities without CAP_, as "NET_ADMIN". */
  readonly capabilities: ReadonlySet<string>;
  /** System calls that the seccomp profile refuses. */
  readonly blockedCalls: ReadonlySet<string>;
  /** Whether a set-uid program may raise its user's rights. */
  readonly noNewPrivileges: boolean;
  /** What the first program had put aside when it was checkpointed. */
  readonly saved: unknown;
  /** The shared memory segments, as `ipcs -m` lists them. */
  sharedMemory(): string;
  /** The ports that are listened on in this network, the real host's with the host's network. */
  listeningPorts(): Promise<readonly string[]>;
  /** The program of a name, whether or not the image has a file for it. */
  program(name: string): Program | undefined;
  /** A program that every image has, whatever its files are. */
  registered(name: string): Program | undefined;
  /** The processes that this container's processes can see. */
  visible(): readonly { readonly pid: number; readonly process: VisibleProcess }[];
  /** The environment of a process that was given none of its own. */
  environment(): ReadonlyMap<string, string>;
  nextPid(): number;
  started(process: Process): void;
  ended(process: Process): void;
  /** One more operation of any process of this runtime: how many there have been. */
  countOperation(): number;
  /** Processor time used by a process, in nanoseconds. */
  charge(cpuNanos: number, ioBytes: number): void;
  /** Memory of a process has grown; the container may kill one of its processes for it. */
  memoryGrown(process: Process): void;
  /** The address and the port of another pod, or its name. */
  connect(host: string, port: number): Duplex;
  resolve(host: string): readonly string[];
}

/** What `ps` and /proc show of a process. */
export interface VisibleProcess {
  readonly args: readonly string[];
  readonly parentPid: number;
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  readonly startedNanos: bigint;
  readonly cpuNanos: number;
  readonly memoryBytes: number;
  readonly env: ReadonlyMap<string, string>;
  readonly cwd: string;
  kill(signal: number): void;
}
