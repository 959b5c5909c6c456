import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { parseAddress } from "../call/address.ts";

/** Where a server listens: a unix socket or Windows pipe by its path, or a TCP port, with TLS or without. */
export type ListenAddress =
  | string
  | { readonly path: string }
  | { readonly port: number; readonly host?: string; readonly tls?: TlsOptions };

/** Listens and hands each connection to `accept`. Resolves when it listens; rejects when it cannot. */
export const listenOn = (address: ListenAddress, accept: (socket: Socket) => void): Promise<Server> => {
  const place = typeof address === "string" ? parseAddress(address) : address;
  const tls = "tls" in place ? place.tls : undefined;
  const options = { noDelay: true, ALPNProtocols: ["h2"] };
  const server = tls === undefined ? createServer(options, accept) : createTlsServer({ ...options, ...tls }, accept);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    const listening = (): void => {
      server.off("error", reject);
      // A connection that cannot be accepted (EMFILE) is lost to its client; the listener goes on.
      server.on("error", () => {});
      resolve(server);
    };
    if ("path" in place) server.listen({ path: place.path }, listening);
    else server.listen({ port: place.port, host: place.host ?? "127.0.0.1" }, listening);
  });
};
