import type { AttachRequest, CriService, ExecRequest } from "@crikit/cri-api";
import type { ByteSink, SessionStreams, SessionUrls, StreamingRuntime } from "@crikit/cri-runtime";
import { attach, execute, openPortForward, type StreamOptions } from "@crikit/streaming/client";

/** A runtime's own token URLs live a minute; one that is older is not used any more. */
const URL_LIVES_MS = 50_000;
const MAX_WAITING_URLS = 1000;

interface WaitingUrl {
  readonly url: string;
  readonly sinceMs: number;
}

/** The runtime's URLs that wait for their client, by what they are for: two of the same are as good as each other. */
class WaitingUrls {
  readonly #waiting = new Map<string, WaitingUrl[]>();
  readonly #nowMs: () => number;
  #count = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  add(key: string, url: string): void {
    if (this.#count >= MAX_WAITING_URLS) this.#dropOld();
    const waiting = this.#waiting.get(key) ?? [];
    waiting.push({ url, sinceMs: this.#nowMs() });
    this.#waiting.set(key, waiting);
    this.#count += 1;
  }

  take(key: string): string | undefined {
    const waiting = this.#waiting.get(key);
    for (let found = waiting?.pop(); found !== undefined; found = waiting?.pop()) {
      this.#count -= 1;
      if (this.#nowMs() - found.sinceMs < URL_LIVES_MS) return found.url;
    }
    this.#waiting.delete(key);
    return undefined;
  }

  #dropOld(): void {
    for (const [key, waiting] of this.#waiting) {
      const kept = waiting.filter(({ sinceMs }) => this.#nowMs() - sinceMs < URL_LIVES_MS);
      this.#count -= waiting.length - kept.length;
      if (kept.length === 0) this.#waiting.delete(key);
      else this.#waiting.set(key, kept);
    }
  }
}

const keyOf = (kind: "exec" | "attach", request: ExecRequest | AttachRequest): string =>
  JSON.stringify([
    kind,
    request.containerId,
    "cmd" in request ? request.cmd : [],
    request.tty,
    request.stdin,
    request.stdout,
    request.stderr,
  ]);

/** Gives a client's output to a sink, which keeps it: the client's own memory is reused at once. */
const toSink =
  (sink: ByteSink) =>
  async (chunk: Uint8Array): Promise<void> => {
    if (!sink.write(Uint8Array.from(chunk))) await sink.drained();
  };

const toStreamOptions = (streams: SessionStreams, tty: boolean, signal: AbortSignal): StreamOptions => ({
  tty,
  signal,
  detachKeys: "",
  tls: { rejectUnauthorized: false },
  ...(streams.stdin !== undefined && { stdin: streams.stdin }),
  ...(streams.stdout !== undefined && { stdout: toSink(streams.stdout) }),
  ...(streams.stderr !== undefined && { stderr: toSink(streams.stderr) }),
  ...(streams.resize !== undefined && { resize: streams.resize }),
});

const wantedStreams = (streams: SessionStreams, tty: boolean) => ({
  tty,
  stdin: streams.stdin !== undefined,
  stdout: streams.stdout !== undefined,
  stderr: streams.stderr !== undefined,
});

const SAID_AGAIN = /^Internal error occurred: (?:error (?:executing command in|attaching to) container: )?/;

/** Our server says this of every failure itself; what the runtime's has said of its own is not said twice. */
const withoutPrefix = (error: unknown): unknown => {
  if (error instanceof Error) error.message = error.message.replace(SAID_AGAIN, "");
  return error;
};

/** Sessions that go on to another runtime: what our streaming server serves, and the calls that answer with its URLs. */
export interface SessionRelay {
  readonly runtime: StreamingRuntime;
  /** Asks the runtime for a URL first, so that its errors are the call's, then answers with ours. */
  wrapUrls(urls: SessionUrls): SessionUrls;
}

/** Carries exec, attach and port-forward sessions on to the runtime behind `service`, stream by stream. */
export const createSessionRelay = (service: CriService, nowMs: () => number = Date.now): SessionRelay => {
  const waiting = new WaitingUrls(nowMs);
  const execUrl = (request: ExecRequest) => async (): Promise<string> =>
    waiting.take(keyOf("exec", request)) ?? (await service.exec(request)).url;
  const attachUrl = (request: AttachRequest) => async (): Promise<string> =>
    waiting.take(keyOf("attach", request)) ?? (await service.attach(request)).url;

  const runtime: StreamingRuntime = {
    exec: async ({ containerId, command, tty }, streams, { signal }) => {
      const request = { containerId, cmd: [...command], ...wantedStreams(streams, tty) };
      try {
        const { exitCode } = await execute(execUrl(request), toStreamOptions(streams, tty, signal));
        return { exitCode };
      } catch (error) {
        throw withoutPrefix(error);
      }
    },
    attach: async ({ containerId, tty }, streams, { signal }) => {
      const request = { containerId, ...wantedStreams(streams, tty) };
      try {
        await attach(attachUrl(request), toStreamOptions(streams, tty, signal));
      } catch (error) {
        throw withoutPrefix(error);
      }
    },
    portForward: async ({ podSandboxId, port }, { signal }) => {
      const url = async (): Promise<string> => (await service.portForward({ podSandboxId, port: [port] })).url;
      const session = await openPortForward(url, { signal, tls: { rejectUnauthorized: false } });
      const connection = await session.connect(port);
      connection.once("close", () => void session.close());
      return connection;
    },
  };
  return {
    runtime,
    wrapUrls: (urls) => ({
      exec: async (request, call) => {
        waiting.add(keyOf("exec", request), (await service.exec(request, call)).url);
        return urls.exec(request, call);
      },
      attach: async (request, call) => {
        waiting.add(keyOf("attach", request), (await service.attach(request, call)).url);
        return urls.attach(request, call);
      },
      portForward: async (request, call) => {
        await service.portForward(request, call);
        return urls.portForward(request, call);
      },
    }),
  };
};
