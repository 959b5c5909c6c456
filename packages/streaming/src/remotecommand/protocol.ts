/** What a SPDY client calls its streams, in the header `streamtype`. */
export const STREAM_TYPES = ["error", "stdin", "stdout", "stderr", "resize"] as const;

/** One of the streams of an exec or attach session. */
export type StreamType = (typeof STREAM_TYPES)[number];

/** The WebSocket channel of each stream. */
export const CHANNEL: Readonly<Record<StreamType, number>> = { stdin: 0, stdout: 1, stderr: 2, error: 3, resize: 4 };

/** One version of remotecommand. */
export interface RemoteCommandProtocol {
  /** As negotiated; empty for a WebSocket client that names none. */
  readonly name: string;
  readonly transport: "spdy" | "websocket";
  /** How the outcome is told: `json` always, `text` only if something went wrong. */
  readonly status: "json" | "text";
  /** Whether there is a stream for terminal sizes. */
  readonly resize: boolean;
  readonly encoding: "binary" | "base64";
  /** Whether a client can end its stdin without ending the session. */
  readonly closesStdin: boolean;
  /** The server ends its side of stdin and resets the error stream at once, as kubelets of 1.0 did. */
  readonly dropsErrorStream: boolean;
}

const spdy = { transport: "spdy", encoding: "binary", closesStdin: true, dropsErrorStream: false } as const;
const webSocket = { transport: "websocket", resize: true, closesStdin: false, dropsErrorStream: false } as const;

/** Every version served and spoken, the best of each transport first. */
export const REMOTE_COMMAND_PROTOCOLS: readonly RemoteCommandProtocol[] = [
  { ...spdy, name: "v4.channel.k8s.io", status: "json", resize: true },
  { ...spdy, name: "v3.channel.k8s.io", status: "text", resize: true },
  { ...spdy, name: "v2.channel.k8s.io", status: "text", resize: false },
  { ...spdy, name: "channel.k8s.io", status: "text", resize: false, dropsErrorStream: true },
  { ...webSocket, name: "v5.channel.k8s.io", status: "json", encoding: "binary", closesStdin: true },
  { ...webSocket, name: "v4.channel.k8s.io", status: "json", encoding: "binary" },
  { ...webSocket, name: "v4.base64.channel.k8s.io", status: "json", encoding: "base64" },
  { ...webSocket, name: "channel.k8s.io", status: "text", encoding: "binary" },
  { ...webSocket, name: "base64.channel.k8s.io", status: "text", encoding: "base64" },
  { ...webSocket, name: "", status: "text", encoding: "binary" },
];

/** The versions of one transport. */
export const protocolsOf = (transport: RemoteCommandProtocol["transport"]): readonly RemoteCommandProtocol[] =>
  REMOTE_COMMAND_PROTOCOLS.filter((protocol) => protocol.transport === transport);
