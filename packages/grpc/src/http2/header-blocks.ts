import { type DecodedHeaders, HpackDecoder } from "../hpack/decoder.ts";
import type { ConnectionBounds } from "./bounds.ts";
import { calmDown, protocolError } from "./faults.ts";
import { Flag, type FrameHeader, MAX_31_BITS } from "./frame.ts";

/** A complete header block. */
export interface HeaderBlock extends DecodedHeaders {
  readonly streamId: number;
  readonly isEnd: boolean;
  /** The priority that came with it names the stream itself. */
  readonly dependsOnItself: boolean;
}

interface Unfinished {
  readonly streamId: number;
  readonly isEnd: boolean;
  readonly dependsOnItself: boolean;
  readonly parts: Buffer[];
  bytes: number;
}

/** Puts header blocks together from HEADERS and CONTINUATION frames and decodes them. */
export class HeaderBlocks {
  readonly #bounds: ConnectionBounds;
  readonly #decoder: HpackDecoder;
  #unfinished: Unfinished | undefined;

  constructor(bounds: ConnectionBounds) {
    this.#bounds = bounds;
    this.#decoder = new HpackDecoder(bounds.maxHeaderTableBytes, {
      maxListBytes: bounds.maxHeaderListBytes,
      maxFields: bounds.maxHeaderFields,
    });
  }

  /** The stream whose CONTINUATION must be the next frame. */
  get unfinishedStreamId(): number | undefined {
    return this.#unfinished?.streamId;
  }

  /** Takes a HEADERS frame; returns the block if it is complete. */
  begin({ flags, streamId }: FrameHeader, payload: Buffer): HeaderBlock | undefined {
    if (streamId === 0) throw protocolError("HEADERS on stream 0");
    const isPrioritized = (flags & Flag.PRIORITY) !== 0;
    const isPadded = (flags & Flag.PADDED) !== 0;
    const start = (isPadded ? 1 : 0) + (isPrioritized ? 5 : 0);
    const end = payload.length - (isPadded ? (payload[0] ?? 0) : 0);
    if (start > end) throw protocolError("HEADERS has more padding and priority than bytes");
    const dependsOnItself = isPrioritized && (payload.readUInt32BE(start - 5) & MAX_31_BITS) === streamId;
    const isEnd = (flags & Flag.END_STREAM) !== 0;
    this.#unfinished = { streamId, isEnd, dependsOnItself, parts: [], bytes: 0 };
    return this.#add(this.#unfinished, payload.subarray(start, end), (flags & Flag.END_HEADERS) !== 0);
  }

  /** Takes a CONTINUATION frame; returns the block if it is complete. */
  continue({ flags }: FrameHeader, payload: Buffer): HeaderBlock | undefined {
    if (this.#unfinished === undefined) throw protocolError("CONTINUATION without HEADERS");
    return this.#add(this.#unfinished, payload, (flags & Flag.END_HEADERS) !== 0);
  }

  #add(block: Unfinished, part: Buffer, isComplete: boolean): HeaderBlock | undefined {
    const { streamId, isEnd, dependsOnItself, parts } = block;
    const { maxContinuationFrames, maxHeaderListBytes } = this.#bounds;
    block.bytes += part.length;
    if (parts.length > maxContinuationFrames)
      throw calmDown(`a header list has more than ${maxContinuationFrames} CONTINUATION frames`);
    if (block.bytes > 2 * maxHeaderListBytes)
      throw calmDown(`a header block is larger than ${2 * maxHeaderListBytes} bytes`);
    if (!isComplete) {
      parts.push(Buffer.from(part));
      return undefined;
    }
    this.#unfinished = undefined;
    const bytes = parts.length === 0 ? part : Buffer.concat([...parts, part]);
    const { fields, bytes: listBytes, isTooLarge } = this.#decoder.decode(bytes);
    return { streamId, isEnd, dependsOnItself, fields, bytes: listBytes, isTooLarge };
  }
}
