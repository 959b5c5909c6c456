import type { IncomingMessage } from "node:http";
import { IdleTimer } from "../bytes/idle-timer.ts";
import type { SessionPolicy } from "../session/policy.ts";
import { reasonOf } from "../session/reason.ts";
import type { SessionFaultHook, SessionFaults, SessionReport, SessionRequest } from "../session/session.ts";
import { count, createCounts, formatMetrics, labelsOf, type SessionCounts } from "./metrics.ts";
import type { SessionProblem } from "./options.ts";
import { targetOf } from "./request.ts";

/** The connection of a session, whatever it carries. */
export interface SessionConnection {
  /** Ends the session in the protocol's own way, because `reason`. */
  end(reason: string): void;
  drop(): void;
  destroy(): void;
  readonly closed: Promise<void>;
}

/** What a session is served with and reports to. */
export interface LiveSession {
  readonly sessionId: string;
  readonly request: SessionRequest;
  readonly faults: SessionFaults;
  /** Fires when the server ends the session. */
  readonly signal: AbortSignal;
  /** Fires when the client has gone. */
  readonly gone: AbortSignal;
  onActivity(kind: "data" | "control"): void;
  onBytes(direction: "in" | "out", bytes: number): void;
  onGone(error: Error | undefined): void;
  onProblem(message: string, cause?: unknown): void;
}

interface Entry {
  readonly sessionId: string;
  readonly report: () => SessionReport;
  readonly end: AbortController;
  readonly gone: AbortController;
  connection: SessionConnection | undefined;
  readonly done: Promise<void>;
}

/** What a registry is made with. */
export interface RegistryOptions {
  readonly policy: SessionPolicy;
  readonly now: () => number;
  readonly faults: SessionFaultHook | undefined;
  readonly onProblem: ((problem: SessionProblem) => void) | undefined;
}

/** Every session open now: counted, watched for idleness, and ended with the server. */
export class SessionRegistry {
  readonly counts: SessionCounts = createCounts();
  readonly #options: RegistryOptions;
  readonly #entries = new Map<string, Entry>();
  #lastId = 0;

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  *reports(): IterableIterator<SessionReport> {
    for (const entry of this.#entries.values()) yield entry.report();
  }

  metrics(tokens: number): string {
    const active = new Map<SessionRequest["kind"], number>();
    for (const { kind } of this.reports()) count(active, kind);
    return formatMetrics(this.counts, { active, tokens });
  }

  /** Starts a session: `open` connects it and `serve` runs it; it is over when both the serving and the connection are. */
  start<Connection extends SessionConnection>(
    session: { readonly request: SessionRequest; readonly protocol: string; readonly from: IncomingMessage },
    open: (live: LiveSession) => Connection,
    serve: (connection: Connection, live: LiveSession) => Promise<void>,
  ): void {
    const { promise: done, resolve } = completion();
    const entry = this.#createEntry(session, done);
    const live = this.#liveSession(entry, session.request);
    const idle = new IdleTimer(this.#options.policy.idleTimeoutMs, () => this.#endIdle(entry, live));
    const counted: LiveSession = { ...live, onActivity: this.#activity(idle) };
    this.#entries.set(live.sessionId, entry);
    count(this.counts.started, labelsOf(session.request.kind, session.protocol));
    const connection = open(counted);
    entry.connection = connection;
    const served = serve(connection, counted).catch((error: unknown) => {
      live.onProblem(reasonOf(error), error);
      connection.destroy();
    });
    void connection.closed.then(() => idle.stop());
    void Promise.all([served, connection.closed]).then(() => {
      this.#entries.delete(live.sessionId);
      resolve();
    });
  }

  /** Waits for sessions to end by themselves, then ends them. */
  async close(drainMs: number): Promise<void> {
    const allDone = async (): Promise<void> => {
      await Promise.all([...this.#entries.values()].map((entry) => entry.done));
    };
    if (drainMs > 0) await within(drainMs, allDone());
    for (const entry of this.#entries.values()) {
      entry.end.abort();
      entry.connection?.end("the server ended the session");
    }
    await within(Math.min(this.#options.policy.lingerMs, 1_000), allDone());
    for (const entry of this.#entries.values()) entry.connection?.destroy();
  }

  #createEntry(
    session: { readonly request: SessionRequest; readonly protocol: string; readonly from: IncomingMessage },
    done: Promise<void>,
  ): Entry & { bytesIn: number; bytesOut: number } {
    const { request, protocol } = session;
    const { now } = this.#options;
    const startedAt = now();
    const { socket } = session.from;
    const sessionId = String(++this.#lastId);
    const entry = {
      sessionId,
      bytesIn: 0,
      bytesOut: 0,
      end: new AbortController(),
      gone: new AbortController(),
      connection: undefined,
      done,
      report: (): SessionReport => ({
        sessionId,
        kind: request.kind,
        targetId: targetOf(request),
        protocol,
        peerAddress: socket.remoteAddress === undefined ? "" : `${socket.remoteAddress}:${socket.remotePort}`,
        startedAt: new Date(startedAt),
        ageMs: now() - startedAt,
        bytesIn: entry.bytesIn,
        bytesOut: entry.bytesOut,
      }),
    };
    return entry;
  }

  #liveSession(entry: Entry & { bytesIn: number; bytesOut: number }, request: SessionRequest): LiveSession {
    const { counts } = this;
    const { sessionId } = entry;
    const faults = this.#options.faults?.(request) ?? {};
    const endAfterBytes = faults.endAfterBytes ?? Number.POSITIVE_INFINITY;
    return {
      sessionId,
      request,
      faults,
      signal: entry.end.signal,
      gone: entry.gone.signal,
      onActivity: () => {},
      onBytes: (direction, bytes) => {
        if (direction === "in") {
          entry.bytesIn += bytes;
          counts.bytesIn += bytes;
          return;
        }
        entry.bytesOut += bytes;
        counts.bytesOut += bytes;
        if (entry.bytesOut >= endAfterBytes) this.#drop(entry);
      },
      onGone: (error) => {
        if (error !== undefined) this.#report(sessionId, request, { message: error.message, cause: error });
        entry.gone.abort();
      },
      onProblem: (message, cause) => this.#report(sessionId, request, { message, cause }),
    };
  }

  #activity(idle: IdleTimer): LiveSession["onActivity"] {
    const dataOnly = this.#options.policy.idleCounts === "data";
    return (kind) => {
      if (kind === "data" || !dataOnly) idle.touch();
    };
  }

  /** A fault: what is queued goes out and then the connection breaks off. */
  #drop(entry: Entry): void {
    entry.connection?.drop();
    entry.gone.abort();
  }

  #endIdle(entry: Entry, live: LiveSession): void {
    const reason = `nothing moved for ${this.#options.policy.idleTimeoutMs} ms`;
    live.onProblem(reason);
    entry.connection?.end(reason);
    entry.gone.abort();
    const destroy = setTimeout(() => entry.connection?.destroy(), this.#options.policy.lingerMs);
    void entry.connection?.closed.then(() => clearTimeout(destroy));
  }

  #report(
    sessionId: string,
    request: SessionRequest,
    problem: { readonly message: string; readonly cause: unknown },
  ): void {
    count(this.counts.problems, request.kind);
    this.#options.onProblem?.({ sessionId, kind: request.kind, targetId: targetOf(request), ...problem });
  }
}

const completion = (): { readonly promise: Promise<void>; readonly resolve: () => void } => {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

const within = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    }),
  ]);
  clearTimeout(timer);
};
