import { readFile } from "node:fs/promises";
import { type CriService, parseEndpoint } from "@crikit/cri-api";
import type { Gateway } from "@crikit/gateway";
import { UsageError } from "../arguments/usage-error.ts";
import { CommandError, describeSystemError } from "../context/command-error.ts";

/** The flags of the gateway: the same service as Connect, gRPC-web and JSON over HTTP. */
export const HTTP_FLAGS = {
  http: {
    kind: "text",
    placeholder: "HOST:PORT",
    summary: "Serve the CRI as Connect, gRPC-web and JSON over HTTP too; port 0 is any free one",
  },
  "http-token-file": {
    kind: "text",
    placeholder: "FILE",
    completion: "file",
    standard: "a token is made and printed once",
    summary: "The file with the bearer token that clients must send",
  },
  "http-allow-remote": { kind: "switch", summary: "Let --http be an address that other machines reach" },
  "http-origin": { kind: "list", placeholder: "ORIGIN", summary: "A web page's origin that may call from a browser" },
  "http-cert": { kind: "text", placeholder: "FILE", completion: "file", summary: "The certificate for HTTPS" },
  "http-key": { kind: "text", placeholder: "FILE", completion: "file", summary: "The certificate's key" },
} as const;

/** The values of {@link HTTP_FLAGS}. */
export interface HttpChoice {
  readonly http: string | undefined;
  readonly "http-token-file": string | undefined;
  readonly "http-allow-remote": boolean;
  readonly "http-origin": readonly string[];
  readonly "http-cert": string | undefined;
  readonly "http-key": string | undefined;
}

const readPem = async (path: string, flag: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`--${flag} ${path} cannot be read: ${describeSystemError(error)}`, { cause: error });
  }
};

const readTls = async (choice: HttpChoice): Promise<{ readonly cert: Buffer; readonly key: Buffer } | undefined> => {
  const { "http-cert": cert, "http-key": key } = choice;
  if ((cert === undefined) !== (key === undefined)) throw new UsageError("--http-cert and --http-key go together");
  if (cert === undefined || key === undefined) return undefined;
  return { cert: await readPem(cert, "http-cert"), key: await readPem(key, "http-key") };
};

/** Refuses a flag of the gateway where there is no gateway, and an address that is none. */
export const checkHttp = (
  choice: HttpChoice,
  given: ReadonlySet<string>,
): { readonly host: string; readonly port: number } | undefined => {
  const stray = Object.keys(HTTP_FLAGS).find((flag) => flag !== "http" && given.has(flag));
  if (choice.http === undefined) {
    if (stray !== undefined) throw new UsageError(`--${stray} goes with --http`);
    return undefined;
  }
  const text = /^\d+$/.test(choice.http) ? `:${choice.http}` : choice.http;
  const endpoint = parseEndpoint(text.includes("://") ? text : `tcp://${text}`);
  if (endpoint.kind !== "tcp") throw new UsageError(`--http takes HOST:PORT, not ${JSON.stringify(choice.http)}`);
  return endpoint;
};

/** Starts the gateway that the flags ask for. */
export const startGateway = async (
  service: CriService,
  place: { readonly host: string; readonly port: number },
  choice: HttpChoice,
  onError: (error: unknown, call: string) => void,
): Promise<Gateway> => {
  const tls = await readTls(choice);
  const { serveGateway } = await import("@crikit/gateway");
  const tokenFile = choice["http-token-file"];
  return serveGateway(service, {
    host: place.host,
    port: place.port,
    allowRemote: choice["http-allow-remote"],
    allowOrigins: choice["http-origin"],
    onError,
    ...(tokenFile !== undefined && { tokenFile }),
    ...(tls !== undefined && { tls }),
  });
};
