/** The frame types of RFC 9113 section 6. */
export const FrameType = {
  DATA: 0,
  HEADERS: 1,
  PRIORITY: 2,
  RST_STREAM: 3,
  SETTINGS: 4,
  PUSH_PROMISE: 5,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9,
} as const;

/** The flags of RFC 9113 section 6; ACK and END_STREAM share a bit. */
export const Flag = { END_STREAM: 0x1, ACK: 0x1, END_HEADERS: 0x4, PADDED: 0x8, PRIORITY: 0x20 } as const;

/** Every frame begins with so many bytes. */
export const FRAME_HEADER_BYTES = 9;
/** The largest payload we accept and, unless the peer allows more, send: SETTINGS_MAX_FRAME_SIZE. */
export const MAX_FRAME_BYTES = 16_384;
/** The largest window and the largest stream id. */
export const MAX_31_BITS = 0x7fffffff;
/** A window before any setting. */
export const DEFAULT_WINDOW_BYTES = 65_535;

/** What a client sends first of all (RFC 9113 section 3.4). */
export const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "latin1");

/** The header of one frame. */
export interface FrameHeader {
  readonly length: number;
  readonly type: number;
  readonly flags: number;
  readonly streamId: number;
}

/** Writes a frame header at `offset` and returns the offset behind it. */
export const writeFrameHeader = (target: Uint8Array, offset: number, header: FrameHeader): number => {
  const { length, streamId } = header;
  target[offset] = length >>> 16;
  target[offset + 1] = length >>> 8;
  target[offset + 2] = length;
  target[offset + 3] = header.type;
  target[offset + 4] = header.flags;
  target[offset + 5] = (streamId >>> 24) & 0x7f;
  target[offset + 6] = streamId >>> 16;
  target[offset + 7] = streamId >>> 8;
  target[offset + 8] = streamId;
  return offset + FRAME_HEADER_BYTES;
};

/** A whole frame in a buffer of its own, for the small ones and for tests. */
export const formatFrame = (type: number, flags: number, streamId: number, payload: Uint8Array): Buffer => {
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + payload.length);
  writeFrameHeader(frame, 0, { length: payload.length, type, flags, streamId });
  frame.set(payload, FRAME_HEADER_BYTES);
  return frame;
};
