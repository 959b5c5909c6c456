import type { PodSandboxConfig } from "@crikit/cri-api";
import type { SandboxFacts } from "../translate/facts.ts";

/** A sandbox whose network is made or taken down. */
export interface NetworkedSandbox {
  readonly podSandboxId: string;
  /** The sandbox container's first process; 0 if it has none. */
  readonly pid: number;
  readonly facts: SandboxFacts;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Who makes the networks of pods that have one of their own. */
export interface PodNetwork {
  readonly mode: "bridge" | "host" | "cni";
  /** What the engine is told for such a sandbox. */
  readonly engineMode: string;
  /** Whether the engine publishes host ports. */
  readonly publishesPorts: boolean;
  /** Whether pods can be given networks now, with what to do if not. */
  status(): { readonly ready: boolean; readonly reason: string; readonly message: string };
  /** Made sure of before a sandbox is created. */
  prepare(config: PodSandboxConfig): Promise<void>;
  /** Makes the network of a started sandbox; its addresses if the engine does not know them. */
  setUp(sandbox: NetworkedSandbox, config: PodSandboxConfig): Promise<readonly string[] | undefined>;
  /** Takes it down; nothing to do for one that is not there. */
  tearDown(sandbox: NetworkedSandbox): Promise<void>;
  /** What is known of a sandbox' network after a restart: `undefined` if it was never made. */
  known(podSandboxId: string): { readonly ips?: readonly string[] | undefined } | undefined;
  /** Takes down what belongs to no sandbox any more. */
  collect(podSandboxIds: ReadonlySet<string>): Promise<void>;
  updatePodCidr(podCidr: string): void;
}
