import { type Call, type CriService, isCriError } from "@crikit/cri-api";
import { type AnyStream, type AnyUnary, aroundCalls, type CriCall } from "./calls.ts";
import { targetOf } from "./target.ts";

/** The part of OpenTelemetry's `Span` that is used; the API's own spans are of this shape, so that nothing has to be installed for the types. */
export interface TraceSpan {
  setAttribute(key: string, value: string | number | boolean): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  recordException(exception: Error): void;
  end(): void;
}

/** The part of OpenTelemetry's `Tracer` that is used: `trace.getTracer("…")` of `@opentelemetry/api` is one. */
export interface TraceTracer {
  startSpan(name: string, options?: { kind?: number; attributes?: { [key: string]: string | number } }): TraceSpan;
  startActiveSpan<Result>(
    name: string,
    options: { kind?: number; attributes?: { [key: string]: string | number } },
    body: (span: TraceSpan) => Result,
  ): Result;
}

/** What {@link withTrace} needs to know. */
export interface TraceOptions {
  readonly tracer: TraceTracer;
  /** Whether the service answers calls (`server`) or makes them (`client`). Default `server`. */
  readonly side?: "server" | "client";
}

/** OpenTelemetry's `SpanKind` and `SpanStatusCode`, which are fixed numbers of its API. */
const SPAN_KIND = { server: 1, client: 2 } as const;
const STATUS_ERROR = 2;

/** gRPC's numbers of the codes, as OpenTelemetry's conventions for RPC want them. */
const GRPC_NUMBERS: Readonly<Record<string, number>> = {
  Canceled: 1,
  Unknown: 2,
  InvalidArgument: 3,
  DeadlineExceeded: 4,
  NotFound: 5,
  AlreadyExists: 6,
  PermissionDenied: 7,
  ResourceExhausted: 8,
  FailedPrecondition: 9,
  Aborted: 10,
  OutOfRange: 11,
  Unimplemented: 12,
  Internal: 13,
  Unavailable: 14,
  DataLoss: 15,
  Unauthenticated: 16,
};

const attributesOf = (call: CriCall, request: object): { [key: string]: string } => ({
  "rpc.system": "grpc",
  "rpc.service": call.service,
  "rpc.method": call.name,
  ...(targetOf(request) !== "" && { "cri.target": targetOf(request) }),
});

const fail = (span: TraceSpan, error: unknown): void => {
  const code = isCriError(error) ? error.code : "Unknown";
  span.setAttribute("rpc.grpc.status_code", GRPC_NUMBERS[code] ?? 2);
  span.setStatus({ code: STATUS_ERROR, message: error instanceof Error ? error.message : String(error) });
  if (error instanceof Error) span.recordException(error);
};

const traceUnary =
  (call: CriCall, next: AnyUnary, options: TraceOptions): AnyUnary =>
  (request, context?: Call) =>
    options.tracer.startActiveSpan(
      `${call.service}/${call.name}`,
      { kind: SPAN_KIND[options.side ?? "server"], attributes: attributesOf(call, request) },
      async (span) => {
        try {
          const response = await next(request, context);
          span.setAttribute("rpc.grpc.status_code", 0);
          return response;
        } catch (error) {
          fail(span, error);
          throw error;
        } finally {
          span.end();
        }
      },
    );

const traceStream = (call: CriCall, next: AnyStream, options: TraceOptions): AnyStream =>
  async function* (request, context) {
    const span = options.tracer.startSpan(`${call.service}/${call.name}`, {
      kind: SPAN_KIND[options.side ?? "server"],
      attributes: attributesOf(call, request),
    });
    let messages = 0;
    try {
      for await (const message of next(request, context)) {
        messages++;
        yield message;
      }
      span.setAttribute("rpc.grpc.status_code", 0);
    } catch (error) {
      fail(span, error);
      throw error;
    } finally {
      span.setAttribute("cri.messages", messages);
      span.end();
    }
  };

/**
 * A service with an OpenTelemetry span for each call, named as RPC spans are: `runtime.v1.RuntimeService/ListContainers`. Spans that the runtime makes during a
 * unary call are its children.
 *
 * @example
 * withTrace(service, { tracer: trace.getTracer("crikit") });
 */
export const withTrace = (service: CriService, options: TraceOptions): CriService =>
  aroundCalls(service, {
    unary: (call, next) => traceUnary(call, next, options),
    stream: (call, next) => traceStream(call, next, options),
  });
