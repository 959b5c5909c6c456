import { type Call, CriError, isCriError } from "@crikit/cri-api";

/** What a call's signal says about why the call has to end. */
export const endedBy = (signal: AbortSignal, name: string): CriError => {
  const reason: unknown = signal.reason;
  if (isCriError(reason)) return reason;
  const isTimeout = typeof reason === "object" && reason !== null && "name" in reason && reason.name === "TimeoutError";
  return isTimeout
    ? new CriError("DeadlineExceeded", `${name} took longer than its deadline`, { cause: reason })
    : new CriError("Canceled", `${name} was canceled by its caller`, { cause: reason });
};

/** Gets what went wrong inside a runtime, which the client is not told. */
export type OnInternalError = (failure: { readonly call: string; readonly cause: unknown }) => void;

const toCriError = (
  error: unknown,
  where: { readonly name: string; readonly call: Call | undefined; readonly onInternalError: OnInternalError },
): CriError => {
  if (isCriError(error)) return error;
  if (where.call?.signal?.aborted) return endedBy(where.call.signal, where.name);
  where.onInternalError({ call: where.name, cause: error });
  return new CriError("Internal", `${where.name} failed inside the runtime, whose log has the cause`, { cause: error });
};

/** What stands before a call: checks the request, and lets only `CriError` out. */
export interface Guard<Request> {
  readonly name: string;
  readonly check: (request: Request) => void;
  readonly onInternalError: OnInternalError;
}

/** A unary call behind its guard. */
export const guardUnary =
  <Request, Response>(
    guard: Guard<Request>,
    answer: (request: Request, call?: Call) => Promise<Response>,
  ): ((request: Request, call?: Call) => Promise<Response>) =>
  async (request, call) => {
    try {
      guard.check(request);
      if (call?.signal?.aborted) throw endedBy(call.signal, guard.name);
      return await answer(request, call);
    } catch (error) {
      throw toCriError(error, { name: guard.name, call, onInternalError: guard.onInternalError });
    }
  };

/** A server-streaming call behind its guard. Nothing happens before the first message is asked for. */
export const guardStream = <Request, Response>(
  guard: Guard<Request>,
  answer: (request: Request, call?: Call) => AsyncIterable<Response>,
): ((request: Request, call?: Call) => AsyncIterable<Response>) =>
  async function* (request, call) {
    try {
      guard.check(request);
      if (call?.signal?.aborted) throw endedBy(call.signal, guard.name);
      yield* answer(request, call);
    } catch (error) {
      throw toCriError(error, { name: guard.name, call, onInternalError: guard.onInternalError });
    }
  };
