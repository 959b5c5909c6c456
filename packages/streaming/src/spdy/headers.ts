import { constants, inflateRawSync } from "node:zlib";
import { codeOf } from "../session/reason.ts";
import { SPDY_DICTIONARY, SPDY_DICTIONARY_ID } from "./dictionary.ts";
import { SpdyError } from "./error.ts";

/** The headers of a stream: lower-case names, one value each (several values are joined by NUL on the wire). */
export type SpdyHeaders = Readonly<Record<string, string>>;

/** Bounds of one header block. */
export interface HeaderLimits {
  readonly maxHeaders: number;
  /** Of the block when inflated. */
  readonly maxHeaderBytes: number;
}

const windowBytes = 32 * 1024;
const maxStoredBytes = 0xffff;
/** The empty stored block that a sync flush is: Go's inflater gives out nothing before it. */
const syncMarker = Buffer.from([0, 0, 0, 0xff, 0xff]);
const zlibHeader = Buffer.concat([Buffer.from([0x78, 0xbb]), SPDY_DICTIONARY_ID]);

const storedBlock = (bytes: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(bytes.length ^ 0xffff, 3);
  return Buffer.concat([head, bytes]);
};

const encodePairs = (headers: SpdyHeaders): Buffer => {
  const entries = Object.entries(headers);
  const parts: Buffer[] = [];
  const addLength = (value: number): void => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    parts.push(bytes);
  };
  addLength(entries.length);
  for (const [name, value] of entries) {
    for (const text of [Buffer.from(name.toLowerCase()), Buffer.from(value)]) {
      addLength(text.length);
      parts.push(text);
    }
  }
  return Buffer.concat(parts);
};

/**
 * Writes header blocks as stored deflate blocks: no zlib state, nothing to compress a secret with, 2 microseconds a block. The blocks of one
 * direction are one zlib stream, so a connection keeps one of these.
 */
export class HeaderEncoder {
  #started = false;

  encode(headers: SpdyHeaders): Buffer {
    const pairs = encodePairs(headers);
    const parts: Buffer[] = this.#started ? [] : [zlibHeader];
    this.#started = true;
    for (let at = 0; at < pairs.length; at += maxStoredBytes) {
      parts.push(storedBlock(pairs.subarray(at, at + maxStoredBytes)));
    }
    parts.push(syncMarker);
    return Buffer.concat(parts);
  }
}

/**
 * Reads the header blocks of one direction. Each block is inflated by itself with what came before as dictionary: synchronous, and a
 * connection holds its own few hundred bytes of history instead of a zlib stream.
 */
export class HeaderDecoder {
  readonly #limits: HeaderLimits;
  #started = false;
  #history: Buffer = Buffer.alloc(0);

  constructor(limits: HeaderLimits) {
    this.#limits = limits;
  }

  decode(block: Buffer): SpdyHeaders {
    const text = this.#inflate(this.#started ? block : this.#afterZlibHeader(block));
    this.#started = true;
    this.#history = Buffer.concat([this.#history, text]);
    if (this.#history.length > windowBytes) this.#history = Buffer.from(this.#history.subarray(-windowBytes));
    return decodePairs(text, this.#limits);
  }

  /** RFC 1950: CMF, FLG and, if FDICT is set, the dictionary's id. */
  #afterZlibHeader(block: Buffer): Buffer {
    const [cmf = 0, flg = 0] = block;
    if (block.length < 2 || (cmf & 0x0f) !== 8 || ((cmf << 8) | flg) % 31 !== 0) {
      throw new SpdyError("SPDY_HEADER_BLOCK", "the first header block has no zlib header");
    }
    if ((flg & 0x20) === 0) return block.subarray(2);
    if (!block.subarray(2, 6).equals(SPDY_DICTIONARY_ID)) {
      throw new SpdyError("SPDY_HEADER_BLOCK", "the first header block names another dictionary");
    }
    return block.subarray(6);
  }

  #inflate(block: Buffer): Buffer {
    const dictionary =
      this.#history.length === 0
        ? SPDY_DICTIONARY
        : Buffer.concat([SPDY_DICTIONARY, this.#history]).subarray(-windowBytes);
    try {
      return inflateRawSync(block, {
        dictionary,
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: this.#limits.maxHeaderBytes,
        chunkSize: 1024,
      });
    } catch (cause) {
      if (codeOf(cause) === "ERR_BUFFER_TOO_LARGE") {
        throw new SpdyError(
          "SPDY_HEADERS_TOO_LARGE",
          `a header block inflates to more than ${this.#limits.maxHeaderBytes} bytes`,
        );
      }
      throw new SpdyError("SPDY_HEADER_BLOCK", "a header block cannot be inflated", { cause });
    }
  }
}

const forbiddenNames = new Set(["connection", "host", "keep-alive", "proxy-connection", "transfer-encoding"]);

const decodePairs = (text: Buffer, limits: HeaderLimits): SpdyHeaders => {
  let at = 0;
  const readLength = (): number => {
    if (at + 4 > text.length) throw new SpdyError("SPDY_HEADER_BLOCK", "a header block ends within a length");
    at += 4;
    return text.readUInt32BE(at - 4);
  };
  const readText = (): string => {
    const length = readLength();
    if (length > text.length - at) throw new SpdyError("SPDY_HEADER_BLOCK", "a header block ends within a header");
    at += length;
    return text.toString("utf8", at - length, at);
  };
  const count = readLength();
  if (count > limits.maxHeaders)
    throw new SpdyError("SPDY_HEADERS_TOO_LARGE", `more than ${limits.maxHeaders} headers`);
  const headers = new Map<string, string>();
  for (let n = 0; n < count; n++) {
    const name = readText();
    checkName(name, headers);
    headers.set(name, readText());
  }
  if (at !== text.length) throw new SpdyError("SPDY_HEADER_BLOCK", "a header block is longer than its headers");
  return Object.fromEntries(headers);
};

const checkName = (name: string, earlier: ReadonlyMap<string, string>): void => {
  if (name === "" || name !== name.toLowerCase() || forbiddenNames.has(name)) {
    throw new SpdyError("SPDY_HEADER_BLOCK", `header name ${JSON.stringify(name.slice(0, 64))} is not allowed`);
  }
  if (earlier.has(name))
    throw new SpdyError("SPDY_HEADER_BLOCK", `header ${JSON.stringify(name.slice(0, 64))} comes twice`);
};
