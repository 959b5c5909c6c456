import { type ConnectRouter, type ConnectRouterOptions, createConnectRouter } from "@connectrpc/connect";
import { universalRequestFromNodeRequest, universalResponseToNodeResponse } from "@connectrpc/connect-node";
import type { HttpHandler, HttpRequest, HttpResponse } from "./http-listener.ts";
import { withJsonLines } from "./json-lines.ts";
import type { OnError } from "./on-error.ts";

/** What {@link createConnectHandler} takes beside Connect's own options. */
export interface ConnectHandlerOptions extends ConnectRouterOptions {
  readonly routes: (router: ConnectRouter) => void;
  readonly onError: OnError;
  readonly readMaxBytes: number;
  /** Answers with a status and one line of text. */
  readonly refuse: (request: HttpRequest, response: HttpResponse, status: number, text: string) => void;
}

type NodeRequest = Parameters<typeof universalRequestFromNodeRequest>[0];
type NodeResponse = Parameters<typeof universalResponseToNodeResponse>[1];
type UniversalRequest = ReturnType<typeof universalRequestFromNodeRequest>;

/** Connect makes a URL of the authority, and throws for one that is no host. */
const toUniversalRequest = (request: HttpRequest, response: HttpResponse): UniversalRequest | undefined => {
  try {
    return universalRequestFromNodeRequest(request as NodeRequest, response as NodeResponse, undefined, undefined);
  } catch {
    return undefined;
  }
};

/**
 * Connect's routes as an HTTP handler. `connectNodeAdapter` does this too, but throws out of the listener, and so ends the process, for an
 * authority that is no host, and prints a stack trace whenever a client hangs up before its answer.
 */
export const createConnectHandler = ({ routes, onError, refuse, ...options }: ConnectHandlerOptions): HttpHandler => {
  const router = createConnectRouter(options);
  routes(router);
  const handlers = new Map(
    router.handlers.map((handler) => [
      handler.requestPath,
      { name: handler.method.name, answer: withJsonLines(handler, options.readMaxBytes) },
    ]),
  );
  return (request, response) => {
    const handler = handlers.get(request.url?.split("?", 1)[0] ?? "");
    if (handler === undefined) {
      refuse(request, response, 404, "no such call; POST to /runtime.v1.RuntimeService/Version, for one");
      return;
    }
    const call = toUniversalRequest(request, response);
    if (call === undefined) {
      refuse(request, response, 400, "the request names no host");
      return;
    }
    handler
      .answer(call)
      .then((answer) => universalResponseToNodeResponse(answer, response as NodeResponse))
      .catch((error: unknown) => {
        if (!call.signal.aborted) onError(error, handler.name);
      });
  };
};
