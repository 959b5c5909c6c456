import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { type ImageStore, MANIFEST_TYPE } from "./image-store.ts";

/** A registry on loopback that serves one store under every host name it is asked by. */
export interface Registry {
  readonly port: number;
  close(): Promise<void>;
}

/** How the registry is served. */
export interface RegistryOptions {
  readonly store: ImageStore;
  readonly tls: { readonly cert: string; readonly key: string };
  /** Default 443. */
  readonly port?: number;
  /** Repositories that want `user:password` (Basic). */
  readonly protectedRepositories?: Readonly<Record<string, string>>;
  /** Repositories whose blobs come slowly: this many bytes, then a pause without end. */
  readonly stalledRepositories?: Readonly<Record<string, number>>;
}

const refuse = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, {
    "content-type": "application/json",
    ...(status === 401 ? { "www-authenticate": 'Basic realm="crikit"' } : {}),
  });
  response.end(JSON.stringify({ errors: [{ code, message: code.toLowerCase() }] }));
};

const isAllowed = (request: IncomingMessage, wanted: string | undefined): boolean =>
  wanted === undefined || request.headers.authorization === `Basic ${Buffer.from(wanted).toString("base64")}`;

const serveManifest = async (
  options: RegistryOptions,
  request: IncomingMessage,
  response: ServerResponse,
  place: Place,
) => {
  const digest = place.name.startsWith("sha256:")
    ? place.name
    : options.store.tags.get(`${place.repository}:${place.name}`);
  const path = digest === undefined ? undefined : join(options.store.folder, digest.replace(":", "-"));
  if (digest === undefined || path === undefined || !existsSync(path)) return refuse(response, 404, "MANIFEST_UNKNOWN");
  const bytes = await readFile(path);
  response.writeHead(200, {
    "content-type": MANIFEST_TYPE,
    "content-length": bytes.length,
    "docker-content-digest": digest,
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
};

const serveBlob = async (
  options: RegistryOptions,
  request: IncomingMessage,
  response: ServerResponse,
  place: Place,
) => {
  const path = join(options.store.folder, place.name.replace(":", "-"));
  if (!/^sha256:[0-9a-f]{64}$/.test(place.name) || !existsSync(path)) return refuse(response, 404, "BLOB_UNKNOWN");
  const { size } = await stat(path);
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": size,
    "docker-content-digest": place.name,
  });
  if (request.method === "HEAD") return void response.end();
  const stalled = options.stalledRepositories?.[place.repository];
  const end = stalled === undefined ? undefined : Math.min(stalled, size) - 1;
  createReadStream(path, end === undefined ? {} : { end }).pipe(response, { end: stalled === undefined });
};

interface Place {
  readonly repository: string;
  readonly kind: string;
  readonly name: string;
}

const placeOf = (url: string): Place | undefined => {
  const match = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(decodeURIComponent(url.split("?")[0] ?? ""));
  return match === null ? undefined : { repository: match[1] ?? "", kind: match[2] ?? "", name: match[3] ?? "" };
};

/** Serves a store over TLS on loopback; the registry is read-only. */
export const serveRegistry = async (options: RegistryOptions): Promise<Registry> => {
  const server = createServer(options.tls, (request, response) => {
    const place = placeOf(request.url ?? "");
    if (place === undefined) {
      if (request.url !== "/v2/") return refuse(response, 404, "NOT_FOUND");
      // The engine learns here whether to send credentials at all.
      const locked = Object.keys(options.protectedRepositories ?? {}).length > 0;
      const wants =
        locked && request.headers.authorization === undefined && request.headers.host?.startsWith("private.");
      return wants === true ? refuse(response, 401, "UNAUTHORIZED") : void response.writeHead(200).end("{}");
    }
    if (!isAllowed(request, options.protectedRepositories?.[place.repository]))
      return refuse(response, 401, "UNAUTHORIZED");
    const serve = place.kind === "manifests" ? serveManifest : serveBlob;
    serve(options, request, response, place).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(options.port ?? 443, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};
