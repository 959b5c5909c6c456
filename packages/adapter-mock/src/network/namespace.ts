import { createServer, type Server, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { FsError } from "../filesystem/fs-error.ts";
import { createDuplexPair, type Traffic } from "./duplex-pair.ts";

/** Called with each new connection to a listener. */
export type OnConnection = (connection: Duplex) => void;

/** A port that is listened on, until it is closed. */
export interface Listener {
  readonly port: number;
  close(): void;
}

interface OpenListener extends Listener {
  readonly onConnection: OnConnection;
  readonly sockets: Set<Duplex>;
  server: Server | undefined;
}

/** Where a pod's ports are. */
export interface NetworkNamespaceOptions {
  /** The pod's addresses, the primary one first; the host's own where the pod uses its network. */
  readonly ips: readonly string[];
  /** The address that real sockets are bound to; `undefined` keeps all connections inside this process. */
  readonly bindAddress?: string | undefined;
  /** The pod uses the host's network: a port that is taken on the host is taken for it too. */
  readonly host?: boolean | undefined;
}

/** Ports below this need a privilege that the mock may not have; then they are reachable inside this process only. */
const EPHEMERAL_START = 32_768;

const listenOn = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });

const isAddressInUse = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

/** One pod's ports: what listens, and the way to connect to it. */
export class NetworkNamespace {
  readonly ips: readonly string[];
  readonly traffic: Traffic = { receivedBytes: 0, sentBytes: 0 };
  readonly #options: NetworkNamespaceOptions;
  #listeners: Map<number, OpenListener> | undefined;
  #nextPort = EPHEMERAL_START;

  constructor(options: NetworkNamespaceOptions) {
    this.ips = options.ips;
    this.#options = options;
  }

  get isHost(): boolean {
    return this.#options.host === true;
  }

  /** The ports that are listened on, ascending. */
  get ports(): readonly number[] {
    return [...(this.#listeners?.keys() ?? [])].sort((a, b) => a - b);
  }

  get openConnections(): number {
    let count = 0;
    for (const listener of this.#listeners?.values() ?? []) count += listener.sockets.size;
    return count;
  }

  /** Listens on `port` (0: a free one). Fails with EADDRINUSE if the pod, or with the host's network the host, has it in use. */
  async listen(port: number, onConnection: OnConnection): Promise<Listener> {
    this.#listeners ??= new Map();
    const chosen = port === 0 ? this.#freePort() : port;
    if (this.#listeners.has(chosen)) throw new FsError("EADDRINUSE", `port ${chosen}`);
    const listener: OpenListener = {
      port: chosen,
      onConnection,
      sockets: new Set(),
      server: undefined,
      close: () => this.#close(listener),
    };
    this.#listeners.set(chosen, listener);
    await this.#bind(listener);
    return listener;
  }

  #freePort(): number {
    while (this.#listeners?.has(this.#nextPort) === true) this.#nextPort++;
    return this.#nextPort++;
  }

  async #bind(listener: OpenListener): Promise<void> {
    const address = this.#options.bindAddress;
    if (address === undefined) return;
    const server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(listener, socket));
    try {
      await listenOn(server, listener.port, address);
    } catch (error) {
      if (!this.isHost) return;
      this.#listeners?.delete(listener.port);
      throw new FsError(isAddressInUse(error) ? "EADDRINUSE" : "EACCES", `port ${listener.port}`);
    }
    server.unref();
    if (this.#listeners?.get(listener.port) === listener) listener.server = server;
    else server.close();
  }

  #accept(listener: OpenListener, connection: Duplex): void {
    listener.sockets.add(connection);
    // A reset by the peer is the end of one connection, not of the program.
    connection.on("error", () => undefined);
    connection.once("close", () => {
      listener.sockets.delete(connection);
      if (connection instanceof Socket) {
        this.traffic.receivedBytes += connection.bytesRead;
        this.traffic.sentBytes += connection.bytesWritten;
      }
    });
    listener.onConnection(connection);
  }

  #close(listener: OpenListener): void {
    if (this.#listeners?.get(listener.port) === listener) this.#listeners.delete(listener.port);
    listener.server?.close();
    for (const socket of listener.sockets) socket.destroy();
  }

  /** Connects to a port of this pod; fails with ECONNREFUSED if nothing listens. */
  connect(port: number): Duplex {
    const listener = this.#listeners?.get(port);
    if (listener === undefined) throw new FsError("ECONNREFUSED", `port ${port}`);
    const [server, client] = createDuplexPair(this.traffic);
    client.on("error", () => undefined);
    this.#accept(listener, server);
    return client;
  }

  /** Closes every listener and its connections. */
  close(): void {
    for (const listener of [...(this.#listeners?.values() ?? [])]) this.#close(listener);
  }
}
