import type { HeaderList } from "../hpack/decoder.ts";
import type { ConnectionBounds } from "./bounds.ts";
import type { ConnectionOwner, Http2Connection } from "./connection.ts";
import { ConnectionError, ErrorCode, formatErrorCode, StreamError } from "./error.ts";
import { calmDown, flowError, malformed, protocolError, sizeError, tooLarge } from "./faults.ts";
import { Flag, type FrameHeader, FrameType, MAX_31_BITS } from "./frame.ts";
import type { FrameSink } from "./frame-reader.ts";
import { type HeaderBlock, HeaderBlocks } from "./header-blocks.ts";
import { checkHeaders, fieldOf, MalformedHeaders } from "./header-check.ts";
import { Rate } from "./rate.ts";
import { readSettings } from "./settings.ts";
import type { Http2Stream } from "./stream.ts";

const EMPTY = Buffer.alloc(0);
/** A connection's window: large, because each stream has its own. */
export const CONNECTION_WINDOW_BYTES = 16 << 20;

/** Stands for a request's header list that was larger than allowed. */
export const TOO_LARGE: HeaderList = [];

/** The receiving half of a connection: what each frame may do, and what it does to the streams. */
export class Receiver implements FrameSink {
  readonly #connection: Http2Connection;
  readonly #owner: ConnectionOwner;
  readonly #isServer: boolean;
  readonly #blocks: HeaderBlocks;
  readonly #resets: Rate;
  readonly #settings: Rate;
  readonly #idleFrames: Rate;
  /** The last stream that the peer began. */
  lastPeerId = 0;
  /** Whether the peer's SETTINGS have come. */
  isGreeted = false;
  /** The stream of the DATA frame under way, undefined if its bytes go nowhere. */
  #dataStream: Http2Stream | undefined;
  #dataFlags = 0;
  /** Bytes to give back to the connection's window. */
  #toReturn = 0;
  #sentBefore = 0;

  constructor(connection: Http2Connection, bounds: ConnectionBounds, owner: ConnectionOwner) {
    this.#connection = connection;
    this.#owner = owner;
    this.#isServer = connection.role === "server";
    this.#blocks = new HeaderBlocks(bounds);
    this.#resets = new Rate(bounds.maxResetsPerSecond);
    this.#settings = new Rate(bounds.maxSettingsPerSecond);
    this.#idleFrames = new Rate(bounds.maxIdleFramesPerSecond);
  }

