import type { AttachRequest, ExecRequest, ExecSyncRequest, PortForwardRequest } from "@crikit/cri-api";
import { checkNotEmpty, checkPresent, checkRange, checkTimeout, refuse } from "./fields.ts";

interface Streams {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly tty: boolean;
}

const checkStreams = (streams: Streams, missing: string): void => {
  if (streams.tty && streams.stderr) refuse("tty and stderr cannot both be true");
  if (!streams.stdin && !streams.stdout && !streams.stderr) refuse(missing);
};

/** The texts of these checks are upstream's: clients show them and tests look for them. */
export const checkExec = (request: ExecRequest): void => {
  checkPresent(request.containerId, "container_id");
  checkNotEmpty(request.cmd, "cmd");
  checkStreams(request, "one of stdin, stdout, or stderr must be set");
};

/** Upstream says "and" here where it says "or" for exec. */
export const checkAttach = (request: AttachRequest): void => {
  checkPresent(request.containerId, "container_id");
  checkStreams(request, "one of stdin, stdout, and stderr must be set");
};

/** No port at all is allowed: over SPDY each stream names its own. */
export const checkPortForward = (request: PortForwardRequest): void => {
  checkPresent(request.podSandboxId, "pod_sandbox_id");
  for (const [index, port] of request.port.entries()) checkRange(port, `port[${index}]`, [1, 65535]);
};

/** A timeout of 0 is none. */
export const checkExecSync = (request: ExecSyncRequest): void => {
  checkPresent(request.containerId, "container_id");
  checkNotEmpty(request.cmd, "cmd");
  checkTimeout(request.timeout);
};
