import { createServer, type Server, type Socket } from "node:net";
import { CriError, type PortMapping, Protocol } from "@crikit/cri-api";
import type { NetworkNamespace } from "../network/namespace.ts";
import { DEFAULT_HOST_ADDRESS } from "./options.ts";

const forward = (network: NetworkNamespace, port: number, client: Socket): void => {
  client.on("error", () => client.destroy());
  try {
    const server = network.connect(port);
    server.on("error", () => client.destroy());
    server.on("close", () => client.destroy());
    client.on("close", () => server.destroy());
    client.pipe(server).pipe(client);
  } catch {
    // Nothing listens in the pod: the connection is refused, as far as an accepted one can be.
    client.resetAndDestroy();
  }
};

const listen = (server: Server, mapping: PortMapping, hostAddress: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const address = `${mapping.hostIp || hostAddress}:${mapping.hostPort}`;
      const code = cause.code === "EADDRINUSE" ? "AlreadyExists" : "FailedPrecondition";
      reject(new CriError(code, `host port ${address} cannot be listened on (${cause.code})`, { cause }));
    });
    server.listen({ port: mapping.hostPort, host: mapping.hostIp || hostAddress }, resolve);
  });

/** Opens a pod's TCP host ports on this host and connects them to the pod. All or none: the result closes them. */
export const openHostPorts = async (
  network: NetworkNamespace,
  mappings: readonly PortMapping[],
  hostAddress: string = DEFAULT_HOST_ADDRESS,
): Promise<(() => void) | undefined> => {
  const wanted = mappings.filter(({ hostPort, protocol }) => hostPort > 0 && protocol === Protocol.TCP);
  if (wanted.length === 0 || network.isHost) return undefined;
  const servers: Server[] = [];
  const clients = new Set<Socket>();
  const close = (): void => {
    for (const server of servers) server.close();
    for (const client of clients) client.destroy();
  };
  try {
    for (const mapping of wanted) {
      const server = createServer({ allowHalfOpen: true }, (client) => {
        clients.add(client);
        client.on("close", () => clients.delete(client));
        forward(network, mapping.containerPort, client);
      });
      servers.push(server);
      await listen(server, mapping, hostAddress);
      server.unref();
    }
    return close;
  } catch (error) {
    close();
    throw error;
  }
};
