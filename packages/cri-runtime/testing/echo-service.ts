import { type Call, CriError, type CriService } from "@crikit/cri-api";
import { createCalls } from "../src/middleware/calls.ts";

/** One call that an echo service has seen. */
export interface Seen {
  readonly call: string;
  readonly request: object;
  readonly context: Call | undefined;
}

/** A service that answers every call with an empty message, streams with three, and keeps what it was asked; names in `failing` end with NotFound. */
export const echoService = (failing: readonly string[] = []): { service: CriService; seen: Seen[] } => {
  const seen: Seen[] = [];
  const see = (call: string, request: object, context: Call | undefined): void => {
    seen.push({ call, request, context });
    if (failing.includes(call)) throw new CriError("NotFound", `no ${call}`);
  };
  const service = createCalls({
    unary: (call) => async (request, context) => {
      see(call.name, request, context);
      return call.responseType.decode(new Uint8Array()) as object;
    },
    stream: (call) =>
      async function* (request, context) {
        see(call.name, request, context);
        for (let message = 0; message < 3; message++) yield call.responseType.decode(new Uint8Array()) as object;
      },
  });
  return { service, seen };
};

/** All messages of a stream, or the one answer of a unary call. */
export const drain = async (answer: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown[]> => {
  if (answer instanceof Promise) return [await answer];
  const messages: unknown[] = [];
  for await (const message of answer) messages.push(message);
  return messages;
};
