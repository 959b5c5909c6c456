import { SpdyError } from "./error.ts";

/** The control frames of SPDY/3.1 by number (section 2.6). */
export const FRAME = {
  synStream: 1,
  synReply: 2,
  rstStream: 3,
  settings: 4,
  ping: 6,
  goAway: 7,
  headers: 8,
  windowUpdate: 9,
} as const;

export const FLAG_FIN = 1;

/** Status codes of RST_STREAM (section 2.6.3). */
export const RST = { protocolError: 1, invalidStream: 2, refusedStream: 3, cancel: 5, internalError: 6 } as const;

/** Length of every frame's header; for DATA equal to the headroom of a framed chunk. */
export const FRAME_HEADER_BYTES = 8;

/** The largest length a frame can carry in its 24 bits. */
export const MAX_FRAME_BYTES = 0xff_ffff;

const controlFrame = (type: number, flags: number, length: number): Buffer => {
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + length);
  frame.writeUInt32BE(0x80030000 + type, 0);
  frame.writeUInt32BE(flags * 0x1000000 + length, 4);
  return frame;
};

/** Writes a DATA header over the first eight bytes of `target`. */
export const writeDataHeader = (target: Uint8Array, streamId: number, length: number, flags: number): void => {
  target[0] = streamId >>> 24;
  target[1] = streamId >>> 16;
  target[2] = streamId >>> 8;
  target[3] = streamId;
  target[4] = flags;
  target[5] = length >>> 16;
  target[6] = length >>> 8;
  target[7] = length;
};

/** A DATA header by itself, for a payload that is sent from where it lies. */
export const encodeDataHeader = (streamId: number, length: number, flags: number): Buffer => {
  const header = Buffer.allocUnsafe(FRAME_HEADER_BYTES);
  writeDataHeader(header, streamId, length, flags);
  return header;
};

export const encodeSynStream = (streamId: number, headerBlock: Buffer, flags: number): Buffer => {
  const frame = controlFrame(FRAME.synStream, flags, 10 + headerBlock.length);
  frame.writeUInt32BE(streamId, 8);
  frame.fill(0, 12, 18);
  headerBlock.copy(frame, 18);
  return frame;
};

export const encodeSynReply = (streamId: number, headerBlock: Buffer, flags: number): Buffer => {
  const frame = controlFrame(FRAME.synReply, flags, 4 + headerBlock.length);
  frame.writeUInt32BE(streamId, 8);
  headerBlock.copy(frame, 12);
  return frame;
};

const twoWords = (type: number, first: number, second: number): Buffer => {
  const frame = controlFrame(type, 0, 8);
  frame.writeUInt32BE(first, 8);
  frame.writeUInt32BE(second, 12);
  return frame;
};

export const encodeRstStream = (streamId: number, status: number): Buffer =>
  twoWords(FRAME.rstStream, streamId, status);

export const encodeGoAway = (lastStreamId: number, status: number): Buffer =>
  twoWords(FRAME.goAway, lastStreamId, status);

export const encodeWindowUpdate = (streamId: number, delta: number): Buffer =>
  twoWords(FRAME.windowUpdate, streamId, delta);

export const encodePing = (pingId: number): Buffer => {
  const frame = controlFrame(FRAME.ping, 0, 4);
  frame.writeUInt32BE(pingId, 8);
  return frame;
};

/** What a {@link FrameDecoder} reports. Slices of DATA are views of what was pushed; nothing is joined or copied. */
export interface FrameEvents {
  /** A piece of a DATA frame; `fin` on the last piece of a frame that ends its stream. An empty frame is one empty piece. */
  onData(streamId: number, piece: Buffer, fin: boolean): void;
  onSynStream(streamId: number, flags: number, headerBlock: Buffer): void;
  onSynReply(streamId: number, flags: number, headerBlock: Buffer): void;
  onRstStream(streamId: number, status: number): void;
  onSettings(entries: ReadonlyMap<number, number>): void;
  onPing(pingId: number): void;
  onGoAway(lastStreamId: number, status: number): void;
  onHeaders(streamId: number, flags: number, headerBlock: Buffer): void;
  onWindowUpdate(streamId: number, delta: number): void;
}

type State = "header" | "control" | "data";

/** Reads frames out of a byte stream cut anywhere. Throws {@link SpdyError} when the peer breaks the protocol; it takes nothing after that. */
export class FrameDecoder {
  readonly #events: FrameEvents;
  readonly #maxControlFrameBytes: number;
  readonly #header = Buffer.alloc(FRAME_HEADER_BYTES);
  #state: State = "header";
  #collected = 0;
  #control: Buffer = Buffer.alloc(0);
  #remaining = 0;
  #streamId = 0;
  #flags = 0;

  constructor(events: FrameEvents, options: { readonly maxControlFrameBytes: number }) {
    this.#events = events;
    this.#maxControlFrameBytes = options.maxControlFrameBytes;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#state === "data") at = this.#takeData(chunk, at);
      else if (this.#state === "control") at = this.#takeControl(chunk, at);
      else if (this.#collected === 0 && chunk.length - at >= FRAME_HEADER_BYTES) {
        this.#startFrame(chunk, at);
        at += FRAME_HEADER_BYTES;
      } else at = this.#takeHeader(chunk, at);
    }
  }

  #takeHeader(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + FRAME_HEADER_BYTES - this.#collected);
    chunk.copy(this.#header, this.#collected, at, end);
    this.#collected += end - at;
    if (this.#collected === FRAME_HEADER_BYTES) {
      this.#collected = 0;
      this.#startFrame(this.#header, 0);
    }
    return end;
  }

