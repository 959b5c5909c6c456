import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { CriError } from "@crikit/cri-api";
import { cannotListen } from "../session/cannot-listen.ts";
import { reasonOf } from "../session/reason.ts";
import type { ForwardedPort, PortForwarder, PortForwardOptions, PortMapping, SessionUrl } from "./options.ts";
import { openPortForward, type PortForwardSession } from "./port-forward-session.ts";

/** Reads `8080:80`, `80` and `:80`. */
export const parsePortMapping = (text: string): PortMapping => {
  const [local, remote, ...more] = text.split(":");
  const remotePort = parsePort(remote ?? local ?? "");
  const localPort = local === "" ? 0 : parsePort(local ?? "");
  if (remotePort === undefined || remotePort === 0 || localPort === undefined || more.length > 0) {
    throw new CriError(
      "InvalidArgument",
      `port ${JSON.stringify(text)} is not of the form LOCAL:REMOTE, PORT or :REMOTE`,
    );
  }
  return { localPort, remotePort };
};

const parsePort = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text) && Number(text) <= 0xffff ? Number(text) : undefined;

const defaultAddresses = ["127.0.0.1", "::1"];

/**
 * Listens on local ports and leads each connection into the pod sandbox of a port-forward session. The session is opened at once, so that
 * what is wrong with it is an error here; when it is lost later, the next local connection opens a new one.
 */
export const portForward = async (url: SessionUrl, options: PortForwardOptions): Promise<PortForwarder> => {
  const mappings = options.ports.map((port) => (typeof port === "string" ? parsePortMapping(port) : port));
  if (mappings.length === 0) throw new CriError("InvalidArgument", "no port to forward was given");
  const sessions = new ReconnectingSession(url, options);
  await sessions.current();
  const sockets = new Set<Socket>();
  const accept = (socket: Socket, remotePort: number): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    void forwardConnection(sessions, { socket, remotePort }, options);
  };
  let listeners: Listeners;
  try {
    listeners = await listenOnAll(mappings, options.addresses ?? defaultAddresses, {
      accept,
      optional: options.addresses === undefined,
    });
  } catch (error) {
    await sessions.close();
    throw error;
  }
  const { promise: closed, resolve, reject } = settleable();
  const close = async (): Promise<void> => {
    for (const server of listeners.servers) server.close();
    for (const socket of sockets) socket.destroy();
    await sessions.close();
    resolve();
  };
  sessions.onLost = (reason) => {
    options.onProblem?.(reason.message);
    if (options.reconnect === false) {
      reject(reason);
      void close();
    }
  };
  options.signal?.addEventListener("abort", () => void close(), { once: true });
  return { ports: listeners.ports, closed, close, [Symbol.asyncDispose]: close };
};

/** Opens a session when one is needed; several callers share one attempt. */
class ReconnectingSession {
  readonly #url: SessionUrl;
  readonly #options: PortForwardOptions;
  #session: Promise<PortForwardSession> | undefined;
  #closed = false;
  onLost: ((reason: Error) => void) | undefined;

  constructor(url: SessionUrl, options: PortForwardOptions) {
    this.#url = url;
    this.#options = options;
  }

  current(): Promise<PortForwardSession> {
    if (this.#closed) return Promise.reject(new CriError("Canceled", "the port-forward was closed"));
    this.#session ??= this.#open();
    return this.#session;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const session = await this.#session?.catch(() => undefined);
    await session?.close();
  }

  async #open(): Promise<PortForwardSession> {
    try {
      const session = await openPortForward(this.#url, this.#options);
      void session.ended.then((reason) => {
        this.#session = undefined;
        if (reason !== undefined && !this.#closed) this.onLost?.(reason);
      });
      return session;
    } catch (error) {
      this.#session = undefined;
      throw error;
    }
  }
}

const forwardConnection = async (
  sessions: ReconnectingSession,
  local: { readonly socket: Socket; readonly remotePort: number },
  options: PortForwardOptions,
): Promise<void> => {
  const { socket, remotePort } = local;
  socket.on("error", () => {});
  try {
    const session = await sessions.current();
    await session.join(remotePort, socket);
  } catch (error) {
    options.onProblem?.(`port ${remotePort}: ${reasonOf(error)}`);
    socket.resetAndDestroy();
  }
};

interface Listeners {
  readonly servers: readonly Server[];
  readonly ports: readonly ForwardedPort[];
}

const listenOnAll = async (
  mappings: readonly PortMapping[],
  addresses: readonly string[],
  options: { readonly accept: (socket: Socket, remotePort: number) => void; readonly optional: boolean },
): Promise<Listeners> => {
  const servers: Server[] = [];
  const ports: ForwardedPort[] = [];
  try {
    for (const { localPort, remotePort } of mappings) {
      let chosen = localPort;
      for (const [n, address] of addresses.entries()) {
        const server = createServer({ allowHalfOpen: true }, (socket) => options.accept(socket, remotePort));
        const failure = await listen(server, { host: address, port: chosen });
        if (failure === undefined) {
          servers.push(server);
          chosen = (server.address() as AddressInfo).port;
          ports.push({ address, localPort: chosen, remotePort });
        } else if (n === 0 || !options.optional) {
          throw cannotListen({ host: address, port: chosen }, failure);
        }
      }
    }
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
  return { servers, ports };
};

const listen = (
  server: Server,
  address: { readonly host: string; readonly port: number },
): Promise<Error | undefined> =>
  new Promise((resolve) => {
    server.once("error", resolve);
    server.listen(address, () => resolve(undefined));
  });

const settleable = (): {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
} => {
  let resolve: () => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
};
