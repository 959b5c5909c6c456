import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { plainRefusal, type Refusal, sendRefusal, writeRefusal } from "../upgrade/refusal.ts";

/** Both ways in which a request arrives; each says whether the request was its own. */
export interface Routes {
  request(request: IncomingMessage, response: ServerResponse): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
}

const pageNotFound: Refusal = plainRefusal(404, "404: Page Not Found");

/**
 * Serves `routes` on a server, before the listeners that it has now: those are asked only for what is not one of the routes, and a request
 * that nobody answers gets 404. The function returned puts everything back.
 */
export const takeOver = (server: Server, routes: Routes): (() => void) => {
  const requestListeners = server.listeners("request");
  const upgradeListeners = server.listeners("upgrade");
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    if (routes.request(request, response)) return;
    if (requestListeners.length === 0) sendRefusal(response, pageNotFound);
    for (const listener of requestListeners) listener.call(server, request, response);
  };
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (routes.upgrade(request, socket, head)) return;
    if (upgradeListeners.length === 0) writeRefusal(socket, pageNotFound);
    for (const listener of upgradeListeners) listener.call(server, request, socket, head);
  };
  server.removeAllListeners("request").on("request", onRequest);
  server.removeAllListeners("upgrade").on("upgrade", onUpgrade);
  return () => {
    server.off("request", onRequest);
    server.off("upgrade", onUpgrade);
    for (const listener of requestListeners) server.on("request", (...args) => listener.call(server, ...args));
    for (const listener of upgradeListeners) server.on("upgrade", (...args) => listener.call(server, ...args));
  };
};
