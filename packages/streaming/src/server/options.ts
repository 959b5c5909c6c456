import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { SessionUrls } from "@crikit/cri-runtime";
import type { SessionPolicy } from "../session/policy.ts";
import type { SessionFaultHook, SessionReport, SessionRequest } from "../session/session.ts";

/** A server certificate: PEM text or the files that hold it; files are read again when they change. */
export interface TlsOptions {
  readonly cert?: string | Buffer | undefined;
  readonly key?: string | Buffer | undefined;
  /** Clients must present a certificate that one of these authorities signed. */
  readonly clientCa?: string | Buffer | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly clientCaFile?: string | undefined;
  /** How often the files are looked at. Default 10 seconds. */
  readonly reloadIntervalMs?: number | undefined;
}

/** Where a streaming server listens. */
export interface ListenOptions {
  /** Default `127.0.0.1`. A wildcard (`0.0.0.0`, `::`) is never put into a URL: see `StreamingServerOptions.advertisedHost`. */
  readonly host?: string | undefined;
  /** Default 0: any free port. */
  readonly port?: number | undefined;
  readonly tls?: TlsOptions | undefined;
}

/** Options of {@link createStreamingServer}, each with its default in `DEFAULT_POLICY` or here. */
export interface StreamingServerOptions extends Partial<SessionPolicy> {
  /**
   * What every URL starts with, such as `https://node-1:10250/cri/`. A path must end with `/`, as upstream's: what follows the last one is
   * dropped. Default: the address listened on. Its path is where the routes are.
   */
  readonly baseUrl?: string | URL | undefined;
  /** The host in URLs when the server listens on a wildcard address. Default `127.0.0.1`. */
  readonly advertisedHost?: string | undefined;
  /** How long a token may be used. Default 1 minute. */
  readonly tokenTtlMs?: number | undefined;
  /** Tokens that wait to be used; the next call ends with `ResourceExhausted`. Default 1000. */
  readonly maxTokens?: number | undefined;
  /** Sessions at the same time; the next is refused with 429. Default 10,000. */
  readonly maxSessions?: number | undefined;
  /** The request line and headers of one request; a command is in neither. Default 1 MiB. */
  readonly maxHeaderBytes?: number | undefined;
  /** Makes sessions fail on purpose. */
  readonly faults?: SessionFaultHook | undefined;
  /** Told what a session's client cannot be told: protocol violations, timeouts, errors of the runtime. Default: nobody. */
  readonly onProblem?: ((problem: SessionProblem) => void) | undefined;
  /** The clock of tokens and ages, in milliseconds. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Why a session went wrong, for a log. */
export interface SessionProblem {
  readonly sessionId: string;
  readonly kind: SessionRequest["kind"];
  readonly targetId: string;
  /** One line. */
  readonly message: string;
  readonly cause?: unknown;
}

/** A server of exec, attach and port-forward sessions: mints URLs for the CRI calls and serves what clients open there. */
export interface StreamingServer extends SessionUrls, AsyncDisposable {
  /** Listens and settles with the base URL. */
  listen(options?: ListenOptions): Promise<URL>;
  /** Serves this server's routes on an existing one; the function returned takes them off again. Needs `baseUrl`. */
  mount(server: Server): () => void;
  /** Answers a plain request to one of the routes; `false` if the path is none of them and nothing was done. */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean;
  /** Takes an upgrade to one of the routes; `false` if the path is none of them and nothing was done. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Serves an upgrade without a token: for a front that has routes and checks of its own. */
  serveSession(session: SessionRequest, upgrade: UpgradeRequest): void;
  /** The sessions open now. */
  sessions(): IterableIterator<SessionReport>;
  /** Counters and gauges in Prometheus' text format. */
  metrics(): string;
  /** Stops listening, waits up to `drainMs` (default 0) for sessions to end by themselves, then ends them. */
  close(options?: { readonly drainMs?: number | undefined }): Promise<void>;
}

/** What Node's `upgrade` event gives. */
export interface UpgradeRequest {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}
