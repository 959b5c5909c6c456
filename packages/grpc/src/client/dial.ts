import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import type { Address } from "../call/address.ts";

/** Opens a byte stream to a server. */
export type Dial = (signal: AbortSignal) => Promise<Duplex>;

/** Dials a unix socket, a pipe or a TCP port, with TLS if it is given. */
export const dialPlace =
  (place: Address, tls: ConnectionOptions | undefined): Dial =>
  (signal) =>
    new Promise((resolve, reject) => {
      const socket: Socket = tls === undefined ? connect({ ...place, noDelay: true }) : dialTls(place, tls);
      const ready = tls === undefined ? "connect" : "secureConnect";
      const stop = (): void => {
        socket.destroy(signal.reason instanceof Error ? signal.reason : new Error("the dial was given up"));
      };
      const settled = (): void => {
        signal.removeEventListener("abort", stop);
        socket.off("error", failed);
        socket.off(ready, connected);
      };
      const failed = (error: Error): void => {
        settled();
        socket.on("error", () => {});
        socket.destroy();
        reject(error);
      };
      const connected = (): void => {
        settled();
        resolve(socket);
      };
      socket.once("error", failed);
      socket.once(ready, connected);
      signal.addEventListener("abort", stop);
    });

const dialTls = (place: Address, tls: ConnectionOptions): Socket => {
  const servername = "host" in place && !/^[\d.]+$|:/.test(place.host) ? { servername: place.host } : {};
  return connectTls({ ALPNProtocols: ["h2"], ...servername, ...place, ...tls });
};
