import type { Duplex } from "node:stream";
import type { ConnectionBounds } from "./bounds.ts";
import { Deadlines } from "./deadlines.ts";
import { ConnectionError, ErrorCode } from "./error.ts";
import { calmDown, protocolError, toConnectionError } from "./faults.ts";
import { readFirstBytes } from "./first-bytes.ts";
import { DEFAULT_WINDOW_BYTES, FrameType, MAX_31_BITS, PREFACE } from "./frame.ts";
import { FrameReader } from "./frame-reader.ts";
import { Liveness, type Watched } from "./liveness.ts";
import { CONNECTION_WINDOW_BYTES, Receiver } from "./receiver.ts";
import { Sender, type SenderOwner } from "./sender.ts";
import { formatSettings, initialSettings, SettingId } from "./settings.ts";
import type { Http2Stream, StreamEnd } from "./stream.ts";

/** What a connection needs of the server or client that owns it. */
export interface ConnectionOwner {
  /** A peer began a stream: the object for it. A client's connection has none. */
  createStream?(connection: Http2Connection, id: number): Http2Stream;
  /** The peer's SETTINGS are known: calls may be made. */
  onReady?(): void;
  /** A stream ended or a setting changed: another call may fit. */
  onRoom?(): void;
  /** The peer takes no new streams, or we take none. */
  onDraining?(): void;
  /** The socket is closed; once, and last of all. */
  onClosed(reason: ConnectionError): void;
}

/** The part of a socket that decides whether it keeps the process alive. */
interface Referable {
  ref(): unknown;
  unref(): unknown;
}

const EMPTY = Buffer.alloc(0);
/** Streams we reset lately, whose last frames may still be on their way. */
const REMEMBERED_RESETS = 512;
/** How long a socket may take to close after we ended it. */
const CLOSE_MS = 1000;
/** The PING that stands behind the first GOAWAY of a graceful end. */
const DRAIN_PING = Buffer.from("\0draining", "latin1").subarray(0, 8);
const KEEPALIVE_PING = Buffer.from("alive?\0\0", "latin1");

const isReferable = (socket: Duplex): socket is Duplex & Referable => "ref" in socket && "unref" in socket;

/**
 * One HTTP/2 connection over any duplex byte stream, from its first byte to its last: its socket, its streams, its end. What frames mean is
 * the {@link Receiver}'s part, what is written when the {@link Sender}'s.
 */
export class Http2Connection implements SenderOwner, Watched {
  readonly role: "client" | "server";
  readonly socket: Duplex;
  readonly bounds: ConnectionBounds;
  readonly peerSettings = initialSettings();
  readonly streamWindowBytes: number;
  readonly streams = new Map<number, Http2Stream>();
  readonly sender: Sender;
  readonly #owner: ConnectionOwner;
  readonly #receiver: Receiver;
  readonly #reader: FrameReader;
  readonly #liveness: Liveness;
  readonly #deadlines = new Deadlines(this.streams);
  readonly #recentResets = new Set<number>();
  /** Announces the last stream of a drain, then destroys a socket that does not close. */
  #endTimer: NodeJS.Timeout | undefined;
  #firstBytes: Buffer | undefined;
  /** The id of the next stream we begin. */
  nextStreamId = 1;
  #isDraining = false;
  #isFailed = false;
  #isClosed = false;
  /** Streams of the peer beyond this one are not begun: we said so in a GOAWAY. */
  lastAcceptedId = MAX_31_BITS;
  #reason: ConnectionError | undefined;
  #buffered = 0;
  /** Chunks that came. */
  received = 0;
  /** Streams that were opened. */
  opened = 0;
  #onDrainPong: (() => void) | undefined;

