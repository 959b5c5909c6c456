import { PREFACE } from "./frame.ts";

const HTTP_1 = /^(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|TRACE|CONNECT) /;
const TLS_HANDSHAKE = 0x16;
const TEXT = "this socket speaks gRPC over HTTP/2 without TLS; with curl: --http2-prior-knowledge\n";
/** RFC 8446 section 6: a fatal alert, protocol_version. */
const TLS_ALERT = Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]);

/** What the first bytes of a connection are: the preface (whole or so far), or something else with the answer it gets. */
export type FirstBytes =
  | { readonly kind: "preface"; readonly rest: Buffer }
  | { readonly kind: "unfinished" }
  | { readonly kind: "foreign"; readonly speaks: string; readonly answer: Buffer | undefined };

/** Looks at all bytes received so far. */
export const readFirstBytes = (bytes: Buffer): FirstBytes => {
  const length = Math.min(bytes.length, PREFACE.length);
  if (bytes.compare(PREFACE, 0, length, 0, length) === 0)
    return length === PREFACE.length ? { kind: "preface", rest: bytes.subarray(length) } : { kind: "unfinished" };
  if (bytes[0] === TLS_HANDSHAKE && (bytes.length < 2 || bytes[1] === 3))
    return { kind: "foreign", speaks: "TLS", answer: TLS_ALERT };
  if (HTTP_1.test(bytes.toString("latin1", 0, 8)))
    return { kind: "foreign", speaks: "HTTP/1.1", answer: http1Answer() };
  return { kind: "foreign", speaks: "something that is not HTTP/2", answer: undefined };
};

const http1Answer = (): Buffer =>
  Buffer.from(
    `HTTP/1.1 505 HTTP Version Not Supported\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${TEXT.length}\r\nconnection: close\r\n\r\n${TEXT}`,
    "latin1",
  );
