import type { Duplex } from "node:stream";
import type { HeaderList } from "../hpack/decoder.ts";
import { HpackEncoder } from "../hpack/encoder.ts";
import { DEFAULT_WINDOW_BYTES, Flag, FrameType, MAX_31_BITS } from "./frame.ts";
import { Output } from "./output.ts";
import type { Settings } from "./settings.ts";
import type { Http2Stream } from "./stream.ts";

/** Messages are handed to the socket until it holds so much. */
const SOCKET_BYTES = 1 << 20;
/** What one stream may send before the next one has its turn. */
const TURN_BYTES = 65_536;

const NOTHING: readonly Uint8Array[] = [];

/** What a {@link Sender} tells its connection. */
export interface SenderOwner {
  /** Our END_STREAM is on its way. */
  onLocalEnd(stream: Http2Stream): void;
  /** The peer lets more wait than it may. */
  onOutputOverflow(): void;
  /** With these bytes, more messages wait for the peer's windows than may. */
  onPendingOverflow(stream: Http2Stream): void;
}

/** The sending half of a connection: frames out, within the peer's windows, one write per turn of the event loop. */
export class Sender {
  readonly #socket: Duplex;
  readonly #owner: SenderOwner;
  readonly #peer: Settings;
  readonly #maxOutputBytes: number;
  readonly #maxPendingBytes: number;
  /** Bytes that wait for a window, of all streams. */
  #pendingBytes = 0;
  readonly #output = new Output();
  readonly #encoder = new HpackEncoder();
  /** Streams with something pending, the next one to send first. */
  readonly #waiting = new Set<Http2Stream>();
  readonly #flush = (): void => {
    this.#isScheduled = false;
    this.flush();
  };
  #window = DEFAULT_WINDOW_BYTES;
  #isScheduled = false;
  #isEnded = false;
  /** Frames of messages sent so far, for who must know whether anything moves. */
  dataFrames = 0;

  constructor(
    socket: Duplex,
    options: { owner: SenderOwner; peer: Settings; maxOutputBytes: number; maxPendingBytes: number },
  ) {
    this.#socket = socket;
    this.#owner = options.owner;
    this.#peer = options.peer;
    this.#maxOutputBytes = options.maxOutputBytes;
    this.#maxPendingBytes = options.maxPendingBytes;
    socket.on("drain", this.#flush);
  }

  /** A frame that is no message: sent whatever the windows say. */
  control(type: number, flags: number, streamId: number, payload: Uint8Array): void {
    if (this.#isEnded) return;
    this.#output.frame(type, flags, streamId, payload);
    this.#schedule();
  }

  /** Bytes that are no frame: the preface, or an answer to a peer that speaks something else. */
  raw(bytes: Uint8Array): void {
    if (this.#isEnded) return;
    this.#output.append(bytes);
    this.#schedule();
  }

  /** A header list of its own. */
  headers(stream: Http2Stream, fields: HeaderList, isEnd: boolean): void {
    if (!this.#isEnded && !stream.isLocalEnded) this.#headers(stream, this.#encoder.encode(fields), isEnd);
  }

  /** A header list that is the same object each time and is encoded once, with `more` behind it that is not. */
  keptHeaders(stream: Http2Stream, fields: HeaderList, isEnd: boolean, more?: HeaderList): void {
    if (!this.#isEnded && !stream.isLocalEnded) this.#headers(stream, this.#encoder.encodeKept(fields, more), isEnd);
  }

  #headers(stream: Http2Stream, block: Buffer, isEnd: boolean): void {
    const end = isEnd ? Flag.END_STREAM : 0;
    const most = this.#peer.maxFrameBytes;
    if (block.length <= most) this.#output.frame(FrameType.HEADERS, Flag.END_HEADERS | end, stream.id, block);
    else this.#longHeaders(stream.id, block, end);
    this.#schedule();
    if (isEnd) this.#end(stream);
  }

  /** Bytes of a body, in pieces that stay as they are until they are sent; `isEnd` ends our side behind them. */
  data(
    stream: Http2Stream,
    first: Uint8Array,
    second: Uint8Array | readonly Uint8Array[] | undefined,
    isEnd: boolean,
  ): void {
    if (this.#isEnded || stream.isLocalEnded) return;
    const rest = second === undefined ? NOTHING : second instanceof Uint8Array ? [second] : second;
    let length = first.length;
    for (const piece of rest) length += piece.length;
    if (stream.pendingBytes === 0 && length <= this.#peer.maxFrameBytes && length <= this.#room(stream)) {
      this.#dataFrame(stream, length, isEnd);
      this.#output.append(first);
      for (const piece of rest) this.#output.append(piece);
      this.#schedule();
      if (isEnd) this.#end(stream);
      return;
    }
    if (first.length > 0) stream.pending.push(first);
    for (const piece of rest) if (piece.length > 0) stream.pending.push(piece);
    stream.pendingBytes += length;
    this.#pendingBytes += length;
    if (isEnd) stream.pendingEnd = "flag";
    this.#waiting.add(stream);
    this.#schedule();
    if (this.#pendingBytes > this.#maxPendingBytes) this.#owner.onPendingOverflow(stream);
  }

  /** Ends our side, behind what is pending: with a trailing header list, or with a flag. */
  end(stream: Http2Stream, trailers?: HeaderList): void {
    if (this.#isEnded || stream.isLocalEnded) return;
    if (stream.pendingBytes > 0) stream.pendingEnd = trailers ?? "flag";
    else if (trailers !== undefined) this.headers(stream, trailers, true);
    else {
      this.#dataFrame(stream, 0, true);
      this.#schedule();
      this.#end(stream);
    }
  }

  /** Drops what is pending on a stream. */
  forget(stream: Http2Stream): void {
    this.#waiting.delete(stream);
    this.#pendingBytes -= stream.pendingBytes;
    stream.pending.length = 0;
    stream.pendingBytes = 0;
    stream.pendingOffset = 0;
  }

  /** The peer's connection window grew; false if it grew beyond 2^31-1. */
  grow(bytes: number): boolean {
    this.#window += bytes;
    this.#schedule();
    return this.#window <= MAX_31_BITS;
  }

  /** A stream's window grew, or became smaller by a setting; false if it is beyond 2^31-1. */
  growStream(stream: Http2Stream, bytes: number): boolean {
    stream.sendWindow += bytes;
    if (stream.pendingBytes > 0) {
      this.#waiting.add(stream);
      this.#schedule();
    }
    return stream.sendWindow <= MAX_31_BITS;
  }

  /** The peer's SETTINGS_HEADER_TABLE_SIZE. */
  setHeaderTableBytes(bytes: number): void {
    this.#encoder.setMaxTableBytes(bytes);
  }

  /** Writes all that may be written now. */
  flush(): void {
    if (this.#isEnded) return;
    this.#sendPending();
    const { bytes } = this.#output;
    if (bytes > 0) this.#write(this.#output.take());
    if (this.#socket.writableLength > Math.max(this.#maxOutputBytes, SOCKET_BYTES + TURN_BYTES))
      this.#owner.onOutputOverflow();
  }

  /** Writes what is collected and ends the socket's writable side. */
  finish(): void {
    if (this.#isEnded) return;
    this.#write(this.#output.take());
    this.#isEnded = true;
    this.#socket.end();
  }

  #write(chunks: readonly Uint8Array[]): void {
    const socket = this.#socket;
    if (!socket.writable) return;
    if (chunks.length > 1) socket.cork();
    for (const chunk of chunks) socket.write(chunk);
    if (chunks.length > 1) socket.uncork();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(this.#flush);
  }

  /** How many bytes of DATA may go out on a stream now. */
  #room(stream: Http2Stream): number {
    const socketRoom = SOCKET_BYTES - this.#socket.writableLength - this.#output.bytes;
    return Math.min(stream.sendWindow, this.#window, socketRoom);
  }

  #sendPending(): void {
    for (const stream of this.#waiting) {
      const before = stream.pendingBytes;
      const isBlocked = this.#sendTurn(stream);
      if (stream.pendingBytes === 0) {
        this.#waiting.delete(stream);
        this.#endPending(stream);
      } else if (stream.sendWindow <= 0) this.#waiting.delete(stream);
      else if (!isBlocked) {
        this.#waiting.delete(stream);
        this.#waiting.add(stream);
      }
      if (stream.pendingBytes < before) stream.onDrain();
      if (isBlocked && stream.sendWindow > 0) return;
    }
  }

  /** Sends of one stream what fits and is fair; true if windows or the socket stopped it. */
  #sendTurn(stream: Http2Stream): boolean {
    let turn = TURN_BYTES;
    while (stream.pendingBytes > 0 && turn > 0) {
      const length = Math.min(stream.pendingBytes, this.#peer.maxFrameBytes, this.#room(stream));
      if (length <= 0) return true;
      const isLast = length === stream.pendingBytes && stream.pendingEnd === "flag";
      this.#dataFrame(stream, length, isLast);
      this.#appendPending(stream, length);
      turn -= length;
    }
    return false;
  }

  #appendPending(stream: Http2Stream, length: number): void {
    stream.pendingBytes -= length;
    this.#pendingBytes -= length;
    let left = length;
    let whole = 0;
    while (left > 0) {
      const piece = stream.pending[whole];
      if (piece === undefined) break;
      const end = Math.min(piece.length, stream.pendingOffset + left);
      this.#output.append(piece.subarray(stream.pendingOffset, end));
      left -= end - stream.pendingOffset;
      stream.pendingOffset = end;
      if (end === piece.length) {
        whole += 1;
        stream.pendingOffset = 0;
      }
    }
    if (whole > 0) stream.pending.splice(0, whole);
  }

  #endPending(stream: Http2Stream): void {
    const { pendingEnd } = stream;
    stream.pendingEnd = "none";
    if (pendingEnd === "flag") this.#end(stream);
    else if (pendingEnd !== "none") this.headers(stream, pendingEnd, true);
  }

  #dataFrame(stream: Http2Stream, length: number, isEnd: boolean): void {
    this.dataFrames += 1;
    stream.sendWindow -= length;
    this.#window -= length;
    const flags = isEnd ? Flag.END_STREAM : 0;
    this.#output.frameHeader({ length, type: FrameType.DATA, flags, streamId: stream.id });
  }

  #longHeaders(streamId: number, block: Buffer, end: number): void {
    const most = this.#peer.maxFrameBytes;
    for (let at = 0; at < block.length; at += most) {
      const type = at === 0 ? FrameType.HEADERS : FrameType.CONTINUATION;
      const flags = (at === 0 ? end : 0) | (at + most >= block.length ? Flag.END_HEADERS : 0);
      this.#output.frame(type, flags, streamId, Buffer.from(block.subarray(at, at + most)));
    }
  }

  #end(stream: Http2Stream): void {
    stream.isLocalEnded = true;
    this.#owner.onLocalEnd(stream);
  }
}
