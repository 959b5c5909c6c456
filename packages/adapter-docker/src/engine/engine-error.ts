/** What the engine answered instead of a result: an HTTP status and its text, or 0 when it could not be reached or asked in time. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(status: number, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.status = status;
  }
}

/** Whether `error` is the engine's answer, with `status` if one is given. */
export const isEngineError = (error: unknown, status?: number): error is EngineError =>
  error instanceof EngineError && (status === undefined || error.status === status);

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;

/** The engine's own text of an error body: `{"message":"…"}`, or the bytes as they are. */
export const engineMessage = (body: unknown): string => {
  const message = field(body, "message");
  if (typeof message === "string") return message;
  return Buffer.isBuffer(body) ? body.toString().trim() : "";
};

/** dockerode's text of an answer whose body it has not parsed, without its own words around the engine's. */
const modemMessage = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/^\(HTTP code \d+\) unexpected - /, "").trim() : "";

/** Node's code of what went wrong underneath: `ENOENT`, `ECONNRESET`; "" if there is none. */
export const causeCode = (error: unknown): string => {
  const code = field(field(error, "cause"), "code");
  return typeof code === "string" ? code : "";
};

/** What dockerode or Node throws, as an {@link EngineError}: an abort keeps its reason. */
export const toEngineError = (error: unknown, what: string, signal?: AbortSignal): Error => {
  if (error instanceof EngineError) return error;
  const status = field(error, "statusCode");
  if (typeof status === "number") {
    const text = engineMessage(field(error, "json")) || modemMessage(error);
    return new EngineError(status, text === "" ? `${what}: the engine answered ${status}` : text, { cause: error });
  }
  if (signal?.aborted === true && signal.reason instanceof Error) return signal.reason;
  const text = error instanceof Error ? error.message : String(error);
  return new EngineError(0, `${what}: the Docker Engine did not answer: ${text}`, { cause: error });
};
