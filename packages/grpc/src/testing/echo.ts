import { setTimeout as sleep } from "node:timers/promises";
import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import type { MessageCodec } from "../call/definition.ts";
import { GrpcError, Status, toStatus } from "../call/status.ts";
import type { ServiceImplementation } from "../server/server.ts";
import type { ServerCall } from "../server/server-call.ts";

/** `google.protobuf.BytesValue`: one message that every peer has. */
export interface BytesValue {
  readonly value: Uint8Array;
}

const NO_BYTES = new Uint8Array();

export const BytesValue: MessageCodec<BytesValue> = {
  encode: ({ value }, writer = new BinaryWriter()) => (value.length === 0 ? writer : writer.uint32(10).bytes(value)),
  decode: (input) => {
    const reader = input instanceof Uint8Array ? new BinaryReader(input) : input;
    let value: Uint8Array = NO_BYTES;
    while (reader.pos < reader.len) {
      const [field, wireType] = reader.tag();
      if (field === 1) value = reader.bytes();
      else reader.skip(wireType);
    }
    return { value };
  },
};

const method = <RequestStream extends boolean, ResponseStream extends boolean>(
  name: string,
  requestStream: RequestStream,
  responseStream: ResponseStream,
) => ({ name, requestType: BytesValue, requestStream, responseType: BytesValue, responseStream }) as const;

/** A service of the four kinds of calls; each request's text says what to do. */
export const EchoDefinition = {
  name: "Echo",
  fullName: "crikit.interop.v1.Echo",
  methods: {
    unary: method("Unary", false, false),
    down: method("Down", false, true),
    up: method("Up", true, false),
    both: method("Both", true, true),
  },
} as const;

/** Text as a message. */
export const say = (text: string): BytesValue => ({ value: new TextEncoder().encode(text) });
/** A message's text. */
export const hear = ({ value }: BytesValue): string => new TextDecoder().decode(value);
/** A message of so many bytes. */
export const sized = (bytes: number): BytesValue => ({ value: new Uint8Array(bytes).fill(120) });

/** Words of a short request; a long one is content. */
const wordsOf = (request: BytesValue): string[] => (request.value.length > 200 ? [] : hear(request).split(" "));

const failAs = ([, code, ...message]: string[]): GrpcError =>
  new GrpcError(toStatus(Number(code)), message.join(" "), { details: NO_BYTES });

const answerMetadata = (call: ServerCall): void => {
  const text = call.metadata.get("x-echo");
  const bytes = call.metadata.get("x-echo-bin");
  if (text === undefined && bytes === undefined) return;
  const answer = { "x-echo": text, "x-echo-bin": bytes };
  call.sendHeaders(answer);
  call.setTrailers({ "x-trailer": text, "x-trailer-bin": bytes });
};

/** What our server answers; the peers' servers do the same. */
export const echo: ServiceImplementation<typeof EchoDefinition> = {
  async unary(request, call) {
    answerMetadata(call);
    const [verb = "", ...rest] = wordsOf(request);
    if (verb === "fail") throw failAs([verb, ...rest]);
    if (verb === "sleep") await sleep(Number(rest[0]), undefined, { signal: call.signal }).catch(() => {});
    if (verb === "size") return sized(Number(rest[0]));
    return request.value.length > 200 ? say(String(request.value.length)) : request;
  },
  async *down(request, call) {
    answerMetadata(call);
    const [verb = "", ...rest] = wordsOf(request);
    const count = verb === "endless" ? Number.POSITIVE_INFINITY : Number(rest[0]);
    for (let index = 0; index < count && !call.signal.aborted; index += 1) yield say(String(index));
    if (verb === "fail-after") throw new GrpcError(Status.ABORTED, "as asked");
  },
  async up(requests, call) {
    answerMetadata(call);
    let bytes = 0;
    for await (const { value } of requests) bytes += value.length;
    return say(String(bytes));
  },
  async *both(requests, call) {
    answerMetadata(call);
    for await (const request of requests) {
      const words = wordsOf(request);
      if (words[0] === "fail") throw failAs(words);
      yield request;
    }
  },
};
