import { type AttachRequest, CriError, type ExecRequest, type PortForwardRequest } from "@crikit/cri-api";
import type { SessionRequest } from "../session/session.ts";

type StreamFlags = Pick<ExecRequest, "containerId" | "tty" | "stdin" | "stdout" | "stderr">;

const checkStreams = (request: StreamFlags, noStreams: string): void => {
  if (request.containerId === "") throw new CriError("InvalidArgument", "missing required container_id");
  if (request.tty && request.stderr) throw new CriError("InvalidArgument", "tty and stderr cannot both be true");
  if (!request.stdin && !request.stdout && !request.stderr) throw new CriError("InvalidArgument", noStreams);
};

const flagsOf = ({ tty, stdin, stdout, stderr }: StreamFlags): Omit<StreamFlags, "containerId"> => ({
  tty,
  stdin,
  stdout,
  stderr,
});

/** Checks an Exec call in upstream's words. */
export const execSession = (request: ExecRequest): SessionRequest => {
  checkStreams(request, "one of stdin, stdout, or stderr must be set");
  return { kind: "exec", containerId: request.containerId, command: [...request.cmd], ...flagsOf(request) };
};

/** Checks an Attach call in upstream's words, which differ by one. */
export const attachSession = (request: AttachRequest): SessionRequest => {
  checkStreams(request, "one of stdin, stdout, and stderr must be set");
  return { kind: "attach", containerId: request.containerId, ...flagsOf(request) };
};

/** Checks a PortForward call in upstream's words. */
export const portForwardSession = (request: PortForwardRequest): SessionRequest => {
  if (request.podSandboxId === "") throw new CriError("InvalidArgument", "missing required pod_sandbox_id");
  return { kind: "portForward", podSandboxId: request.podSandboxId, ports: [...request.port] };
};

/** What a session is on. */
export const targetOf = (request: SessionRequest): string =>
  request.kind === "portForward" ? request.podSandboxId : request.containerId;
