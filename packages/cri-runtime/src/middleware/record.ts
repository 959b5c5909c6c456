import * as messages from "@crikit/cri-api";
import { type CriService, isCriError } from "@crikit/cri-api";
import { type CriMessageName, toCriJson } from "@crikit/cri-api/descriptor";
import { aroundCalls, type CriCall, type MessageCodec } from "./calls.ts";
import { type RecordedEvent, type RecordedMessage, type RecordingHeader, redact } from "./recording.ts";

/** Gets a recording line by line, each with its newline; what it returns is awaited before the next one. */
export type RecordingSink = (line: string) => void | Promise<void>;

/** What {@link record} can be told. */
export interface RecordOptions {
  /** Leaves the JSON beside the bytes out: a third of the size, and nothing to read for people. Default `bytes-and-json`. */
  readonly form?: "bytes-and-json" | "bytes";
  /** Milliseconds since the recording's start. Default: the monotonic clock. */
  readonly nowMs?: () => number;
  /** Default: now. */
  readonly startedAt?: Date;
  /** Lines that may wait for the sink; calls and messages beyond it wait for room. Default 1,000. */
  readonly maxPendingLines?: number;
  /** Gets what the sink throws; the calls go on. Default: nothing. */
  readonly onError?: (error: unknown) => void;
}

/** A service that is being recorded. */
export interface Recorded {
  readonly service: CriService;
  /** Settles when all that has happened so far is with the sink. */
  flushed(): Promise<void>;
}

/** The message's name for a codec: the generated module exports each codec under it. */
const NAMES = new Map<unknown, string>(Object.entries(messages).map(([name, codec]) => [codec, name]));

const encode = (codec: MessageCodec, message: object): Uint8Array => codec.encode(message as never).finish();

const describe = async (
  codec: MessageCodec,
  bytes: Uint8Array,
  form: RecordOptions["form"],
): Promise<RecordedMessage> => {
  const base64 = Buffer.from(bytes).toString("base64");
  if (form === "bytes") return { bytes: base64 };
  return { json: await toCriJson(NAMES.get(codec) as CriMessageName, bytes), bytes: base64 };
};

interface Tape {
  /** Settles when the sink is not too far behind. */
  room(): Promise<void> | undefined;
  begin(call: CriCall, request: object): number;
  response(call: CriCall, id: number, message: object): void;
  end(id: number, error?: unknown): void;
  flushed(): Promise<void>;
}

const createTape = (sink: RecordingSink, options: RecordOptions): Tape => {
  const startedMs = performance.now();
  const nowMs = options.nowMs ?? (() => Math.round((performance.now() - startedMs) * 1000) / 1000);
  let written = Promise.resolve();
  let lastId = 0;
  let pendingLines = 0;
  const write = (make: () => RecordedEvent | RecordingHeader | Promise<RecordedEvent>): void => {
    pendingLines++;
    written = written
      .then(async () => sink(`${JSON.stringify(await make())}\n`))
      .catch((error: unknown) => options.onError?.(error))
      .finally(() => {
        pendingLines--;
      });
  };
  const header = {
    recording: "crikit",
    version: 1,
    startedAt: (options.startedAt ?? new Date()).toISOString(),
  } as const;
  write(() => header);
  return {
    room: () => (pendingLines < (options.maxPendingLines ?? 1000) ? undefined : written),
    begin: (call, request) => {
      lastId++;
      const id = lastId;
      const atMs = nowMs();
      // Encoded now: the caller may change its object once the call has been made.
      const bytes = encode(call.requestType, redact(request));
      write(async () => ({
        atMs,
        id,
        call: call.name,
        request: await describe(call.requestType, bytes, options.form),
      }));
      return id;
    },
    response: (call, id, message) => {
      const atMs = nowMs();
      const bytes = encode(call.responseType, message);
      write(async () => ({ atMs, id, response: await describe(call.responseType, bytes, options.form) }));
    },
    end: (id, error) => {
      const atMs = nowMs();
      if (error === undefined) write(() => ({ atMs, id, end: { code: "OK" } }));
      else {
        const code = isCriError(error) ? error.code : "Unknown";
        write(() => ({ atMs, id, end: { code, message: error instanceof Error ? error.message : String(error) } }));
      }
    },
    flushed: () => written,
  };
};

/**
 * Records each call with its request, answers, error and times as lines of JSON, which {@link parseRecording} reads. Passwords and tokens of PullImage are left
 * out; what else is in requests (environment variables) is kept, so a recording is to be treated as the secrets in it.
 */
export const record = (service: CriService, sink: RecordingSink, options: RecordOptions = {}): Recorded => {
  const tape = createTape(sink, options);
  const recorded = aroundCalls(service, {
    unary: (call, next) => async (request, context) => {
      await tape.room();
      const id = tape.begin(call, request);
      try {
        const response = await next(request, context);
        tape.response(call, id, response);
        tape.end(id);
        return response;
      } catch (error) {
        tape.end(id, error);
        throw error;
      }
    },
    stream: (call, next) =>
      async function* (request, context) {
        await tape.room();
        const id = tape.begin(call, request);
        try {
          for await (const message of next(request, context)) {
            tape.response(call, id, message);
            yield message;
            await tape.room();
          }
          tape.end(id);
        } catch (error) {
          tape.end(id, error);
          throw error;
        }
      },
  });
  return { service: recorded, flushed: tape.flushed };
};
