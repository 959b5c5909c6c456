import { tooLargeMessage } from "./compression.ts";
import { GrpcError, Status } from "./status.ts";

/** Every message has a prefix: one byte of flags, four of length. */
export const PREFIX_BYTES = 5;

/** A message as it came. */
export interface RawMessage {
  readonly bytes: Uint8Array;
  readonly isCompressed: boolean;
  /** What it took of the stream's window, prefix included. */
  readonly windowBytes: number;
}

/** A message's buffer begins with at most this and grows as bytes come, so that an announced length costs nothing. */
const FIRST_BYTES = 65_536;

/** A view without Buffer's slow `subarray`: codecs cut it often. */
const plain = (buffer: Buffer, start: number, end: number): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset + start, end - start);

/** Cuts the DATA of one stream into messages. */
export class MessageAssembler {
  readonly #maxBytes: number;
  /** How much of the prefix is there. */
  #prefixHeld = 0;
  #flags = 0;
  #length = 0;
  #body: Buffer | undefined;
  #held = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether a message has begun and is not complete. */
  get isUnfinished(): boolean {
    return this.#prefixHeld > 0;
  }

  /** Takes the next piece; complete messages go to `onMessage`. Throws a {@link GrpcError} for what is no message. */
  push(piece: Buffer, target: { onMessage(message: RawMessage): void }): void {
    let at = 0;
    while (at < piece.length) {
      if (this.#prefixHeld < PREFIX_BYTES) {
        at = this.#takePrefix(piece, at);
        if (this.#prefixHeld < PREFIX_BYTES) return;
      }
      const whole = this.#held === 0 && piece.length - at >= this.#length;
      if (whole) {
        const end = at + this.#length;
        this.#finish(plain(piece, at, end), target);
        at = end;
      } else if (at < piece.length) at = this.#takeBody(piece, at, target);
    }
  }

  #takePrefix(piece: Buffer, start: number): number {
    let at = start;
    if (this.#prefixHeld === 0 && piece.length - at >= PREFIX_BYTES) {
      this.#flags = piece[at] ?? 0;
      this.#length = piece.readUInt32BE(at + 1);
      this.#prefixHeld = PREFIX_BYTES;
      at += PREFIX_BYTES;
    } else
      while (at < piece.length && this.#prefixHeld < PREFIX_BYTES) {
        const byte = piece[at++] ?? 0;
        if (this.#prefixHeld === 0) {
          this.#flags = byte;
          this.#length = 0;
        } else this.#length = this.#length * 256 + byte;
        this.#prefixHeld += 1;
      }
    if (this.#prefixHeld === PREFIX_BYTES) this.#checkPrefix();
    return at;
  }

  #checkPrefix(): void {
    if (this.#flags > 1) throw new GrpcError(Status.INTERNAL, `a message begins with flags ${this.#flags}, not 0 or 1`);
    if (this.#length > this.#maxBytes) throw tooLargeMessage(this.#length, this.#maxBytes);
  }

  #takeBody(piece: Buffer, start: number, target: { onMessage(message: RawMessage): void }): number {
    const end = Math.min(piece.length, start + this.#length - this.#held);
    const body = this.#reserve(this.#held + end - start);
    piece.copy(body, this.#held, start, end);
    this.#held += end - start;
    if (this.#held === this.#length) this.#finish(plain(body, 0, this.#length), target);
    return end;
  }

  #reserve(bytes: number): Buffer {
    const body = this.#body;
    if (body !== undefined && body.length >= bytes) return body;
    const wanted = Math.max(bytes, body === undefined ? FIRST_BYTES : body.length * 4);
    const larger = Buffer.allocUnsafeSlow(Math.min(this.#length, wanted));
    body?.copy(larger, 0, 0, this.#held);
    this.#body = larger;
    return larger;
  }

  #finish(bytes: Uint8Array, target: { onMessage(message: RawMessage): void }): void {
    const message = { bytes, isCompressed: this.#flags === 1, windowBytes: this.#length + PREFIX_BYTES };
    this.#prefixHeld = 0;
    this.#held = 0;
    this.#body = undefined;
    target.onMessage(message);
  }
}
