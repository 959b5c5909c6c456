import { readFile } from "node:fs/promises";
import type { ClientTls, Transport } from "@crikit/streaming/client";
import { UsageError } from "../arguments/usage-error.ts";
import { CommandError, describeSystemError } from "../context/command-error.ts";

/** The flags of commands that open a streaming session. */
export const SESSION_FLAGS = {
  transport: {
    kind: "text",
    short: "r",
    choices: ["auto", "websocket", "spdy"],
    completion: ["auto", "websocket", "spdy"],
    standard: "auto: WebSocket, and SPDY if that is refused",
    summary: "How the bytes are carried",
  },
  "tls-sni": {
    kind: "text",
    aliases: ["tls-server-name"],
    placeholder: "NAME",
    standard: "localhost",
    summary: "The name that the server's certificate is checked for",
  },
  "tls-ca": { kind: "text", placeholder: "FILE", completion: "file", summary: "Authorities that may have signed it" },
  "tls-cert": { kind: "text", placeholder: "FILE", completion: "file", summary: "Our certificate" },
  "tls-key": { kind: "text", placeholder: "FILE", completion: "file", summary: "Our certificate's key" },
} as const;

/** The values of {@link SESSION_FLAGS}. */
export interface SessionChoice {
  readonly transport: string | undefined;
  readonly "tls-sni": string | undefined;
  readonly "tls-ca": string | undefined;
  readonly "tls-cert": string | undefined;
  readonly "tls-key": string | undefined;
}

const readPem = async (path: string | undefined, flag: string): Promise<Buffer | undefined> => {
  if (path === undefined) return undefined;
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`--${flag} ${path} cannot be read: ${describeSystemError(error)}`, { cause: error });
  }
};

/** TLS as the flags ask for it. Without any, as in crictl, the runtime's certificate is not checked: the URL came from the runtime itself. */
const readTls = async (choice: SessionChoice): Promise<ClientTls> => {
  const { "tls-ca": ca, "tls-cert": cert, "tls-key": key } = choice;
  if ((cert === undefined) !== (key === undefined)) throw new UsageError("--tls-cert and --tls-key go together");
  if (ca === undefined && cert === undefined) return { rejectUnauthorized: false };
  return {
    ca: await readPem(ca, "tls-ca"),
    cert: await readPem(cert, "tls-cert"),
    key: await readPem(key, "tls-key"),
    servername: choice["tls-sni"] ?? "localhost",
    rejectUnauthorized: ca !== undefined,
  };
};

/** How a session is carried, for the streaming client. */
export const readSessionOptions = async (
  choice: SessionChoice,
): Promise<{ readonly transport: Transport; readonly tls: ClientTls }> => ({
  transport: (choice.transport ?? "auto") as Transport,
  tls: await readTls(choice),
});

/** A URL without a host is one of the kubelet's on this machine, as crictl takes it. */
export const completeUrl = (url: string): string => {
  if (URL.canParse(url)) return url;
  if (url.startsWith("/")) return `http://127.0.0.1:10250${url}`;
  throw new CommandError(`the runtime answers with a URL that is none: ${JSON.stringify(url)}`);
};
