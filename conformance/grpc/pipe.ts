import type { Readable } from "node:stream";
import { BinaryWriter } from "@bufbuild/protobuf/wire";
import type { MessageCodec } from "@crikit/grpc";

/** The messages on a stream, each behind its length in four bytes. */
export const readMessages = async function* <T>(input: Readable, codec: MessageCodec<T>): AsyncGenerator<T> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4) {
      const end = 4 + held.readUInt32BE(0);
      if (held.length < end) break;
      yield codec.decode(new Uint8Array(held.subarray(4, end)));
      held = held.subarray(end);
    }
  }
};

/** A message behind its length in four bytes. */
export const formatMessage = <T>(codec: MessageCodec<T>, message: T): Buffer => {
  const bytes = codec.encode(message, new BinaryWriter()).finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length, 0);
  return Buffer.concat([length, bytes]);
};
