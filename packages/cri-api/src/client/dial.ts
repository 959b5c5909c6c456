import { lstat } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type Endpoint, formatEndpoint } from "../cri/endpoint.ts";
import { CriError } from "../cri/error.ts";

const START = "start the runtime, or name another endpoint";

/** What a system error of a connection attempt means for whoever wanted to connect, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: `there is no such socket; ${START}`,
  ECONNREFUSED: `nobody listens there; ${START}`,
  ECONNRESET: "it hung up at once; see the log of whatever listens there",
  EACCES: "permission denied; run as a user who may use it, as root for one",
  EPERM: "permission denied; run as a user who may use it, as root for one",
  ENOTFOUND: "no such host; name another endpoint",
  EAI_AGAIN: "the host's name cannot be resolved now; try again, or write its address",
  ETIMEDOUT: "no answer in time; see whether the host is up",
  EHOSTUNREACH: "no route to the host; see whether it is up",
  ENETUNREACH: "no route to the host; see whether the network is up",
};

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

/** A regular file refuses a connection as a socket without a server does. */
const isOtherFile = async (endpoint: Endpoint): Promise<boolean> => {
  if (endpoint.kind !== "unix") return false;
  return lstat(endpoint.path).then(
    (file) => !file.isSocket() && !file.isSymbolicLink(),
    () => false,
  );
};

/** Why an endpoint cannot be reached, as one sentence that names it and says what to do: always `Unavailable`. */
export const unreachable = async (endpoint: Endpoint, cause: unknown): Promise<CriError> => {
  const code = codeOf(cause);
  const reason = (await isOtherFile(endpoint))
    ? "it is not a socket; name another endpoint"
    : (REASONS[code] ?? `${String(cause).replace(/^\w*Error: /, "")}; ${START}`);
  return new CriError("Unavailable", `cannot reach ${formatEndpoint(endpoint)}: ${reason}`, { cause });
};

const open = (endpoint: Endpoint): Socket => {
  switch (endpoint.kind) {
    case "unix":
    case "npipe":
      return connect({ path: endpoint.path });
    case "tcp":
      return connect({ host: endpoint.host, port: endpoint.port, noDelay: true });
    case "fd":
      throw new CriError("InvalidArgument", `${formatEndpoint(endpoint)} can be served, not connected to`);
    default:
      return endpoint satisfies never;
  }
};

/** Opens a connection to an endpoint, or says in a {@link CriError} why there is none. */
export const dial = (endpoint: Endpoint, signal?: AbortSignal): Promise<Duplex> =>
  new Promise((settle, fail) => {
    const socket = open(endpoint);
    const abort = (): void => {
      socket.destroy();
      const cause: unknown = signal?.reason;
      const reason = cause instanceof Error ? cause.message : String(cause);
      fail(new CriError("Unavailable", `cannot reach ${formatEndpoint(endpoint)}: ${reason}`, { cause }));
    };
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort, { once: true });
    const refused = (error: Error): void => {
      signal?.removeEventListener("abort", abort);
      unreachable(endpoint, error).then(fail, fail);
    };
    socket.once("error", refused);
    socket.once("connect", () => {
      signal?.removeEventListener("abort", abort);
      socket.off("error", refused);
      settle(socket);
    });
  });
