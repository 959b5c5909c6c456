import { type PodSandbox, type PodSandboxConfig, PodSandboxState } from "@crikit/cri-api";
import type { NetworkNamespace } from "../network/namespace.ts";
import type { ContainerRecord } from "./container.ts";

/** Process ids of one namespace: the last one given. */
export interface PidSpace {
  last: number;
}

/** One pod sandbox. */
export class SandboxRecord {
  /** What lists answer: the same object while nothing changes. */
  message: PodSandbox;
  config: PodSandboxConfig;
  readonly network: NetworkNamespace;
  readonly containers: ContainerRecord[] = [];
  /** The pod's shared process ids; 1 is its pause process. */
  readonly pids: PidSpace = { last: 1 };
  /** An address of the pool, to be given back; `undefined` on the host's network. */
  ip: string | undefined;
  closeHostPorts: (() => void) | undefined;
  removed = false;

  constructor(options: {
    readonly message: PodSandbox;
    readonly config: PodSandboxConfig;
    readonly network: NetworkNamespace;
    readonly ip: string | undefined;
  }) {
    this.message = options.message;
    this.config = options.config;
    this.network = options.network;
    this.ip = options.ip;
  }

  get podSandboxId(): string {
    return this.message.id;
  }

  get isReady(): boolean {
    return this.message.state === PodSandboxState.SANDBOX_READY;
  }

  /** "default/web" for messages. */
  get title(): string {
    return `${this.message.metadata?.namespace ?? ""}/${this.message.metadata?.name ?? ""}`;
  }
}