  constructor(
    socket: Duplex,
    options: { role: "client" | "server"; bounds: ConnectionBounds; owner: ConnectionOwner },
  ) {
    const { role, bounds, owner } = options;
    this.role = role;
    this.socket = socket;
    this.bounds = bounds;
    this.#owner = owner;
    this.streamWindowBytes = bounds.maxStreamBufferedBytes;
    this.sender = new Sender(socket, {
      owner: this,
      peer: this.peerSettings,
      maxOutputBytes: bounds.maxOutputBytes,
      maxPendingBytes: bounds.maxConnectionPendingBytes,
    });
    this.#receiver = new Receiver(this, bounds, owner);
    this.#reader = new FrameReader(this.#receiver);
    this.#firstBytes = role === "server" ? EMPTY : undefined;
    socket.on("data", (chunk: Buffer) => this.#onBytes(chunk));
    socket.on("end", () => this.#lose("the peer closed the connection"));
    socket.on("error", (error) => this.#lose(error.message));
    socket.on("close", () => this.#close());
    if (role === "client") this.#sayHello();
    this.#liveness = new Liveness(this);
  }

  /** Whether a new stream may be begun now (a client's question). */
  get hasRoom(): boolean {
    return (
      this.#receiver.isGreeted &&
      !this.#isDraining &&
      !this.#isFailed &&
      this.streams.size < this.peerSettings.maxConcurrentStreams
    );
  }

  /** The id of the next stream we begin; the stream must be given to {@link open} at once. */
  takeStreamId(): number {
    const id = this.nextStreamId;
    this.nextStreamId += 2;
    if (this.nextStreamId > MAX_31_BITS) this.drain();
    return id;
  }

  /** Counts a new stream among the living. */
  open(stream: Http2Stream): void {
    if (this.streams.size === 0) this.#ref();
    this.opened += 1;
    this.streams.set(stream.id, stream);
  }

  /** Watches a stream's `deadlineAt`. */
  watchDeadline(stream: Http2Stream): void {
    this.#deadlines.watch(stream);
  }

  /** Ends a stream before its time from our side. */
  reset(stream: Http2Stream, code: number): void {
    if (stream.isClosed) return;
    this.sendReset(stream.id, code);
    this.drop(stream);
  }

  /** Whether we reset this stream lately. */
  wasReset(streamId: number): boolean {
    return this.#recentResets.has(streamId);
  }

  /** Received bytes are held from now on. */
  hold(bytes: number): void {
    this.#buffered += bytes;
  }

  /** Received bytes are no longer held. */
  release(bytes: number): void {
    this.#buffered -= bytes;
  }

  /** Lets the peer send so many bytes more on a stream; small amounts are saved up. */
  credit(stream: Http2Stream, bytes: number): void {
    stream.returnable += bytes;
    if (stream.isRemoteEnded || stream.isClosed || stream.returnable * 2 < this.streamWindowBytes) return;
    stream.receiveWindow += stream.returnable;
    this.sendWindowUpdate(stream.id, stream.returnable);
    stream.returnable = 0;
  }

  /** Takes no new streams; the connection closes when those under way have ended. */
  drain(): void {
    if (this.#isDraining || this.#isFailed) return;
    this.#isDraining = true;
    this.#owner.onDraining?.();
    if (this.role === "client") {
      this.#finishIfIdle();
      return;
    }
    this.#sendGoaway(MAX_31_BITS, ErrorCode.NO_ERROR, "");
    this.sender.control(FrameType.PING, 0, 0, DRAIN_PING);
    const announce = (): void => {
      if (this.lastAcceptedId !== MAX_31_BITS) return;
      this.lastAcceptedId = this.#receiver.lastPeerId;
      this.#sendGoaway(this.#receiver.lastPeerId, ErrorCode.NO_ERROR, "");
      this.#finishIfIdle();
    };
    this.#onDrainPong = announce;
    this.#endTimer = setTimeout(announce, CLOSE_MS).unref();
  }

  /** Ends the connection at once, with a GOAWAY that says why; the peer has `closeMs` to take it. */
  fail(error: ConnectionError, closeMs = CLOSE_MS): void {
    if (this.#isFailed) return;
    this.#isFailed = true;
    this.#reader.stop();
    this.#reason ??= error;
    this.#sendGoaway(this.#receiver.lastPeerId, error.code, error.message);
    this.#finish(closeMs);
    this.#endStreams(error);
  }

  /** Whether the messages of all streams hold more than they may. */
  get isOverfull(): boolean {
    return this.#buffered > this.bounds.maxConnectionBufferedBytes;
  }

  onLocalEnd(stream: Http2Stream): void {
    if (stream.isRemoteEnded) this.drop(stream);
    else if (this.role === "server") this.reset(stream, ErrorCode.NO_ERROR);
  }

  onPendingOverflow(stream: Http2Stream): void {
    const code = ErrorCode.ENHANCE_YOUR_CALM;
    this.reset(stream, code);
    const most = this.bounds.maxConnectionPendingBytes;
    stream.onReset({ cause: "reset", code, message: `more than ${most} bytes wait for the peer's windows` });
  }

  onOutputOverflow(): void {
    this.#reason ??= calmDown(`the peer does not read: more than ${this.bounds.maxOutputBytes} bytes wait for it`);
    this.socket.destroy();
  }

  /** The peer's SETTINGS have come. */
  onGreeted(): void {
    this.#owner.onReady?.();
    if (this.streams.size === 0) this.#unref();
  }

  /** A PING of ours was answered. */
  onPong(payload: Buffer): void {
    if (payload.equals(DRAIN_PING)) this.#onDrainPong?.();
  }

  /** The peer takes no new streams, and of ours none beyond `lastId`. */
  onGoaway(lastId: number, end: StreamEnd): void {
    this.#reason ??= new ConnectionError(ErrorCode.NO_ERROR, end.message);
    if (!this.#isDraining) {
      this.#isDraining = true;
      this.#owner.onDraining?.();
    }
    if (this.role === "client")
      for (const stream of [...this.streams.values()])
        if (stream.id > lastId) {
          this.drop(stream);
          stream.onReset(end);
        }
    this.#finishIfIdle();
  }

  get isGreeted(): boolean {
    return this.#receiver.isGreeted;
  }

  get hasStreams(): boolean {
    return this.streams.size > 0;
  }

  onNoGreeting(): void {
    const message = `no preface and SETTINGS within ${this.bounds.handshakeTimeoutMs} ms`;
    this.fail(new ConnectionError(ErrorCode.SETTINGS_TIMEOUT, message));
  }

  onIdle(): void {
    this.drain();
  }

  ping(): void {
    this.sender.control(FrameType.PING, 0, 0, KEEPALIVE_PING);
  }

  onNoAnswer(): void {
    this.#lose(`the peer did not answer a PING within ${this.bounds.keepaliveTimeoutMs} ms`);
  }

  #sayHello(): void {
    const { bounds } = this;
    const settings: [number, number][] = [
      [SettingId.INITIAL_WINDOW_SIZE, bounds.maxStreamBufferedBytes],
      [SettingId.MAX_HEADER_LIST_SIZE, bounds.maxHeaderListBytes],
    ];
    if (bounds.maxHeaderTableBytes !== 4096) settings.push([SettingId.HEADER_TABLE_SIZE, bounds.maxHeaderTableBytes]);
    if (this.role === "client") {
      this.sender.raw(PREFACE);
      settings.push([SettingId.ENABLE_PUSH, 0]);
    } else settings.push([SettingId.MAX_CONCURRENT_STREAMS, bounds.maxConcurrentStreams]);
    this.sender.control(FrameType.SETTINGS, 0, 0, formatSettings(settings));
    this.sendWindowUpdate(0, CONNECTION_WINDOW_BYTES - DEFAULT_WINDOW_BYTES);
  }

  #onBytes(chunk: Buffer): void {
    this.received += 1;
    if (this.#isFailed) return;
    try {
      if (this.#firstBytes === undefined) this.#reader.push(chunk);
      else this.#onFirstBytes(chunk, this.#firstBytes);
    } catch (error) {
      this.fail(toConnectionError(error));
    }
  }

  #onFirstBytes(chunk: Buffer, before: Buffer): void {
    const bytes = before.length === 0 ? chunk : Buffer.concat([before, chunk]);
    const first = readFirstBytes(bytes);
    if (first.kind === "unfinished") {
      this.#firstBytes = bytes;
      return;
    }
    this.#firstBytes = undefined;
    if (first.kind === "preface") {
      this.#sayHello();
      if (first.rest.length > 0) this.#reader.push(first.rest);
      return;
    }
    if (first.answer === undefined) throw protocolError(`the peer speaks ${first.speaks}`);
    this.#isFailed = true;
    this.#reason = protocolError(`the peer speaks ${first.speaks}`);
    this.sender.raw(first.answer);
    this.#finish();
  }

  /** Sends RST_STREAM; late frames of that stream are then no fault. */
  sendReset(streamId: number, code: number): void {
    this.#recentResets.add(streamId);
    if (this.#recentResets.size > REMEMBERED_RESETS) {
      const [oldest] = this.#recentResets;
      if (oldest !== undefined) this.#recentResets.delete(oldest);
    }
    const payload = Buffer.allocUnsafe(4);
    payload.writeUInt32BE(code, 0);
    this.sender.control(FrameType.RST_STREAM, 0, streamId, payload);
  }

  sendWindowUpdate(streamId: number, bytes: number): void {
    const payload = Buffer.allocUnsafe(4);
    payload.writeUInt32BE(bytes, 0);
    this.sender.control(FrameType.WINDOW_UPDATE, 0, streamId, payload);
  }

  #sendGoaway(lastId: number, code: number, message: string): void {
    const text = Buffer.from(message, "utf8");
    const payload = Buffer.allocUnsafe(8 + text.length);
    payload.writeUInt32BE(lastId, 0);
    payload.writeUInt32BE(code, 4);
    text.copy(payload, 8);
    this.sender.control(FrameType.GOAWAY, 0, 0, payload);
  }

  /** Counts a stream no longer among the living. */
  drop(stream: Http2Stream): void {
    if (stream.isClosed) return;
    stream.isClosed = true;
    this.streams.delete(stream.id);
    this.#buffered -= stream.buffered;
    stream.buffered = 0;
    if (stream.pendingBytes > 0) this.sender.forget(stream);
    if (this.streams.size === 0) {
      this.#unref();
      if (this.#isDraining) this.#finishIfIdle();
    }
    this.#owner.onRoom?.();
  }

  #finishIfIdle(): void {
    if (!this.#isDraining || this.streams.size > 0 || this.#isFailed) return;
    if (this.role === "server" && this.lastAcceptedId === MAX_31_BITS && this.#onDrainPong !== undefined) return;
    this.#isFailed = true;
    this.#finish();
  }

  /** Says what is left to say, ends the socket, and destroys it if the peer does not close. */
  #finish(closeMs = CLOSE_MS): void {
    this.sender.flush();
    this.sender.finish();
    this.socket.resume();
    clearTimeout(this.#endTimer);
    this.#endTimer = setTimeout(() => this.socket.destroy(), closeMs);
  }

  #lose(message: string): void {
    this.#reason ??= new ConnectionError(ErrorCode.NO_ERROR, message);
    this.#isFailed = true;
    this.#reader.stop();
    this.socket.destroy();
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#isFailed = true;
    this.#liveness.stop();
    clearTimeout(this.#endTimer);
    this.#deadlines.clear();
    const reason = this.#reason ?? new ConnectionError(ErrorCode.NO_ERROR, "the connection is closed");
    this.#endStreams(reason);
    this.#owner.onClosed(reason);
  }

  #endStreams(reason: ConnectionError): void {
    const end: StreamEnd = { cause: "connection", code: reason.code, message: reason.message };
    for (const stream of [...this.streams.values()]) {
      this.drop(stream);
      stream.onReset(end);
    }
  }

  #ref(): void {
    if (this.role === "client" && isReferable(this.socket)) this.socket.ref();
  }

  #unref(): void {
    if (this.role === "client" && isReferable(this.socket)) this.socket.unref();
  }
}
