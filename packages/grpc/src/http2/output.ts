import { FRAME_HEADER_BYTES, type FrameHeader, writeFrameHeader } from "./frame.ts";

const SLAB_BYTES = 65_536;
/** Bytes up to this are copied beside their frame's header; more are handed to the socket as they are. */
const COPIED_BYTES = 4096;

/**
 * Collects what one turn of the event loop has to say, so that it goes out in one write. Small frames share a slab of 64 KiB; its
 * bytes are never written twice, because the socket may still hold them.
 */
export class Output {
  #slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
  #start = 0;
  #end = 0;
  #chunks: Uint8Array[] = [];
  bytes = 0;

  /** A frame that is whole in `payload`. */
  frame(type: number, flags: number, streamId: number, payload: Uint8Array): void {
    this.frameHeader({ length: payload.length, type, flags, streamId });
    this.append(payload);
  }

  /** The header of a frame; its payload follows by {@link append}. */
  frameHeader(header: FrameHeader): void {
    this.#reserve(FRAME_HEADER_BYTES);
    this.#end = writeFrameHeader(this.#slab, this.#end, header);
    this.bytes += FRAME_HEADER_BYTES;
  }

  /** Bytes that stand as they are until they are written. */
  append(payload: Uint8Array): void {
    const { length } = payload;
    if (length === 0) return;
    this.bytes += length;
    if (length <= COPIED_BYTES) {
      this.#reserve(length);
      this.#slab.set(payload, this.#end);
      this.#end += length;
      return;
    }
    this.#cut();
    this.#chunks.push(payload);
  }

  /** Everything collected since the last time, in order. */
  take(): readonly Uint8Array[] {
    this.#cut();
    const chunks = this.#chunks;
    this.#chunks = [];
    this.bytes = 0;
    return chunks;
  }

  #cut(): void {
    if (this.#end === this.#start) return;
    this.#chunks.push(this.#slab.subarray(this.#start, this.#end));
    this.#start = this.#end;
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= SLAB_BYTES) return;
    this.#cut();
    this.#slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
    this.#start = 0;
    this.#end = 0;
  }
}
