import type { Duplex } from "node:stream";
import type { CriService } from "@crikit/cri-api";
import type { ExitStatus, SessionStreams } from "./streams.ts";

/** What a runtime is asked to execute. */
export interface ExecSession {
  readonly containerId: string;
  /** The argument vector; never a shell line. */
  readonly command: readonly string[];
  readonly tty: boolean;
}

/** Which container's first process a session is connected to. */
export interface AttachSession {
  readonly containerId: string;
  readonly tty: boolean;
}

/** Which port of which pod sandbox a connection is opened to. */
export interface PortForwardSession {
  readonly podSandboxId: string;
  /** 1..65535, TCP. */
  readonly port: number;
}

/** What ends a session from outside. */
export interface SessionCall {
  /** Ends the session: an executed process is killed with its children, an attachment is dropped, a connection is destroyed. */
  readonly signal: AbortSignal;
  /** The client has hung up and the policy is `hup`: an executed process gets SIGHUP. */
  readonly hangup?: AbortSignal | undefined;
}

/** Exec, attach and port-forward as byte streams: what `@crikit/streaming` needs of a runtime. It never sees a URL, a token or a frame. */
export interface StreamingRuntime {
  /**
   * Executes a command in a running container. Settles when the process has ended and all its output has been written to the sinks;
   * an open `stdin` does not delay that.
   */
  exec(session: ExecSession, streams: SessionStreams, call: SessionCall): Promise<ExitStatus>;
  /** Connects to the container's first process. Settles when that process has ended or the signal has fired. */
  attach(session: AttachSession, streams: SessionStreams, call: SessionCall): Promise<void>;
  /** Opens one connection to a port of the pod; the Duplex is half-open capable (`allowHalfOpen`). */
  portForward(session: PortForwardSession, call: SessionCall): Promise<Duplex>;
}

/** Version, status and configuration of the runtime itself. */
export type RuntimeInfo = Pick<CriService, "version" | "status" | "runtimeConfig" | "updateRuntimeConfig">;

/** The calls on pod sandboxes. */
export type SandboxRuntime = Pick<
  CriService,
  | "runPodSandbox"
  | "stopPodSandbox"
  | "removePodSandbox"
  | "podSandboxStatus"
  | "listPodSandbox"
  | "updatePodSandboxResources"
  | "checkpointPod"
  | "restorePod"
>;

/** The calls on containers. */
export type ContainerRuntime = Pick<
  CriService,
  | "createContainer"
  | "startContainer"
  | "stopContainer"
  | "removeContainer"
  | "listContainers"
  | "containerStatus"
  | "updateContainerResources"
  | "reopenContainerLog"
  | "checkpointContainer"
  | "getContainerEvents"
>;

/** The calls that measure. */
export type StatsRuntime = Pick<
  CriService,
  | "containerStats"
  | "listContainerStats"
  | "podSandboxStats"
  | "listPodSandboxStats"
  | "listMetricDescriptors"
  | "listPodSandboxMetrics"
>;

/** The calls on images. */
export type ImageRuntime = Pick<CriService, "listImages" | "imageStatus" | "pullImage" | "removeImage" | "imageFsInfo">;

/**
 * What an adapter implements: the calls that need a runtime, and exec, attach and port-forward as byte streams. The rest of the CRI
 * (six streaming lists, three token URLs, ExecSync, idempotent stop and remove, request checks, filters that hold everywhere) is derived by
 * `createCriService`. An adapter throws `CriError`: `NotFound` for an object that is not there, also on stop and remove.
 */
export interface CriRuntime
  extends RuntimeInfo,
    SandboxRuntime,
    ContainerRuntime,
    StatsRuntime,
    ImageRuntime,
    StreamingRuntime {}

/** The three calls that answer with a URL: what `createCriService` needs of a streaming server. */
export type SessionUrls = Pick<CriService, "exec" | "attach" | "portForward">;
