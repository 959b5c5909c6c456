import { type Call, type CriService, ImageServiceDefinition, RuntimeServiceDefinition } from "@crikit/cri-api";

const METHODS = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };

/** What is told about each call of a watched service. */
export interface CallWatch {
  /** The call has ended, well or not. */
  onEnd(call: { readonly name: string; readonly tookMs: number; readonly error: unknown }): void;
}

type Unary = (request: unknown, call?: Call) => Promise<unknown>;
type Streaming = (request: unknown, call?: Call) => AsyncIterable<unknown>;

/** A service that calls another one and tells about it. `signal` is added to calls that have none. */
export const watchService = (
  service: CriService,
  watch: CallWatch,
  options: { readonly signal: AbortSignal; readonly nowMs: () => number },
): CriService => {
  const withSignal = (call: Call | undefined): Call => ({ signal: options.signal, ...call });
  const ended = (name: string, startedMs: number, error: unknown): never => {
    watch.onEnd({ name, tookMs: options.nowMs() - startedMs, error });
    throw error;
  };
  const unary =
    (name: string, call: Unary): Unary =>
    async (request, context) => {
      const startedMs = options.nowMs();
      try {
        const answer = await call(request, withSignal(context));
        watch.onEnd({ name, tookMs: options.nowMs() - startedMs, error: undefined });
        return answer;
      } catch (error) {
        return ended(name, startedMs, error);
      }
    };
  const streaming = (name: string, call: Streaming): Streaming =>
    async function* (request, context) {
      const startedMs = options.nowMs();
      try {
        yield* call(request, withSignal(context));
        watch.onEnd({ name, tookMs: options.nowMs() - startedMs, error: undefined });
      } catch (error) {
        ended(name, startedMs, error);
      }
    };
  const calls = Object.entries(METHODS).map(([key, method]) => {
    const call = service[key as keyof CriService];
    const bound = (request: unknown, context?: Call): unknown => Reflect.apply(call, service, [request, context]);
    return [
      key,
      method.responseStream ? streaming(method.name, bound as Streaming) : unary(method.name, bound as Unary),
    ];
  });
  // The compiler cannot follow a loop over the calls.
  return Object.fromEntries(calls) as CriService;
};
