import type { Duplex } from "node:stream";
import { type HeaderList, HpackDecoder } from "../hpack/decoder.ts";
import { HpackError } from "../hpack/error.ts";
import type { ConnectionBounds } from "./bounds.ts";
import { Deadlines } from "./deadlines.ts";
import { ConnectionError, ErrorCode, formatErrorCode, StreamError } from "./error.ts";
import { readFirstBytes } from "./first-bytes.ts";
import { DEFAULT_WINDOW_BYTES, Flag, type FrameHeader, FrameType, MAX_31_BITS, PREFACE } from "./frame.ts";
import { FrameReader, type FrameSink } from "./frame-reader.ts";
import { checkHeaders, fieldOf, MalformedHeaders } from "./header-check.ts";
import { Rate } from "./rate.ts";
import { Sender, type SenderOwner } from "./sender.ts";
import { formatSettings, initialSettings, readSettings, SettingId } from "./settings.ts";
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
/** A connection's window: large, because each stream has its own. */
const CONNECTION_WINDOW_BYTES = 16 << 20;
/** The PING that stands behind the first GOAWAY of a graceful end. */
const DRAIN_PING = Buffer.from("\0draining", "latin1").subarray(0, 8);
const KEEPALIVE_PING = Buffer.from("alive?\0\0", "latin1");

const isReferable = (socket: Duplex): socket is Duplex & Referable => "ref" in socket && "unref" in socket;