  #startFrame(source: Buffer, at: number): void {
    const first = source.readUInt32BE(at);
    const second = source.readUInt32BE(at + 4);
    this.#flags = second >>> 24;
    const length = second & MAX_FRAME_BYTES;
    if (first < 0x80000000) this.#startData(first, length);
    else this.#startControl(first, length);
  }

  #startData(streamId: number, length: number): void {
    if (streamId === 0) throw new SpdyError("SPDY_STREAM_ID", "a DATA frame names stream 0");
    if (length === 0) {
      this.#events.onData(streamId, emptyPiece, (this.#flags & FLAG_FIN) !== 0);
      return;
    }
    this.#streamId = streamId;
    this.#remaining = length;
    this.#state = "data";
  }

  #startControl(first: number, length: number): void {
    const version = (first >>> 16) & 0x7fff;
    if (version !== 3) throw new SpdyError("SPDY_VERSION", `a control frame of version ${version}, not 3`);
    if (length > this.#maxControlFrameBytes) {
      throw new SpdyError(
        "SPDY_FRAME_TOO_LARGE",
        `a control frame of ${length} bytes, more than ${this.#maxControlFrameBytes}`,
      );
    }
    this.#streamId = first & 0xffff;
    this.#control = Buffer.allocUnsafe(length);
    this.#remaining = length;
    this.#state = "control";
    if (length === 0) this.#endControl();
  }

  #takeData(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#remaining);
    this.#remaining -= end - at;
    const done = this.#remaining === 0;
    if (done) this.#state = "header";
    this.#events.onData(this.#streamId, chunk.subarray(at, end), done && (this.#flags & FLAG_FIN) !== 0);
    return end;
  }

  #takeControl(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#remaining);
    chunk.copy(this.#control, this.#control.length - this.#remaining, at, end);
    this.#remaining -= end - at;
    if (this.#remaining === 0) this.#endControl();
    return end;
  }

  #endControl(): void {
    const frame = this.#control;
    this.#state = "header";
    this.#control = emptyPiece;
    dispatchControl(this.#events, { type: this.#streamId, flags: this.#flags, payload: frame });
  }
}

const emptyPiece: Buffer = Buffer.alloc(0);

interface ControlFrame {
  readonly type: number;
  readonly flags: number;
  readonly payload: Buffer;
}

const dispatchControl = (events: FrameEvents, frame: ControlFrame): void => {
  const { flags, payload } = frame;
  switch (frame.type) {
    case FRAME.synStream:
      checkFlags(frame, 3);
      events.onSynStream(streamIdOf(frame, 10), flags, payload.subarray(10));
      break;
    case FRAME.synReply:
      checkFlags(frame, FLAG_FIN);
      events.onSynReply(streamIdOf(frame, 4), flags, payload.subarray(4));
      break;
    case FRAME.rstStream:
      checkShape(frame, 8);
      events.onRstStream(streamIdOf(frame, 8), nonZero(payload.readUInt32BE(4), "RST_STREAM with status 0"));
      break;
    case FRAME.settings:
      events.onSettings(parseSettings(payload));
      break;
    case FRAME.ping:
      checkShape(frame, 4);
      events.onPing(nonZero(payload.readUInt32BE(0), "PING with id 0"));
      break;
    case FRAME.goAway:
      checkShape(frame, 8);
      events.onGoAway(payload.readUInt32BE(0) & 0x7fffffff, payload.readUInt32BE(4));
      break;
    case FRAME.headers:
      checkFlags(frame, FLAG_FIN);
      events.onHeaders(streamIdOf(frame, 4), flags, payload.subarray(4));
      break;
    case FRAME.windowUpdate:
      checkShape(frame, 8);
      events.onWindowUpdate(payload.readUInt32BE(0) & 0x7fffffff, payload.readUInt32BE(4) & 0x7fffffff);
      break;
    default:
      throw new SpdyError("SPDY_FRAME_TYPE", `a control frame of unknown type ${frame.type}`);
  }
};

const nonZero = (value: number, problem: string): number => {
  if (value === 0) throw new SpdyError("SPDY_STREAM_ID", problem);
  return value;
};

const checkFlags = (frame: ControlFrame, allowed: number): void => {
  if ((frame.flags & ~allowed) !== 0) {
    throw new SpdyError("SPDY_FRAME_FLAGS", `a control frame of type ${frame.type} with flags ${frame.flags}`);
  }
};

const checkShape = (frame: ControlFrame, length: number): void => {
  checkFlags(frame, 0);
  if (frame.payload.length !== length) {
    throw new SpdyError(
      "SPDY_FRAME_LENGTH",
      `a control frame of type ${frame.type} with ${frame.payload.length} bytes`,
    );
  }
};

const streamIdOf = (frame: ControlFrame, minLength: number): number => {
  if (frame.payload.length < minLength) {
    throw new SpdyError(
      "SPDY_FRAME_LENGTH",
      `a control frame of type ${frame.type} with ${frame.payload.length} bytes`,
    );
  }
  const streamId = frame.payload.readUInt32BE(0) & 0x7fffffff;
  if (streamId === 0) throw new SpdyError("SPDY_STREAM_ID", `a control frame of type ${frame.type} names stream 0`);
  return streamId;
};

const parseSettings = (payload: Buffer): ReadonlyMap<number, number> => {
  const count = payload.length < 4 ? -1 : payload.readUInt32BE(0);
  if (payload.length !== 4 + count * 8)
    throw new SpdyError("SPDY_FRAME_LENGTH", "a SETTINGS frame of the wrong length");
  const entries = new Map<number, number>();
  for (let at = 4; at < payload.length; at += 8) {
    entries.set(payload.readUInt32BE(at) & MAX_FRAME_BYTES, payload.readUInt32BE(at + 4));
  }
  return entries;
};
