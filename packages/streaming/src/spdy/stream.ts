import { setImmediate } from "node:timers/promises";
import { type ByteSink, HEADROOM_BYTES } from "@crikit/cri-runtime";
import type { ByteQueue } from "../bytes/byte-queue.ts";
import type { Transport } from "../bytes/transport.ts";
import { encodeDataHeader, FLAG_FIN, writeDataHeader } from "./frame.ts";
import type { SpdyHeaders } from "./headers.ts";

/** What a stream asks of its connection. */
export interface StreamOwner {
  readonly transport: Transport;
  /** Answers the peer's SYN_STREAM. */
  reply(stream: SpdyStream): void;
  /** The stream's own side has ended. */
  onLocalEnd(stream: SpdyStream): void;
  /** Sends RST_STREAM and forgets the stream. */
  reset(stream: SpdyStream, status: number): void;
  onSent(bytes: number): void;
}

/** Go's client allocates per frame; larger ones gain little and delay whatever comes behind them. */
const maxDataBytes = 256 * 1024;

/** One ordered byte pair on a connection: a sink to the peer, and `incoming` from it. */
export class SpdyStream implements ByteSink {
  readonly streamId: number;
  readonly headers: SpdyHeaders;
  /** What the peer sends. A stream that the peer resets ends, as with Go; `wasReset` tells the difference. */
  readonly incoming: ByteQueue;
  readonly #owner: StreamOwner;
  #localEnded = false;
  remoteEnded = false;
  wasReset = false;
  /** Told once when the stream has been reset by either side or the connection is gone. */
  onReset: (() => void) | undefined;

  constructor(
    id: { readonly streamId: number; readonly headers: SpdyHeaders },
    incoming: ByteQueue,
    owner: StreamOwner,
  ) {
    this.streamId = id.streamId;
    this.headers = id.headers;
    this.incoming = incoming;
    this.#owner = owner;
  }

  get localEnded(): boolean {
    return this.#localEnded;
  }

  /** Accepts a stream that the peer opened. */
  accept(): void {
    this.#owner.reply(this);
  }

  write(chunk: Uint8Array, release?: () => void): boolean {
    if (this.#closed(release)) return false;
    if (chunk.length === 0) {
      release?.();
      return true;
    }
    const more =
      chunk.length <= maxDataBytes
        ? this.#owner.transport.writePair(encodeDataHeader(this.streamId, chunk.length, 0), chunk, release)
        : this.#writePieces(chunk, release);
    this.#owner.onSent(chunk.length);
    return more;
  }

  writeFramed(frame: Uint8Array, release?: () => void): boolean {
    const length = frame.length - HEADROOM_BYTES;
    if (length <= 0 || length > maxDataBytes) return this.write(frame.subarray(HEADROOM_BYTES), release);
    if (this.#closed(release)) return false;
    writeDataHeader(frame, this.streamId, length, 0);
    const more = this.#owner.transport.write(frame, release);
    this.#owner.onSent(length);
    return more;
  }

  drained(): Promise<void> {
    return this.#localEnded ? setImmediate() : this.#owner.transport.drained();
  }

  end(): void {
    if (this.#localEnded) return;
    this.#localEnded = true;
    this.#owner.transport.write(encodeDataHeader(this.streamId, 0, FLAG_FIN));
    this.#owner.onLocalEnd(this);
  }

  /** Ends the stream in both directions; what the peer still sends is discarded. */
  reset(status: number): void {
    if (this.wasReset) return;
    this.#owner.reset(this, status);
  }

  /** The connection's part of a reset, whoever asked for it. */
  markReset(): void {
    if (this.wasReset) return;
    this.wasReset = true;
    this.#localEnded = true;
    this.remoteEnded = true;
    this.incoming.end();
    this.onReset?.();
  }

  #closed(release: (() => void) | undefined): boolean {
    if (!this.#localEnded) return false;
    release?.();
    return true;
  }

  #writePieces(chunk: Uint8Array, release: (() => void) | undefined): boolean {
    const { transport } = this.#owner;
    let more = true;
    for (let at = 0; at < chunk.length; at += maxDataBytes) {
      const piece = chunk.subarray(at, at + maxDataBytes);
      const last = at + piece.length === chunk.length;
      more = transport.writePair(encodeDataHeader(this.streamId, piece.length, 0), piece, last ? release : undefined);
    }
    return more;
  }
}
