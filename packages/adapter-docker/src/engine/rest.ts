import type { IncomingMessage } from "node:http";
import { type EngineAddress, formatEngineAddress } from "./address.ts";
import { causeCode, EngineError, toEngineError } from "./engine-error.ts";

/** One request to the engine. */
export interface EngineRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "HEAD";
  /** Without the version: `/containers/json`. */
  readonly path: string;
  /** Values that are undefined are left out; objects are sent as JSON. */
  readonly query?: Readonly<Record<string, string | number | boolean | object | undefined>> | undefined;
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long the engine may take to answer; 0 means no limit. Default 30000, and no limit for a stream. */
  readonly timeoutMs?: number | undefined;
}

/** REST calls to one engine with one version of its API. */
export interface EngineRest {
  /** Answers with the parsed JSON; `undefined` where the engine answers with nothing. */
  json<T>(request: EngineRequest): Promise<T>;
  /** Answers with the body as it comes; aborting the signal destroys it. */
  stream(request: EngineRequest): Promise<IncomingMessage>;
}

const defaultTimeoutMs = 30_000;
const okay = { 200: true, 201: true, 204: true, 304: true } as const;
const transient = new Set(["ECONNRESET", "EPIPE"]);

const queryOf = (query: EngineRequest["query"]): Record<string, string> => {
  const entries = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === "object" ? JSON.stringify(value) : String(value)] satisfies [string, string]],
  );
  return Object.fromEntries(entries);
};

interface Deadline {
  readonly signal: AbortSignal | undefined;
  clear(): void;
}

const withDeadline = (request: EngineRequest, timeoutMs: number, what: string): Deadline => {
  if (timeoutMs === 0) return { signal: request.signal, clear: () => {} };
  const deadline = new AbortController();
  const late = new EngineError(0, `${what}: the Docker Engine did not answer within ${timeoutMs / 1000} s`);
  const timer = setTimeout(() => deadline.abort(late), timeoutMs);
  const { signal } = request;
  return {
    signal: signal === undefined ? deadline.signal : AbortSignal.any([deadline.signal, signal]),
    clear: () => clearTimeout(timer),
  };
};

/** Loads dockerode (only now: an import of this package does not) and binds it to an engine; `version` is such as `1.44`, or "" for none. */
export const createEngineRest = async (address: EngineAddress, version: string): Promise<EngineRest> => {
  const { default: Dockerode } = await import("dockerode");
  const tls = address.kind === "tcp" ? address.tls : undefined;
  const docker = new Dockerode({
    ...(address.kind === "unix" ? { socketPath: address.path } : { host: address.host, port: address.port }),
    // docker-modem lets DOCKER_HOST win over a socket's path unless the host is named, be it as nothing.
    ...(address.kind === "unix" ? { host: "" } : {}),
    protocol: tls === undefined ? "http" : "https",
    ...(tls?.ca === undefined ? {} : { ca: tls.ca }),
    ...(tls?.cert === undefined ? {} : { cert: tls.cert }),
    ...(tls?.key === undefined ? {} : { key: tls.key }),
    ...(version === "" ? {} : { version: `v${version}` }),
  });

  const dial = (request: EngineRequest, isStream: boolean): Promise<unknown> => {
    const what = `${request.method} ${request.path} on ${formatEngineAddress(address)}`;
    const query = queryOf(request.query);
    const hasQuery = Object.keys(query).length > 0;
    if (request.signal?.aborted === true)
      return Promise.reject(toEngineError(request.signal.reason, what, request.signal));
    const { signal, clear } = withDeadline(request, request.timeoutMs ?? (isStream ? 0 : defaultTimeoutMs), what);
    const answered = new Promise((resolve, reject) => {
      docker.modem.dial(
        {
          path: hasQuery ? `${request.path}?` : request.path,
          method: request.method,
          statusCodes: okay,
          isStream,
          ...(hasQuery || request.body !== undefined ? { options: { _query: query, _body: request.body ?? {} } } : {}),
          ...(request.headers === undefined ? {} : { headers: { ...request.headers } }),
          ...(signal === undefined ? {} : { abortSignal: signal }),
        },
        (error, answer) => (error ? reject(toEngineError(error, what, signal)) : resolve(answer)),
      );
    });
    return answered.finally(clear);
  };

  // A pooled connection that the engine closed while it was idle fails at once: a read is simply asked again.
  const dialAgain = async (request: EngineRequest, isStream: boolean): Promise<unknown> => {
    try {
      return await dial(request, isStream);
    } catch (error) {
      if (request.method !== "GET" || !transient.has(causeCode(error)) || request.signal?.aborted === true) throw error;
      return dial(request, isStream);
    }
  };

  return {
    json: async <T>(request: EngineRequest): Promise<T> => (await dialAgain(request, false)) as T,
    stream: async (request) => (await dialAgain(request, true)) as IncomingMessage,
  };
};
