import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { CriService } from "@crikit/cri-api";
import { parseEndpoint } from "@crikit/cri-api";
import type { FaultRules } from "@crikit/cri-runtime/middleware";
import type { SessionFaultHook } from "@crikit/streaming";
import { UsageError } from "../arguments/usage-error.ts";
import type { CommandContext } from "../context/command.ts";
import { CommandError, describeSystemError, systemCodeOf } from "../context/command-error.ts";

/** The flags of commands that serve: what stands between the clients and the runtime. */
export const OBSERVER_FLAGS = {
  faults: {
    kind: "text",
    placeholder: "FILE",
    completion: "file",
    summary: "Rules of what goes wrong, YAML: calls fail, wait, hang; sessions end early",
  },
  record: {
    kind: "text",
    placeholder: "FILE",
    completion: "file",
    summary: "Record every call as a line of JSON, for crikit replay",
  },
  metrics: { kind: "text", placeholder: "HOST:PORT", summary: "Serve Prometheus' /metrics there, without a password" },
  "log-calls": { kind: "switch", summary: "A line on stderr for each call" },
} as const;

/** The values of {@link OBSERVER_FLAGS}. */
export interface ObserverChoice {
  readonly faults: string | undefined;
  readonly record: string | undefined;
  readonly metrics: string | undefined;
  readonly "log-calls": boolean;
}

/** What stands between the clients and the runtime, and ends with the server. */
export interface Observers {
  wrap(service: CriService): CriService;
  readonly sessionFaults: SessionFaultHook | undefined;
  /** Begins to serve metrics; `more` is added to them. */
  start(more: () => string): Promise<string | undefined>;
  close(): Promise<void>;
}

const loadFaults = async (path: string | undefined): Promise<FaultRules | undefined> => {
  if (path === undefined) return undefined;
  const { parseFaultRules } = await import("@crikit/cri-runtime/middleware");
  try {
    return parseFaultRules(await readFile(path, "utf8"));
  } catch (error) {
    const reason =
      systemCodeOf(error) === undefined || !(error instanceof Error) ? undefined : describeSystemError(error);
    throw new CommandError(
      reason === undefined
        ? `--faults ${path}: ${error instanceof Error ? error.message : String(error)}`
        : `--faults ${path} cannot be read: ${reason}`,
      { cause: error },
    );
  }
};

interface RecordingFile {
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

const openRecording = (path: string): Promise<RecordingFile> =>
  new Promise((settle, fail) => {
    const file = createWriteStream(path, { mode: 0o600 });
    file.once("error", (error) =>
      fail(new CommandError(`--record ${path} cannot be written: ${describeSystemError(error)}`, { cause: error })),
    );
    file.once("open", () =>
      settle({
        write: (line) => new Promise((done, failed) => file.write(line, (error) => (error ? failed(error) : done()))),
        close: () => new Promise((done) => file.end(done)),
      }),
    );
  });

const listen = (server: Server, text: string): Promise<string> => {
  const endpoint = parseEndpoint(text.includes("://") ? text : `tcp://${text.includes(":") ? text : `:${text}`}`);
  if (endpoint.kind !== "tcp") throw new UsageError(`--metrics takes HOST:PORT, not ${JSON.stringify(text)}`);
  return new Promise((settle, fail) => {
    server.once("error", (error) => {
      const taken =
        systemCodeOf(error) === "EADDRINUSE" ? "the port is taken; choose another" : describeSystemError(error);
      fail(new CommandError(`--metrics ${text}: ${taken}`, { cause: error }));
    });
    server.listen({ host: endpoint.host, port: endpoint.port }, () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : endpoint.port;
      const host = endpoint.host.includes(":") ? `[${endpoint.host}]` : endpoint.host;
      settle(`http://${host}:${port}/metrics`);
    });
  });
};

const createMetricsServer = (text: () => string): Server =>
  createServer((request, response) => {
    const isFound = request.method === "GET" && request.url === "/metrics";
    response.writeHead(isFound ? 200 : 404, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
    response.end(isFound ? text() : "metrics are at /metrics\n");
  });

/** Reads what the flags name and makes what stands between the clients and the runtime: faults innermost, then the recorder, metrics and log. */
export const createObservers = async (context: CommandContext, choice: ObserverChoice): Promise<Observers> => {
  const rules = await loadFaults(choice.faults);
  const isPlain =
    rules === undefined && choice.record === undefined && choice.metrics === undefined && !choice["log-calls"];
  if (isPlain)
    return {
      wrap: (service) => service,
      sessionFaults: undefined,
      start: async () => undefined,
      close: async () => {},
    };
  const middleware = await import("@crikit/cri-runtime/middleware");
  const recording = choice.record === undefined ? undefined : await openRecording(choice.record);
  const metrics = middleware.createCriMetrics();
  let flushed = async (): Promise<void> => {};
  let server: Server | undefined;

  const wrap = (service: CriService): CriService => {
    let wrapped = rules === undefined ? service : middleware.withFaults(service, rules);
    if (recording !== undefined) {
      const onError = (error: unknown): void =>
        context.warn(`--record ${choice.record}: ${describeSystemError(error)}`);
      const recorded = middleware.record(wrapped, recording.write, { onError });
      wrapped = recorded.service;
      flushed = recorded.flushed;
    }
    if (choice.metrics !== undefined) wrapped = middleware.withMetrics(wrapped, metrics);
    if (!choice["log-calls"]) return wrapped;
    return middleware.withLog(wrapped, (entry) => context.warn(middleware.formatCallLogEntry(entry)));
  };
  return {
    wrap,
    sessionFaults: rules === undefined ? undefined : middleware.createSessionFaultHook(rules),
    start: async (more) => {
      if (choice.metrics === undefined) return undefined;
      server = createMetricsServer(() => metrics.text() + more());
      return listen(server, choice.metrics);
    },
    close: async () => {
      server?.close();
      server?.closeAllConnections();
      await flushed();
      await recording?.close();
    },
  };
};
