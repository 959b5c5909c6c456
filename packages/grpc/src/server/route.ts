import type { MessageCodec } from "../call/definition.ts";
import type { MethodDescription } from "../call/method.ts";
import type { ServerFunction } from "./server-call.ts";

/** A call the server can answer. */
export interface Route extends MethodDescription {
  readonly requestCodec: MessageCodec<unknown>;
  readonly responseCodec: MessageCodec<unknown>;
  readonly run: ServerFunction;
}

/** Finds the route of a path, or says why there is none. */
export interface Router {
  find(path: string): Route | string;
}
