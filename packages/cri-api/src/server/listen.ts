import { once } from "node:events";
import type { ListenOptions, Server } from "node:net";
import { type Endpoint, formatEndpoint, isLoopback, parseEndpoint, type TcpEndpoint } from "../cri/endpoint.ts";
import { CriError } from "../cri/error.ts";
import { listenOnFile } from "./socket-file.ts";

/** How an address is listened on. */
export interface ListenRules {
  /** Permission bits of a unix socket's file. Default: 0o660. */
  readonly mode?: number;
  /** The number of the group that a unix socket's file is given. Default: the process' own. */
  readonly gid?: number;
  /**
   * Whether `tcp://` addresses are taken, and which: the CRI has no password, and who may call it is root on the node.
   * Default: none are.
   */
  readonly tcp?: "loopback" | "any";
}

/** A server that listens. */
export interface Listening {
  /** The address as clients write it, with the port that was free if none was named. */
  readonly address: string;
  /** Takes no more connections and removes the socket file, if it is still ours. */
  stop(): Promise<void>;
}

/** Says in a few words who answers at an address that is in use. */
export type WhoAnswers = (endpoint: Endpoint) => Promise<string>;

const DEFAULT_MODE = 0o660;

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: "permission denied; choose another address",
  EADDRNOTAVAIL: "this machine does not have that address; choose another",
  EBADF: "no such file descriptor was inherited; see how this process was started",
  ENOTSOCK: "that file descriptor is no socket; see how this process was started",
  EINVAL: "that file descriptor is no listening socket; see how this process was started",
  ENOTFOUND: "no such host; choose another",
};

const cannotListen = async (
  endpoint: Endpoint,
  cause: NodeJS.ErrnoException,
  whoAnswers: WhoAnswers,
): Promise<CriError> => {
  const address = formatEndpoint(endpoint);
  if (cause.code === "EADDRINUSE") {
    const who = await whoAnswers(endpoint);
    return new CriError("AlreadyExists", `${address} is in use: ${who}; stop it, or choose another address`, { cause });
  }
  const reason = ADVICE[cause.code ?? ""] ?? cause.message;
  return new CriError("FailedPrecondition", `cannot listen on ${address}: ${reason}`, { cause });
};

const checkTcp = (endpoint: TcpEndpoint, tcp: ListenRules["tcp"]): void => {
  const address = formatEndpoint(endpoint);
  if (tcp === undefined) {
    throw new CriError(
      "InvalidArgument",
      `${address} has no password and gives root on this node to whoever reaches it; use a unix socket, or set the option tcp`,
    );
  }
  if (tcp === "any" || isLoopback(endpoint.host)) return;
  throw new CriError(
    "InvalidArgument",
    `${address} can be reached by other machines; use 127.0.0.1, or set the option tcp to "any"`,
  );
};

const toListenOptions = (endpoint: Endpoint): ListenOptions & { readonly fd?: number } => {
  switch (endpoint.kind) {
    case "unix":
    case "npipe":
      return { path: endpoint.path };
    case "tcp":
      return { host: endpoint.host, port: endpoint.port };
    case "fd":
      return { fd: endpoint.fd };
    default:
      return endpoint satisfies never;
  }
};

/** The address a listening server has, which may be of another kind than the one asked for: an inherited socket tells only now. */
const addressOf = (server: Server, asked: Endpoint | undefined): string => {
  const bound = server.address();
  if (typeof bound === "string")
    return formatEndpoint({ kind: bound.startsWith("\\\\") ? "npipe" : "unix", path: bound });
  if (bound !== null && asked?.kind !== "unix")
    return formatEndpoint({ kind: "tcp", host: bound.address, port: bound.port });
  return asked === undefined ? "unknown" : formatEndpoint(asked);
};

const stop = async (server: Server): Promise<void> => {
  if (server.listening) server.close();
};

/** Takes over a server that listens already (socket activation). Connections it accepted before are not ours. */
export const adopt = (server: Server): Listening => {
  if (server.listening) return { address: addressOf(server, undefined), stop: () => stop(server) };
  throw new CriError("FailedPrecondition", "the given server does not listen; call listen first, or give an address");
};

/** Makes `server` listen at `address`, or throws a {@link CriError} that says why it cannot and what to do. */
export const listen = async (
  server: Server,
  address: string,
  rules: ListenRules,
  whoAnswers: WhoAnswers,
): Promise<Listening> => {
  const endpoint = parseEndpoint(address);
  if (endpoint.kind === "unix") {
    const { mode = DEFAULT_MODE, gid } = rules;
    const who = (path: string): Promise<string> => whoAnswers({ kind: "unix", path });
    const file = await listenOnFile(server, endpoint.path, { mode, gid, whoAnswers: who });
    return {
      address: formatEndpoint({ kind: "unix", path: file.path }),
      stop: async () => {
        await stop(server);
        await file.remove();
      },
    };
  }
  if (endpoint.kind === "tcp") checkTcp(endpoint, rules.tcp);
  try {
    server.listen(toListenOptions(endpoint));
    await once(server, "listening");
  } catch (cause) {
    throw await cannotListen(endpoint, cause as NodeJS.ErrnoException, whoAnswers);
  }
  return { address: addressOf(server, endpoint), stop: () => stop(server) };
};