  onFrame(header: FrameHeader, payload: Buffer): void {
    const { type, flags, streamId } = header;
    const unfinished = this.#blocks.unfinishedStreamId;
    if (unfinished !== undefined && (type !== FrameType.CONTINUATION || streamId !== unfinished))
      throw protocolError("a header block is not finished, and another frame stands in between");
    const isGreeting = type === FrameType.SETTINGS && (flags & Flag.ACK) === 0;
    if (!this.isGreeted && !isGreeting && (this.#isServer || type !== FrameType.GOAWAY))
      throw protocolError("the first frame is not SETTINGS");
    switch (type) {
      case FrameType.HEADERS:
        this.#onHeaderBlock(this.#blocks.begin(header, payload));
        break;
      case FrameType.CONTINUATION:
        this.#onHeaderBlock(this.#blocks.continue(header, payload));
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
    if (this.#blocks.unfinishedStreamId !== undefined)
      throw protocolError("a header block is not finished, and DATA stands in between");
    if (!this.isGreeted) throw protocolError("the first frame is not SETTINGS");
    if (streamId === 0 || this.#isIdle(streamId))
      throw protocolError(`DATA on stream ${streamId}, which was never opened`);
    if (length === 0 && (flags & Flag.END_STREAM) === 0) this.#countIdle();
    else if (length > 0) this.#idleFrames.clear();
    this.#toReturn += length;
    if (this.#toReturn > CONNECTION_WINDOW_BYTES)
      throw flowError("the peer sent more than the connection's window allows");
    if (this.#toReturn * 2 >= CONNECTION_WINDOW_BYTES) {
      this.#connection.sendWindowUpdate(0, this.#toReturn);
      this.#toReturn = 0;
    }
    this.#dataFlags = flags;
    this.#dataStream = this.#streamForData(streamId, length);
  }

  #streamForData(streamId: number, length: number): Http2Stream | undefined {
    const stream = this.#connection.streams.get(streamId);
    try {
      if (stream === undefined) {
        if (this.#connection.wasReset(streamId)) return undefined;
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
    this.#connection.hold(piece.length);
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
    this.#connection.credit(stream, padding);
  }

  #onHeaderBlock(block: HeaderBlock | undefined): void {
    if (block === undefined) return;
    const { streamId } = block;
    this.#idleFrames.clear();
    try {
      const stream = this.#connection.streams.get(streamId);
      if (stream?.hasHeaders === true) this.#onLaterHeaders(stream, block);
      else if (this.#isServer) this.#onRequest(block);
      else if (stream !== undefined) this.#onResponse(stream, block);
      else if (this.#isIdle(streamId)) throw protocolError(`HEADERS on stream ${streamId}, which we never opened`);
      if (block.dependsOnItself)
        throw new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, `stream ${streamId} depends on itself`);
    } catch (error) {
      this.#endStream(error instanceof MalformedHeaders ? malformed(streamId, error) : error);
    }
  }

  #onRequest({ streamId, fields, isEnd, isTooLarge }: HeaderBlock): void {
    if (streamId % 2 === 0) throw protocolError(`a client may not open stream ${streamId}: its number is even`);
    if (streamId <= this.lastPeerId) {
      if (this.#connection.wasReset(streamId)) return;
      throw new ConnectionError(ErrorCode.STREAM_CLOSED, `HEADERS on stream ${streamId}, which is closed`);
    }
    if (streamId > this.#connection.lastAcceptedId) return;
    this.lastPeerId = streamId;
    if (this.#connection.streams.size >= this.#connection.bounds.maxConcurrentStreams) {
      this.#countReset();
      throw new StreamError(
        ErrorCode.REFUSED_STREAM,
        streamId,
        `more than ${this.#connection.bounds.maxConcurrentStreams} streams`,
      );
    }
    const announcedLength = isTooLarge ? -1 : checkHeaders(fields, "request");
    const stream = this.#owner.createStream?.(this.#connection, streamId);
    if (stream === undefined) throw protocolError("this side serves no calls");
    stream.announcedLength = announcedLength;
    stream.hasHeaders = true;
    this.#connection.open(stream);
    if (isEnd) {
      this.#checkLength(stream);
      this.#endRemote(stream);
    }
    stream.onHeaders(isTooLarge ? TOO_LARGE : fields, isEnd);
  }

  #onResponse(stream: Http2Stream, { fields, isEnd, isTooLarge }: HeaderBlock): void {
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

  #onLaterHeaders(stream: Http2Stream, { fields, isEnd, isTooLarge }: HeaderBlock): void {
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
    if (stream.isLocalEnded) this.#connection.drop(stream);
  }

  #onSettings({ flags, streamId, length }: FrameHeader, payload: Buffer): void {
    if (streamId !== 0) throw protocolError(`SETTINGS on stream ${streamId}`);
    if ((flags & Flag.ACK) !== 0) {
      if (length > 0) throw sizeError("an acknowledged SETTINGS has a payload");
      return;
    }
    if (this.#settings.exceeds())
      throw calmDown(`more than ${this.#connection.bounds.maxSettingsPerSecond} SETTINGS within a second`);
    const before = this.#connection.peerSettings.initialWindowBytes;
    readSettings(payload, this.#connection.peerSettings);
    this.#connection.sender.setHeaderTableBytes(this.#connection.peerSettings.headerTableBytes);
    const delta = this.#connection.peerSettings.initialWindowBytes - before;
    if (delta !== 0)
      for (const stream of this.#connection.streams.values())
        if (!this.#connection.sender.growStream(stream, delta))
          throw flowError("SETTINGS_INITIAL_WINDOW_SIZE made a window too large");
    this.#connection.sender.control(FrameType.SETTINGS, Flag.ACK, 0, EMPTY);
    const isFirst = !this.isGreeted;
    this.isGreeted = true;
    if (isFirst) this.#connection.onGreeted();
    else this.#owner.onRoom?.();
  }

  #onWindowUpdate(streamId: number, payload: Buffer): void {
    if (payload.length !== 4) throw sizeError(`WINDOW_UPDATE has ${payload.length} bytes, not 4`);
    if (this.#isIdle(streamId)) throw protocolError(`WINDOW_UPDATE on stream ${streamId}, which was never opened`);
    this.#countIdle();
    const bytes = payload.readUInt32BE(0) & MAX_31_BITS;
    if (streamId === 0) {
      if (bytes === 0) throw protocolError("WINDOW_UPDATE of 0 bytes");
      if (!this.#connection.sender.grow(bytes)) throw flowError("the connection's window is beyond 2^31-1");
      return;
    }
    const stream = this.#connection.streams.get(streamId);
    if (stream === undefined) return;
    if (bytes === 0)
      this.#endStream(
        new StreamError(ErrorCode.PROTOCOL_ERROR, streamId, `WINDOW_UPDATE of 0 bytes on stream ${streamId}`),
      );
    else if (!this.#connection.sender.growStream(stream, bytes))
      this.#endStream(new StreamError(ErrorCode.FLOW_CONTROL_ERROR, streamId, "the stream's window is beyond 2^31-1"));
  }

  #onRstStream(streamId: number, payload: Buffer): void {
    if (payload.length !== 4) throw sizeError(`RST_STREAM has ${payload.length} bytes, not 4`);
    if (streamId === 0 || this.#isIdle(streamId))
      throw protocolError(`RST_STREAM on stream ${streamId}, which was never opened`);
    const stream = this.#connection.streams.get(streamId);
    this.#countReset();
    if (stream === undefined) return;
    const code = payload.readUInt32BE(0);
    this.#connection.drop(stream);
    const cause = code === ErrorCode.REFUSED_STREAM ? "refused" : "reset";
    stream.onReset({ cause, code, message: `the peer reset the stream (${formatErrorCode(code)})` });
  }

  #onPing({ flags, streamId }: FrameHeader, payload: Buffer): void {
    if (streamId !== 0) throw protocolError(`PING on stream ${streamId}`);
    if (payload.length !== 8) throw sizeError(`PING has ${payload.length} bytes, not 8`);
    if ((flags & Flag.ACK) === 0) {
      this.#countIdle();
      this.#connection.sender.control(FrameType.PING, Flag.ACK, 0, payload);
    } else this.#connection.onPong(payload);
  }

  #onGoaway(streamId: number, payload: Buffer): void {
    if (streamId !== 0) throw protocolError(`GOAWAY on stream ${streamId}`);
    if (payload.length < 8) throw sizeError(`GOAWAY has ${payload.length} bytes, at least 8 are needed`);
    const lastId = payload.readUInt32BE(0) & MAX_31_BITS;
    const code = payload.readUInt32BE(4);
    const said = payload.toString("utf8", 8, Math.min(payload.length, 264));
    const message = `the peer goes away (${formatErrorCode(code)}${said === "" ? "" : `: ${said}`})`;
    this.#connection.onGoaway(lastId, { cause: "refused", code, message });
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
    if (streamId % 2 === 1)
      return this.#isServer ? streamId > this.lastPeerId : streamId >= this.#connection.nextStreamId;
    return true;
  }

  /** Ends the stream a {@link StreamError} names; any other error is thrown on. */
  #endStream(error: unknown): void {
    if (!(error instanceof StreamError)) throw error;
    if (error.code !== ErrorCode.REFUSED_STREAM) this.#countReset();
    this.#connection.sendReset(error.streamId, error.code);
    const stream = this.#connection.streams.get(error.streamId);
    if (stream === undefined) return;
    this.#connection.drop(stream);
    stream.onReset({ cause: "malformed", code: error.code, message: error.message });
  }

  #countReset(): void {
    if (this.#resets.exceeds())
      throw calmDown(`more than ${this.#connection.bounds.maxResetsPerSecond} streams were reset within a second`);
  }

  /** Counts a frame that moves nothing, unless a message was sent since the last one. */
  #countIdle(): void {
    if (this.#connection.sender.dataFrames !== this.#sentBefore) {
      this.#sentBefore = this.#connection.sender.dataFrames;
      this.#idleFrames.clear();
    }
    if (this.#idleFrames.exceeds())
      throw calmDown(
        `more than ${this.#connection.bounds.maxIdleFramesPerSecond} frames within a second that move nothing`,
      );
  }
}
