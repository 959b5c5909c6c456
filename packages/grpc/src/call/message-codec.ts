import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import type { MessageCodec } from "./definition.ts";
import { PREFIX_BYTES } from "./message-assembler.ts";
import { GrpcError, Status } from "./status.ts";

/** A writer that grew beyond this is let go, so that one large message does not stay. */
const KEPT_BYTES = 1 << 20;
const NO_PREFIX = new Uint8Array(PREFIX_BYTES);

/** One writer for all messages: its buffer stays, and the prefix stands in front of the message without a copy. */
let writer = new BinaryWriter();

/** A message ready to be sent: its prefix alone and its bytes, or both in one piece. */
export interface EncodedMessage {
  readonly first: Uint8Array;
  readonly second: Uint8Array | readonly Uint8Array[] | undefined;
}

const lengthOf = (bytes: Uint8Array | readonly Uint8Array[]): number =>
  bytes instanceof Uint8Array ? bytes.length : bytes.reduce((length, piece) => length + piece.length, 0);

/** Writes the prefix of a message of so many bytes at the start of `target`. */
export const writePrefix = (target: Uint8Array, length: number, isCompressed: boolean): void => {
  target[0] = isCompressed ? 1 : 0;
  target[1] = length >>> 24;
  target[2] = length >>> 16;
  target[3] = length >>> 8;
  target[4] = length;
};

/** The prefix of a message, for bytes that stand elsewhere. */
export const formatPrefix = (length: number, isCompressed: boolean): Uint8Array => {
  const prefix = new Uint8Array(PREFIX_BYTES);
  writePrefix(prefix, length, isCompressed);
  return prefix;
};

const cannotEncode = (error: unknown): GrpcError =>
  new GrpcError(Status.INTERNAL, `the message cannot be encoded: ${textOf(error)}`, { cause: error });

/** Encodes a message behind room for its prefix; a codec that throws leaves nothing behind. */
const encodeInto = <T>(codec: MessageCodec<T>, message: T): EncodedMessage => {
  const mine = writer;
  try {
    const written = codec.encode(message, mine.raw(NO_PREFIX));
    if (written !== mine) {
      mine.finish();
      const second = written.finish();
      return { first: formatPrefix(second.length, false), second };
    }
    const first = mine.finish();
    if (first.length > KEPT_BYTES) writer = new BinaryWriter();
    writePrefix(first, first.length - PREFIX_BYTES, false);
    return { first, second: undefined };
  } catch (error) {
    writer = new BinaryWriter();
    throw cannotEncode(error);
  }
};

/** Encodes a message for sending: by `encodeToBuffer` where the codec has it, without a copy. */
export const encodeMessage = <T>(codec: MessageCodec<T>, message: T): EncodedMessage => {
  if (codec.encodeToBuffer === undefined) return encodeInto(codec, message);
  try {
    const second = codec.encodeToBuffer(message);
    return { first: formatPrefix(lengthOf(second), false), second };
  } catch (error) {
    throw cannotEncode(error);
  }
};

/** `utf8` of a Buffer view is faster than TextDecoder; what is not UTF-8 becomes U+FFFD either way. */
const decodeUtf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");

/** Decodes a message; what is none is an error of `code`. */
export const decodeMessage = <T>(codec: MessageCodec<T>, bytes: Uint8Array, code: Status): T => {
  try {
    return codec.decode(isBytesCodec(codec) ? bytes : new BinaryReader(bytes, decodeUtf8));
  } catch (error) {
    throw new GrpcError(code, `the message cannot be decoded: ${textOf(error)}`, { cause: error });
  }
};

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The codec of calls that are passed on as bytes. */
export const BYTES_CODEC: MessageCodec<Uint8Array> = {
  encode: (message, target = new BinaryWriter()) => target.raw(message),
  encodeToBuffer: (message) => message,
  decode: (input) => {
    if (input instanceof Uint8Array) return input;
    throw new TypeError("the bytes codec takes bytes, not a reader");
  },
};

const isBytesCodec = (codec: unknown): boolean => codec === BYTES_CODEC;
