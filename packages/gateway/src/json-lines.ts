import {
  assertByteStreamRequest,
  type UniversalHandler,
  type UniversalHandlerFn,
  type UniversalServerRequest,
} from "@connectrpc/connect/protocol";

const PREFIX_BYTES = 5;
/** The envelope that ends a stream of the Connect protocol: its message is `{}`, or has the error. */
const END_STREAM_FLAG = 2;
const NEWLINE = Buffer.from("\n");

const isPlainJson = (contentType: string | null): boolean => /^application\/json(?: *;.*)?$/i.test(contentType ?? "");

const join = async (body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    // One byte too many is enough for Connect to refuse it.
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(chunks);
};

async function* toEnvelope(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  const message = await join(body, maxBytes);
  const json = message.length === 0 ? Buffer.from("{}") : message;
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(json.length, 1);
  yield Buffer.concat([prefix, json]);
}

async function* toLines(envelopes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of envelopes) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= PREFIX_BYTES) {
      const end = PREFIX_BYTES + rest.readUInt32BE(1);
      if (rest.length < end) break;
      const message = rest.subarray(PREFIX_BYTES, end);
      const isLast = ((rest[0] ?? 0) & END_STREAM_FLAG) !== 0;
      if (!isLast || message.length > "{}".length) yield Buffer.concat([message, NEWLINE]);
      rest = rest.subarray(end);
    }
  }
}

/**
 * Lets a person with curl read a stream: a plain JSON request to a call that streams is answered by one line of JSON for each message, and
 * a last line `{"error":{…}}` if it fails. Connect itself wants both in envelopes, which begin with zero bytes.
 */
export const withJsonLines = (handler: UniversalHandler, maxBytes: number): UniversalHandlerFn => {
  if (handler.method.methodKind !== "server_streaming") return handler;
  return async (request: UniversalServerRequest) => {
    if (!isPlainJson(request.header.get("content-type"))) return handler(request);
    assertByteStreamRequest(request);
    const header = new Headers(request.header);
    header.set("content-type", "application/connect+json");
    const response = await handler({ ...request, header, body: toEnvelope(request.body, maxBytes) });
    if (response.body === undefined) return response;
    return {
      ...response,
      header: new Headers({ "content-type": "application/x-ndjson" }),
      body: toLines(response.body),
    };
  };
};
