import { parseEndpoint } from "@crikit/cri-api";
import type { ServeOptions } from "@crikit/cri-api/server";
import { UsageError } from "../arguments/usage-error.ts";

/** The flags of commands that listen. */
export const LISTEN_FLAGS = {
  "socket-mode": { kind: "text", placeholder: "MODE", standard: "0660", summary: "The permissions of the socket file" },
  "socket-gid": { kind: "integer", placeholder: "GID", summary: "The group that the socket file is given" },
  "allow-remote": {
    kind: "switch",
    summary: "Let tcp:// endpoints be on addresses that other machines reach: whoever calls is root here",
  },
  "streaming-address": {
    kind: "text",
    placeholder: "HOST:PORT",
    standard: "127.0.0.1 and any free port",
    summary: "Where exec, attach and port-forward sessions are served",
  },
  "drain-timeout": { kind: "duration", standard: "10s", summary: "How long open sessions may go on after SIGTERM" },
} as const;

/** The values of {@link LISTEN_FLAGS}. */
export interface ListenChoice {
  readonly "socket-mode": string | undefined;
  readonly "socket-gid": number | undefined;
  readonly "allow-remote": boolean;
  readonly "streaming-address": string | undefined;
  readonly "drain-timeout": number | undefined;
}

const readMode = (text: string | undefined): number => {
  if (text === undefined) return 0o660;
  if (!/^0?[0-7]{3}$/.test(text))
    throw new UsageError(`--socket-mode takes octal permissions such as 0660, not ${JSON.stringify(text)}`);
  return Number.parseInt(text, 8);
};

/** How sockets are made, by the flags. */
export const readSocketOptions = (choice: ListenChoice, warn: (text: string) => void): ServeOptions => {
  const gid = choice["socket-gid"];
  return {
    mode: readMode(choice["socket-mode"]),
    ...(gid !== undefined && { gid }),
    tcp: choice["allow-remote"] ? "any" : "loopback",
    onError: (error, call) =>
      warn(`${call}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
};

/** Where sessions are served, by the flags. */
export const readStreamingAddress = (choice: ListenChoice): { readonly host?: string; readonly port?: number } => {
  const text = choice["streaming-address"];
  if (text === undefined) return {};
  const endpoint = parseEndpoint(text.includes("://") ? text : `tcp://${text}`);
  if (endpoint.kind !== "tcp") throw new UsageError(`--streaming-address takes HOST:PORT, not ${JSON.stringify(text)}`);
  return { host: endpoint.host, port: endpoint.port };
};

/** How long what is open may go on, by the flags. */
export const drainMsOf = (choice: ListenChoice): number => choice["drain-timeout"] ?? 10_000;
