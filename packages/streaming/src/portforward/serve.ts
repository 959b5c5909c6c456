import type { Duplex } from "node:stream";
import type { StreamingRuntime } from "@crikit/cri-runtime";
import type { SessionPolicy } from "../session/policy.ts";
import { reasonOf } from "../session/reason.ts";

/** What a port-forward session is served with. */
export interface PortForwardServing {
  readonly runtime: StreamingRuntime;
  readonly podSandboxId: string;
  readonly policy: SessionPolicy;
  /** For the texts that name the connection. */
  readonly sessionId: string;
  /** Fires when the session ends, whoever ended it. */
  readonly signal: AbortSignal;
  onActivity(kind: "data" | "control"): void;
  onBytes(direction: "in" | "out", bytes: number): void;
  /** The client has gone. */
  onGone(error: Error | undefined): void;
  onProblem(message: string, cause?: unknown): void;
}

/** One port-forward session, whatever carries it. */
export interface PortForwardConnection {
  /** Ends the session after what has been written. */
  finish(): void;
  /** Breaks the connection off after what was written. */
  drop(): void;
  /** Ends the connection at once. */
  destroy(): void;
  /** Settles when the socket has closed. */
  readonly closed: Promise<void>;
}

/** Opens a connection into the pod; what fails is told in upstream's words. */
export const dialPod = async (
  serving: PortForwardServing,
  port: number,
): Promise<{ readonly socket: Duplex } | { readonly failure: string; readonly cause: unknown }> => {
  const { podSandboxId } = serving;
  try {
    const socket = await serving.runtime.portForward({ podSandboxId, port }, { signal: serving.signal });
    return { socket };
  } catch (cause) {
    const text = reasonOf(cause);
    return { failure: `error forwarding port ${port} to pod ${podSandboxId}, uid : ${text}`, cause };
  }
};
