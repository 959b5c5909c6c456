import { ConnectionError, ErrorCode } from "./error.ts";
import { Flag, FRAME_HEADER_BYTES, type FrameHeader, FrameType, MAX_FRAME_BYTES } from "./frame.ts";

/** What a {@link FrameReader} hands its frames to. What it throws stops the reader. */
export interface FrameSink {
  /** A frame of any type but DATA, whole; `payload` is valid during the call only. */
  onFrame(header: FrameHeader, payload: Buffer): void;
  /** A DATA frame begins; its pieces follow as they arrive. */
  onDataStart(header: FrameHeader): void;
  /** Some bytes of a DATA frame, padding left out. */
  onDataPiece(piece: Buffer): void;
  /** The DATA frame is complete. */
  onDataEnd(): void;
}

/** What the reader waits for. */
const State = { HEADER: 0, PAYLOAD: 1, PAD_LENGTH: 2, DATA: 3, PADDING: 4 } as const;

const EMPTY = Buffer.alloc(0);

/** Cuts a byte stream into frames. DATA is passed on as it comes, so that at most one other frame (16 KiB) is ever held. */
export class FrameReader {
  readonly #sink: FrameSink;
  readonly #head = Buffer.alloc(FRAME_HEADER_BYTES);
  #headHeld = 0;
  #state: (typeof State)[keyof typeof State] = State.HEADER;
  #header: FrameHeader = { length: 0, type: 0, flags: 0, streamId: 0 };
  /** Bytes of the payload, of the data or of the padding that are still to come. */
  #left = 0;
  #padding = 0;
  #payload: Buffer = EMPTY;
  #isStopped = false;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  /** Takes nothing more, of the bytes at hand either. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Takes the next bytes of the stream; throws a {@link ConnectionError} for a frame that cannot be. */
  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && !this.#isStopped) {
      switch (this.#state) {
        case State.HEADER:
          at = this.#takeHeader(chunk, at);
          break;
        case State.PAYLOAD:
          at = this.#takePayload(chunk, at);
          break;
        case State.PAD_LENGTH:
          this.#takePadLength(chunk[at] ?? 0);
          at += 1;
          break;
        case State.DATA: {
          const end = Math.min(chunk.length, at + this.#left);
          this.#left -= end - at;
          this.#sink.onDataPiece(at === 0 && end === chunk.length ? chunk : chunk.subarray(at, end));
          at = end;
          if (this.#left === 0) this.#endData();
          break;
        }
        case State.PADDING: {
          const end = Math.min(chunk.length, at + this.#padding);
          this.#padding -= end - at;
          at = end;
          if (this.#padding === 0) this.#endData();
          break;
        }
        default:
          this.#state satisfies never;
      }
    }
  }

  #takeHeader(chunk: Buffer, at: number): number {
    if (this.#headHeld === 0 && chunk.length - at >= FRAME_HEADER_BYTES) {
      this.#begin(chunk, at);
      return at + FRAME_HEADER_BYTES;
    }
    const end = Math.min(chunk.length, at + FRAME_HEADER_BYTES - this.#headHeld);
    chunk.copy(this.#head, this.#headHeld, at, end);
    this.#headHeld += end - at;
    if (this.#headHeld === FRAME_HEADER_BYTES) {
      this.#headHeld = 0;
      this.#begin(this.#head, 0);
    }
    return end;
  }

  #begin(bytes: Buffer, at: number): void {
    const length = bytes.readUIntBE(at, 3);
    const type = bytes[at + 3] ?? 0;
    const flags = bytes[at + 4] ?? 0;
    const header = { length, type, flags, streamId: bytes.readUInt32BE(at + 5) & 0x7fffffff };
    if (length > MAX_FRAME_BYTES)
      throw new ConnectionError(
        ErrorCode.FRAME_SIZE_ERROR,
        `a frame of ${length} bytes is larger than ${MAX_FRAME_BYTES}`,
      );
    this.#header = header;
    this.#left = length;
    if (type !== FrameType.DATA) {
      this.#payload = EMPTY;
      this.#state = State.PAYLOAD;
      if (length === 0) this.#endPayload(EMPTY);
      return;
    }
    this.#padding = 0;
    if ((flags & Flag.PADDED) !== 0 && length === 0)
      throw new ConnectionError(
        ErrorCode.FRAME_SIZE_ERROR,
        "a padded DATA frame has no byte for the length of its padding",
      );
    this.#sink.onDataStart(header);
    if ((flags & Flag.PADDED) !== 0) this.#state = State.PAD_LENGTH;
    else if (length === 0) this.#endData();
    else this.#state = State.DATA;
  }

  #takePadLength(padding: number): void {
    if (padding >= this.#left)
      throw new ConnectionError(
        ErrorCode.PROTOCOL_ERROR,
        `a DATA frame of ${this.#left} bytes has ${padding} bytes of padding`,
      );
    this.#padding = padding;
    this.#left -= 1 + padding;
    this.#state = State.DATA;
    if (this.#left === 0) this.#endData();
  }

  #takePayload(chunk: Buffer, at: number): number {
    const held = this.#header.length - this.#left;
    const end = Math.min(chunk.length, at + this.#left);
    if (held === 0 && end - at === this.#left) {
      this.#endPayload(chunk.subarray(at, end));
      return end;
    }
    if (held === 0) this.#payload = Buffer.allocUnsafe(this.#header.length);
    chunk.copy(this.#payload, held, at, end);
    this.#left -= end - at;
    if (this.#left === 0) this.#endPayload(this.#payload);
    return end;
  }

  #endPayload(payload: Buffer): void {
    this.#state = State.HEADER;
    this.#payload = EMPTY;
    this.#sink.onFrame(this.#header, payload);
  }

  #endData(): void {
    if (this.#padding > 0) {
      this.#state = State.PADDING;
      return;
    }
    this.#state = State.HEADER;
    this.#sink.onDataEnd();
  }
}
