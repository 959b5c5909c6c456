import { type Call, type CriCode, type CriService, isCriError } from "@crikit/cri-api";
import { aroundCalls, type CriCall } from "./calls.ts";

/** How a call ended; a stream that its reader left is `Canceled`. */
export type Outcome = "OK" | CriCode;

/** Hears of one call. */
export interface CallObserver {
  /** A message of a server stream has been passed on. */
  message?(): void;
  /** The call has ended; `error` is what it failed with. */
  ended(outcome: Outcome, error?: unknown): void;
}

/** Is told that a call begins and gives the one who hears of the rest. A stream begins when its first message is asked for. */
export type Observe = (call: CriCall, request: object, context: Call | undefined) => CallObserver;

const outcomeOf = (error: unknown): Outcome => (isCriError(error) ? error.code : "Unknown");

/** A service of which every call is observed; answers, errors and signals pass unchanged. */
export const withObserver = (service: CriService, observe: Observe): CriService =>
  aroundCalls(service, {
    unary: (call, next) => async (request, context) => {
      const observer = observe(call, request, context);
      try {
        const response = await next(request, context);
        observer.ended("OK");
        return response;
      } catch (error) {
        observer.ended(outcomeOf(error), error);
        throw error;
      }
    },
    stream: (call, next) =>
      async function* (request, context) {
        const observer = observe(call, request, context);
        let outcome: Outcome = "Canceled";
        let failure: unknown;
        try {
          for await (const message of next(request, context)) {
            observer.message?.();
            yield message;
          }
          outcome = "OK";
        } catch (error) {
          outcome = outcomeOf(error);
          failure = error;
          throw error;
        } finally {
          observer.ended(outcome, failure);
        }
      },
  });