/** One HTTP/2 connection over any duplex byte stream: frames in, streams, their states and windows. It owns the socket. */
export class Http2Connection implements FrameSink, SenderOwner {
  readonly role: "client" | "server";
  readonly socket: Duplex;
  readonly bounds: ConnectionBounds;
  readonly peerSettings = initialSettings();
  readonly streamWindowBytes: number;
  readonly streams = new Map<number, Http2Stream>();
  readonly sender: Sender;
  readonly #owner: ConnectionOwner;
  readonly #reader = new FrameReader(this);
  readonly #decoder: HpackDecoder;
  readonly #deadlines = new Deadlines(this.streams);
  readonly #resets: Rate;
  readonly #settings: Rate;
  readonly #idleFrames: Rate;
  readonly #recentResets = new Set<number>();
  #timers: (NodeJS.Timeout | undefined)[] = [];
  #firstBytes: Buffer | undefined;
  #lastPeerId = 0;
  #nextId = 1;
  #hasSettings = false;
  #isDraining = false;
  #isFailed = false;
  #isClosed = false;
  #lastAcceptedId = MAX_31_BITS;
  #reason: ConnectionError | undefined;
  /** The header block under way: CONTINUATION frames must follow. */
  #block: { readonly streamId: number; readonly flags: number; readonly parts: Buffer[]; bytes: number } | undefined;
  /** The stream of the DATA frame under way, undefined if its bytes go nowhere. */
  #dataStream: Http2Stream | undefined;
  #dataFlags = 0;
  #toReturn = 0;
  #buffered = 0;
  #sentBefore = 0;
  #received = 0;
  #opened = 0;
  #onPong: (() => void) | undefined;

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
    this.#decoder = new HpackDecoder(bounds.maxHeaderTableBytes, {
      maxListBytes: bounds.maxHeaderListBytes,
      maxFields: bounds.maxHeaderFields,
    });
    this.#resets = new Rate(bounds.maxResetsPerSecond);
    this.#settings = new Rate(bounds.maxSettingsPerSecond);
    this.#idleFrames = new Rate(bounds.maxIdleFramesPerSecond);
    this.sender = new Sender(socket, { owner: this, peer: this.peerSettings, maxOutputBytes: bounds.maxOutputBytes });
    this.#firstBytes = role === "server" ? EMPTY : undefined;
    socket.on("data", (chunk: Buffer) => this.#onBytes(chunk));
    socket.on("end", () => this.#lose("the peer closed the connection"));
    socket.on("error", (error) => this.#lose(error.message));
    socket.on("close", () => this.#close());
    if (role === "client") this.#sayHello();
    this.#startTimers();
  }

  /** Whether a new stream may be begun now (a client's question). */
  get hasRoom(): boolean {
    return (
      this.#hasSettings &&
      !this.#isDraining &&
      !this.#isFailed &&
      this.streams.size < this.peerSettings.maxConcurrentStreams
    );
  }

  /** Whether the peer's SETTINGS have come and no end is in sight. */
  get isUsable(): boolean {
    return !this.#isDraining && !this.#isFailed;
  }

  /** The id of the next stream we begin; the stream must be given to {@link open} at once. */
  takeStreamId(): number {
    const id = this.#nextId;
    this.#nextId += 2;
    if (this.#nextId > MAX_31_BITS) this.drain();
    return id;
  }

  /** Counts a new stream among the living. */
  open(stream: Http2Stream): void {
    if (this.streams.size === 0) this.#ref();
    this.#opened += 1;
    this.streams.set(stream.id, stream);
  }

  /** Watches a stream's `deadlineAt`. */
  watchDeadline(stream: Http2Stream): void {
    this.#deadlines.watch(stream);
  }

  /** Ends a stream before its time from our side. */
  reset(stream: Http2Stream, code: number): void {
    if (stream.isClosed) return;
    this.#sendReset(stream.id, code);
    this.#drop(stream);
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
    this.#sendWindowUpdate(stream.id, stream.returnable);
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
      if (this.#lastAcceptedId !== MAX_31_BITS) return;
      this.#lastAcceptedId = this.#lastPeerId;
      this.#sendGoaway(this.#lastPeerId, ErrorCode.NO_ERROR, "");
      this.#finishIfIdle();
    };
    this.#onPong = announce;
    this.#timers.push(setTimeout(announce, CLOSE_MS).unref());
  }

  /** Ends the connection at once, with a GOAWAY that says why; the peer has `closeMs` to take it. */
  fail(error: ConnectionError, closeMs = CLOSE_MS): void {
    if (this.#isFailed) return;
    this.#isFailed = true;
    this.#reader.stop();
    this.#reason ??= error;
    this.#sendGoaway(this.#lastPeerId, error.code, error.message);
    this.#finish(closeMs);
    this.#endStreams(error);
  }

  onFrame(header: FrameHeader, payload: Buffer): void {
    const { type, flags, streamId } = header;
    if (this.#block !== undefined && (type !== FrameType.CONTINUATION || streamId !== this.#block.streamId))
      throw protocolError("a header block is not finished, and another frame stands in between");
    const isGreeting = type === FrameType.SETTINGS && (flags & Flag.ACK) === 0;
    if (!this.#hasSettings && !isGreeting && (this.role === "server" || type !== FrameType.GOAWAY))
      throw protocolError("the first frame is not SETTINGS");
    switch (type) {
      case FrameType.HEADERS:
        this.#onHeadersFrame(header, payload);
        break;
      case FrameType.CONTINUATION:
        this.#onContinuation(flags, payload);
        break;
      case FrameType.SETTINGS:
        this.#onSettings(header, payload);
        break;
      case FrameType.WINDOW_UPDATE:
        this.#onWindowUpdate(streamId, payload);
        break;
      case FrameType.RST_STREAM:
        this.#onRstStream(streamId, payload);
        break;
      case FrameType.PING:
        this.#onPing(header, payload);
        break;
      case FrameType.GOAWAY:
        this.#onGoaway(streamId, payload);
        break;
      case FrameType.PRIORITY:
        this.#onPriority(streamId, payload);
        break;
      case FrameType.PUSH_PROMISE:
        throw protocolError("PUSH_PROMISE came, and push is off");
      default:
        this.#countIdle();
    }
  }

  onDataStart({ length, flags, streamId }: FrameHeader): void {
    if (this.#block !== undefined) throw protocolError("a header block is not finished, and DATA stands in between");
    if (!this.#hasSettings) throw protocolError("the first frame is not SETTINGS");
    if (streamId === 0 || this.#isIdle(streamId))
      throw protocolError(`DATA on stream ${streamId}, which was never opened`);
    if (length === 0 && (flags & Flag.END_STREAM) === 0) this.#countIdle();
    else if (length > 0) this.#idleFrames.clear();
    this.#toReturn += length;
    if (this.#toReturn > CONNECTION_WINDOW_BYTES)
      throw flowError("the peer sent more than the connection's window allows");
    if (this.#toReturn * 2 >= CONNECTION_WINDOW_BYTES) {
      this.#sendWindowUpdate(0, this.#toReturn);
      this.#toReturn = 0;
    }
    this.#dataFlags = flags;
    this.#dataStream = this.#streamForData(streamId, length);
  }

  #streamForData(streamId: number, length: number): Http2Stream | undefined {
    const stream = this.streams.get(streamId);
    try {
      if (stream === undefined) {
        if (this.#recentResets.has(streamId)) return undefined;
        throw new StreamError(ErrorCode.STREAM_CLOSED, streamId, `DATA on stream ${streamId}, which is closed`);
      }
      if (stream.isRemoteEnded)
        throw new StreamError(ErrorCode.STREAM_CLOSED, streamId, `DATA on stream ${streamId} behind its end`);
      if (!stream.hasHeaders)
        throw new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, "DATA stands before the headers");
      stream.receiveWindow -= length;
      stream.padding += length;
      if (stream.receiveWindow < 0)
        throw new StreamError(
          ErrorCode.FLOW_CONTROL_ERROR,
          streamId,
          "the peer sent more than the stream's window allows",
        );
      return stream;
    } catch (error) {
      this.#endStream(error);
      return undefined;
    }
  }

  onDataPiece(piece: Buffer): void {
    const stream = this.#dataStream;
    if (stream === undefined || stream.isClosed) return;
    stream.padding -= piece.length;
    stream.buffered += piece.length;
    stream.receivedLength += piece.length;
    this.#buffered += piece.length;
    stream.onData(piece);
  }

  onDataEnd(): void {
    const stream = this.#dataStream;
    this.#dataStream = undefined;
    if (stream === undefined || stream.isClosed) return;
    if (stream.padding > 0) this.#creditPadding(stream);
    if ((this.#dataFlags & Flag.END_STREAM) === 0) return;
    try {
      this.#checkLength(stream);
      this.#endRemote(stream);
      stream.onEnd();
    } catch (error) {
      this.#endStream(error);
    }
  }

  #creditPadding(stream: Http2Stream): void {
    const { padding } = stream;
    stream.padding = 0;
    this.credit(stream, padding);
  }

  /** Whether the messages of all streams hold more than they may. */
  get isOverfull(): boolean {
    return this.#buffered > this.bounds.maxConnectionBufferedBytes;
  }

  onLocalEnd(stream: Http2Stream): void {
    if (stream.isRemoteEnded) this.#drop(stream);
    else if (this.role === "server") this.reset(stream, ErrorCode.NO_ERROR);
  }

  onOutputOverflow(): void {
    this.#reason ??= calmDown(`the peer does not read: more than ${this.bounds.maxOutputBytes} bytes wait for it`);
    this.socket.destroy();
  }

  /** Destroys the socket at once. */
  destroy(message: string): void {
    this.#lose(message);
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
    this.#sendWindowUpdate(0, CONNECTION_WINDOW_BYTES - DEFAULT_WINDOW_BYTES);
  }

  #startTimers(): void {
    const { handshakeTimeoutMs, idleTimeoutMs, keepaliveTimeMs } = this.bounds;
    this.#timers.push(
      setTimeout(() => {
        if (!this.#hasSettings)
          this.fail(
            new ConnectionError(ErrorCode.SETTINGS_TIMEOUT, `no preface and SETTINGS within ${handshakeTimeoutMs} ms`),
          );
      }, handshakeTimeoutMs).unref(),
    );
    if (idleTimeoutMs > 0) this.#watchIdle(idleTimeoutMs);
    if (keepaliveTimeMs > 0) this.#watchSilence(keepaliveTimeMs);
  }

  #watchIdle(idleTimeoutMs: number): void {
    let opened = -1;
    const timer = setInterval(() => {
      if (this.streams.size === 0 && opened === this.#opened) this.drain();
      opened = this.#opened;
    }, idleTimeoutMs / 2).unref();
    this.#timers.push(timer);
  }

  #watchSilence(keepaliveTimeMs: number): void {
    let received = -1;
    const timer = setInterval(() => {
      if (received === this.#received) this.#ping();
      received = this.#received;
    }, keepaliveTimeMs).unref();
    this.#timers.push(timer);
  }

  #ping(): void {
    const { keepaliveTimeoutMs } = this.bounds;
    const before = this.#received;
    this.sender.control(FrameType.PING, 0, 0, KEEPALIVE_PING);
    const timer = setTimeout(() => {
      if (before === this.#received) this.#lose(`the peer did not answer a PING within ${keepaliveTimeoutMs} ms`);
    }, keepaliveTimeoutMs).unref();
    this.#timers.push(timer);
  }

  #onBytes(chunk: Buffer): void {
    this.#received += 1;
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

  #onHeadersFrame({ flags, streamId }: FrameHeader, payload: Buffer): void {
    if (streamId === 0) throw protocolError("HEADERS on stream 0");
    let start = 0;
    let end = payload.length;
    if ((flags & Flag.PADDED) !== 0) {
      start = 1;
      end -= payload[0] ?? 0;
    }
    const isPrioritized = (flags & Flag.PRIORITY) !== 0;
    if (isPrioritized) start += 5;
    if (start > end) throw protocolError("HEADERS has more padding and priority than bytes");
    const dependsOnItself = isPrioritized && (payload.readUInt32BE(start - 5) & MAX_31_BITS) === streamId;
    this.#block = { streamId, flags, parts: [], bytes: 0 };
    this.#addToBlock(payload.subarray(start, end), (flags & Flag.END_HEADERS) !== 0);
    if (dependsOnItself)
      this.#endStream(new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, `stream ${streamId} depends on itself`));
  }

  #onContinuation(flags: number, payload: Buffer): void {
    if (this.#block === undefined) throw protocolError("CONTINUATION without HEADERS");
    this.#addToBlock(payload, (flags & Flag.END_HEADERS) !== 0);
  }

  #addToBlock(part: Buffer, isEnd: boolean): void {
    const block = this.#block;
    if (block === undefined) return;
    const { parts, streamId, flags } = block;
    block.bytes += part.length;
    if (parts.length > this.bounds.maxContinuationFrames)
      throw calmDown(`a header list has more than ${this.bounds.maxContinuationFrames} CONTINUATION frames`);
    if (block.bytes > 2 * this.bounds.maxHeaderListBytes)
      throw calmDown(`a header block is larger than ${2 * this.bounds.maxHeaderListBytes} bytes`);
    if (!isEnd) {
      parts.push(Buffer.from(part));
      return;
    }
    this.#block = undefined;
    this.#onHeaderBlock(streamId, flags, parts.length === 0 ? part : Buffer.concat([...parts, part]));
  }

  #onHeaderBlock(streamId: number, flags: number, bytes: Buffer): void {
    const { fields, isTooLarge } = this.#decoder.decode(bytes);
    const isEnd = (flags & Flag.END_STREAM) !== 0;
    this.#idleFrames.clear();
    try {
      const stream = this.streams.get(streamId);
      if (stream?.hasHeaders === true) this.#onLaterHeaders(stream, fields, { isEnd, isTooLarge });
      else if (this.role === "server") this.#onRequest(streamId, fields, { isEnd, isTooLarge });
      else if (stream !== undefined) this.#onResponse(stream, fields, { isEnd, isTooLarge });
      else if (this.#isIdle(streamId)) throw protocolError(`HEADERS on stream ${streamId}, which we never opened`);
    } catch (error) {
      this.#endStream(error instanceof MalformedHeaders ? malformed(streamId, error) : error);
    }
  }

  #onRequest(
    streamId: number,
    fields: HeaderList,
    { isEnd, isTooLarge }: { isEnd: boolean; isTooLarge: boolean },
  ): void {
    if (streamId % 2 === 0) throw protocolError(`a client may not open stream ${streamId}: its number is even`);
    if (streamId <= this.#lastPeerId) {
      if (this.#recentResets.has(streamId)) return;
      throw new ConnectionError(ErrorCode.STREAM_CLOSED, `HEADERS on stream ${streamId}, which is closed`);
    }
    if (streamId > this.#lastAcceptedId) return;
    this.#lastPeerId = streamId;
    if (this.streams.size >= this.bounds.maxConcurrentStreams) {
      this.#countReset();
      throw new StreamError(
        ErrorCode.REFUSED_STREAM,
        streamId,
        `more than ${this.bounds.maxConcurrentStreams} streams`,
      );
    }
    const announcedLength = isTooLarge ? -1 : checkHeaders(fields, "request");
    const stream = this.#owner.createStream?.(this, streamId);
    if (stream === undefined) throw protocolError("this side serves no calls");
    stream.announcedLength = announcedLength;
    stream.hasHeaders = true;
    this.open(stream);
    if (isEnd) {
      this.#checkLength(stream);
      this.#endRemote(stream);
    }
    stream.onHeaders(isTooLarge ? TOO_LARGE : fields, isEnd);
  }

  #onResponse(
    stream: Http2Stream,
    fields: HeaderList,
    { isEnd, isTooLarge }: { isEnd: boolean; isTooLarge: boolean },
  ): void {
    if (isTooLarge) throw tooLarge(stream.id);
    stream.announcedLength = checkHeaders(fields, "response");
    const status = fieldOf(fields, ":status") ?? "";
    if (status.length === 3 && status.startsWith("1")) {
      if (isEnd) throw new MalformedHeaders(`an informational response (${status}) ends the stream`);
      return;
    }
    stream.hasHeaders = true;
    if (isEnd) this.#endRemote(stream);
    stream.onHeaders(fields, isEnd);
  }

  #onLaterHeaders(
    stream: Http2Stream,
    fields: HeaderList,
    { isEnd, isTooLarge }: { isEnd: boolean; isTooLarge: boolean },
  ): void {
    if (stream.isRemoteEnded)
      throw new StreamError(ErrorCode.STREAM_CLOSED, stream.id, `HEADERS on stream ${stream.id} behind its end`);
    if (!isEnd) throw new MalformedHeaders("a second header list does not end the stream");
    if (isTooLarge) throw tooLarge(stream.id);
    checkHeaders(fields, "trailers");
    this.#checkLength(stream);
    this.#endRemote(stream);
    stream.onTrailers(fields);
  }

  #checkLength(stream: Http2Stream): void {
    const { announcedLength, receivedLength } = stream;
    if (announcedLength >= 0 && announcedLength !== receivedLength)
      throw new StreamError(
        ErrorCode.PROTOCOL_ERROR,
        stream.id,
        `content-length is ${announcedLength}, and ${receivedLength} bytes came`,
      );
  }

  #endRemote(stream: Http2Stream): void {
    stream.isRemoteEnded = true;
    if (stream.isLocalEnded) this.#drop(stream);
  }

  #onSettings({ flags, streamId, length }: FrameHeader, payload: Buffer): void {
    if (streamId !== 0) throw protocolError(`SETTINGS on stream ${streamId}`);
    if ((flags & Flag.ACK) !== 0) {
      if (length > 0) throw new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, "an acknowledged SETTINGS has a payload");
      return;
    }
    if (this.#settings.exceeds())
      throw calmDown(`more than ${this.bounds.maxSettingsPerSecond} SETTINGS within a second`);
    const before = this.peerSettings.initialWindowBytes;
    readSettings(payload, this.peerSettings);
    this.sender.setHeaderTableBytes(this.peerSettings.headerTableBytes);
    const delta = this.peerSettings.initialWindowBytes - before;
    if (delta !== 0)
      for (const stream of this.streams.values())
        if (!this.sender.growStream(stream, delta))
          throw flowError("SETTINGS_INITIAL_WINDOW_SIZE made a window too large");
    this.sender.control(FrameType.SETTINGS, Flag.ACK, 0, EMPTY);
    const isFirst = !this.#hasSettings;
    this.#hasSettings = true;
    if (!isFirst) this.#owner.onRoom?.();
    else {
      this.#owner.onReady?.();
      if (this.streams.size === 0) this.#unref();
    }
  }

  #onWindowUpdate(streamId: number, payload: Buffer): void {
    if (payload.length !== 4)
      throw new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, `WINDOW_UPDATE has ${payload.length} bytes, not 4`);
    if (this.#isIdle(streamId)) throw protocolError(`WINDOW_UPDATE on stream ${streamId}, which was never opened`);
    this.#countIdle();
    const bytes = payload.readUInt32BE(0) & MAX_31_BITS;
    if (streamId === 0) {
      if (bytes === 0) throw protocolError("WINDOW_UPDATE of 0 bytes");
      if (!this.sender.grow(bytes)) throw flowError("the connection's window is beyond 2^31-1");
      return;
    }
    const stream = this.streams.get(streamId);
    if (stream === undefined) return;
    if (bytes === 0)
      this.#endStream(
        new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, `WINDOW_UPDATE of 0 bytes on stream ${streamId}`),
      );
    else if (!this.sender.growStream(stream, bytes))
      this.#endStream(new StreamError(ErrorCode.FLOW_CONTROL_ERROR, streamId, "the stream's window is beyond 2^31-1"));
  }

  #onRstStream(streamId: number, payload: Buffer): void {
    if (payload.length !== 4)
      throw new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, `RST_STREAM has ${payload.length} bytes, not 4`);
    if (streamId === 0 || this.#isIdle(streamId))
      throw protocolError(`RST_STREAM on stream ${streamId}, which was never opened`);
    const stream = this.streams.get(streamId);
    this.#countReset();
    if (stream === undefined) return;
    const code = payload.readUInt32BE(0);
    this.#drop(stream);
    const cause = code === ErrorCode.REFUSED_STREAM ? "refused" : "reset";
    stream.onReset({ cause, code, message: `the peer reset the stream (${formatErrorCode(code)})` });
  }

  #onPing({ flags, streamId }: FrameHeader, payload: Buffer): void {
    if (streamId !== 0) throw protocolError(`PING on stream ${streamId}`);
    if (payload.length !== 8)
      throw new ConnectionError(ErrorCode.FRAME_SIZE_ERROR, `PING has ${payload.length} bytes, not 8`);
    if ((flags & Flag.ACK) === 0) {
      this.#countIdle();
      this.sender.control(FrameType.PING, Flag.ACK, 0, payload);
    } else if (payload.equals(DRAIN_PING)) this.#onPong?.();
  }

  #onGoaway(streamId: number, payload: Buffer): void {
    if (streamId !== 0) throw protocolError(`GOAWAY on stream ${streamId}`);
    if (payload.length < 8)
      throw new ConnectionError(
        ErrorCode.FRAME_SIZE_ERROR,
        `GOAWAY has ${payload.length} bytes, at least 8 are needed`,
      );
    const lastId = payload.readUInt32BE(0) & MAX_31_BITS;
    const code = payload.readUInt32BE(4);
    const said = payload.toString("utf8", 8, Math.min(payload.length, 264));
    const message = `the peer goes away (${formatErrorCode(code)}${said === "" ? "" : `: ${said}`})`;
    this.#reason ??= new ConnectionError(ErrorCode.NO_ERROR, message);
    if (!this.#isDraining) {
      this.#isDraining = true;
      this.#owner.onDraining?.();
    }
    if (this.role === "client")
      for (const stream of [...this.streams.values()])
        if (stream.id > lastId) {
          this.#drop(stream);
          stream.onReset({ cause: "refused", code, message });
        }
    this.#finishIfIdle();
  }

  #onPriority(streamId: number, payload: Buffer): void {
    if (streamId === 0) throw protocolError("PRIORITY on stream 0");
    this.#countIdle();
    if (payload.length !== 5)
      this.#endStream(
        new StreamError(ErrorCode.FRAME_SIZE_ERROR, streamId, `PRIORITY has ${payload.length} bytes, not 5`),
      );
    else if ((payload.readUInt32BE(0) & MAX_31_BITS) === streamId)
      this.#endStream(new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, `stream ${streamId} depends on itself`));
  }

  /** Whether nobody ever opened this stream. */
  #isIdle(streamId: number): boolean {
    if (streamId === 0) return false;
    if (streamId % 2 === 1) return this.role === "server" ? streamId > this.#lastPeerId : streamId >= this.#nextId;
    return true;
  }

  /** Ends the stream a {@link StreamError} names; any other error is thrown on. */
  #endStream(error: unknown): void {
    if (!(error instanceof StreamError)) throw error;
    if (error.code !== ErrorCode.REFUSED_STREAM) this.#countReset();
    this.#sendReset(error.streamId, error.code);
    const stream = this.streams.get(error.streamId);
    if (stream === undefined) return;
    this.#drop(stream);
    stream.onReset({ cause: "malformed", code: error.code, message: error.message });
  }

  #countReset(): void {
    if (this.#resets.exceeds())
      throw calmDown(`more than ${this.bounds.maxResetsPerSecond} streams were reset within a second`);
  }

  /** Counts a frame that moves nothing, unless a message was sent since the last one. */
  #countIdle(): void {
    if (this.sender.dataFrames !== this.#sentBefore) {
      this.#sentBefore = this.sender.dataFrames;
      this.#idleFrames.clear();
    }
    if (this.#idleFrames.exceeds())
      throw calmDown(`more than ${this.bounds.maxIdleFramesPerSecond} frames within a second that move nothing`);
  }

  #sendReset(streamId: number, code: number): void {
    this.#recentResets.add(streamId);
    if (this.#recentResets.size > REMEMBERED_RESETS) {
      const [oldest] = this.#recentResets;
      if (oldest !== undefined) this.#recentResets.delete(oldest);
    }
    const payload = Buffer.allocUnsafe(4);
    payload.writeUInt32BE(code, 0);
    this.sender.control(FrameType.RST_STREAM, 0, streamId, payload);
  }

  #sendWindowUpdate(streamId: number, bytes: number): void {
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

  #drop(stream: Http2Stream): void {
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
    if (this.role === "server" && this.#lastAcceptedId === MAX_31_BITS && this.#onPong !== undefined) return;
    this.#isFailed = true;
    this.#finish();
  }

  /** Says what is left to say, ends the socket, and destroys it if the peer does not close. */
  #finish(closeMs = CLOSE_MS): void {
    this.sender.flush();
    this.sender.finish();
    this.socket.resume();
    this.#timers.push(setTimeout(() => this.socket.destroy(), closeMs));
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
    for (const timer of this.#timers) clearTimeout(timer);
    this.#deadlines.clear();
    const reason = this.#reason ?? new ConnectionError(ErrorCode.NO_ERROR, "the connection is closed");
    this.#endStreams(reason);
    this.#owner.onClosed(reason);
  }

  #endStreams(reason: ConnectionError): void {
    const end: StreamEnd = { cause: "connection", code: reason.code, message: reason.message };
    for (const stream of [...this.streams.values()]) {
      this.#drop(stream);
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

/** Stands for a request's header list that was larger than allowed. */
export const TOO_LARGE: HeaderList = [];

const protocolError = (message: string): ConnectionError => new ConnectionError(ErrorCode.PROTOCOL_ERROR, message);
const flowError = (message: string): ConnectionError => new ConnectionError(ErrorCode.FLOW_CONTROL_ERROR, message);
const calmDown = (message: string): ConnectionError => new ConnectionError(ErrorCode.ENHANCE_YOUR_CALM, message);
const malformed = (streamId: number, error: MalformedHeaders): StreamError =>
  new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, error.message);
const tooLarge = (streamId: number): StreamError =>
  new StreamError(ErrorCode.ENHANCE_YOUR_CALM, streamId, "the header list is larger than allowed");

const toConnectionError = (error: unknown): ConnectionError => {
  if (error instanceof ConnectionError) return error;
  if (error instanceof HpackError) return new ConnectionError(ErrorCode.COMPRESSION_ERROR, error.message);
  return new ConnectionError(ErrorCode.INTERNAL_ERROR, error instanceof Error ? error.message : String(error));
};
