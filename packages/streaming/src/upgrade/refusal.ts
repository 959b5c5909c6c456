import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** An answer other than 101. */
export interface Refusal {
  readonly status: number;
  /** Names as they go on the wire; a list is one line for each. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly body: string;
}

/** A plain text answer as Go's `http.Error` writes it. */
export const plainRefusal = (status: number, message: string): Refusal => ({
  status,
  headers: { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" },
  body: `${message}\n`,
});

const closeMs = 1_000;

/** What Go says of a path or token that is not there. */
export const NOT_FOUND: Refusal = plainRefusal(404, "404 page not found");

/** Answers a plain request. */
export const sendRefusal = (response: ServerResponse, refusal: Refusal): void => {
  response.writeHead(refusal.status, {
    ...Object.fromEntries(
      Object.entries(refusal.headers ?? {}).map(([name, value]) => [name, value as string | string[]]),
    ),
    "Content-Length": Buffer.byteLength(refusal.body),
  });
  response.end(refusal.body);
};

/** Answers an upgrade request on its bare socket and closes it. */
export const writeRefusal = (socket: Duplex, refusal: Refusal): void => {
  const lines = [`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ""}`];
  for (const [name, value] of Object.entries(refusal.headers ?? {})) {
    for (const line of typeof value === "string" ? [value] : value) lines.push(`${name}: ${line}`);
  }
  lines.push(`Content-Length: ${Buffer.byteLength(refusal.body)}`, "Connection: close", "", refusal.body);
  // A socket destroyed with unread bytes in it is reset, and the answer may be lost: the peer closes first, within reason.
  const timer = setTimeout(() => socket.destroy(), closeMs);
  socket.on("error", () => {});
  socket.once("close", () => clearTimeout(timer));
  socket.once("end", () => socket.destroy());
  socket.end(lines.join("\r\n"));
  socket.resume();
};
