import { ConnectionError, ErrorCode } from "./error.ts";
import { DEFAULT_WINDOW_BYTES, MAX_31_BITS, MAX_FRAME_BYTES } from "./frame.ts";

/** What one side of a connection told the other. */
export interface Settings {
  headerTableBytes: number;
  isPushEnabled: boolean;
  maxConcurrentStreams: number;
  initialWindowBytes: number;
  maxFrameBytes: number;
  maxHeaderListBytes: number;
}

/** The numbers of RFC 9113 section 6.5.2. */
export const SettingId = {
  HEADER_TABLE_SIZE: 1,
  ENABLE_PUSH: 2,
  MAX_CONCURRENT_STREAMS: 3,
  INITIAL_WINDOW_SIZE: 4,
  MAX_FRAME_SIZE: 5,
  MAX_HEADER_LIST_SIZE: 6,
} as const;

/** What holds until the peer has said otherwise. */
export const initialSettings = (): Settings => ({
  headerTableBytes: 4096,
  isPushEnabled: true,
  maxConcurrentStreams: Number.POSITIVE_INFINITY,
  initialWindowBytes: DEFAULT_WINDOW_BYTES,
  maxFrameBytes: MAX_FRAME_BYTES,
  maxHeaderListBytes: Number.POSITIVE_INFINITY,
});

const MOST_FRAME_BYTES = 16_777_215;
const BYTES_EACH = 6;

/** Takes the payload of a SETTINGS frame into `settings`; a value outside its range is a {@link ConnectionError}. */
export const readSettings = (payload: Buffer, settings: Settings): void => {
  if (payload.length % BYTES_EACH !== 0)
    throw new ConnectionError(
      ErrorCode.FRAME_SIZE_ERROR,
      `a SETTINGS frame has ${payload.length} bytes, not a multiple of 6`,
    );
  for (let at = 0; at < payload.length; at += BYTES_EACH)
    take(payload.readUInt16BE(at), payload.readUInt32BE(at + 2), settings);
};

const take = (id: number, value: number, settings: Settings): void => {
  switch (id) {
    case SettingId.HEADER_TABLE_SIZE:
      settings.headerTableBytes = value;
      break;
    case SettingId.ENABLE_PUSH:
      if (value > 1)
        throw new ConnectionError(ErrorCode.PROTOCOL_ERROR, `SETTINGS_ENABLE_PUSH is ${value}, not 0 or 1`);
      settings.isPushEnabled = value === 1;
      break;
    case SettingId.MAX_CONCURRENT_STREAMS:
      settings.maxConcurrentStreams = value;
      break;
    case SettingId.INITIAL_WINDOW_SIZE:
      if (value > MAX_31_BITS)
        throw new ConnectionError(
          ErrorCode.FLOW_CONTROL_ERROR,
          `SETTINGS_INITIAL_WINDOW_SIZE is ${value}, beyond 2^31-1`,
        );
      settings.initialWindowBytes = value;
      break;
    case SettingId.MAX_FRAME_SIZE:
      if (value < MAX_FRAME_BYTES || value > MOST_FRAME_BYTES)
        throw new ConnectionError(
          ErrorCode.PROTOCOL_ERROR,
          `SETTINGS_MAX_FRAME_SIZE is ${value}, not within 2^14 and 2^24-1`,
        );
      settings.maxFrameBytes = value;
      break;
    case SettingId.MAX_HEADER_LIST_SIZE:
      settings.maxHeaderListBytes = value;
      break;
    default:
  }
};

/** The payload of a SETTINGS frame. */
export const formatSettings = (values: readonly (readonly [id: number, value: number])[]): Buffer => {
  const payload = Buffer.allocUnsafe(values.length * BYTES_EACH);
  for (const [index, [id, value]] of values.entries()) {
    payload.writeUInt16BE(id, index * BYTES_EACH);
    payload.writeUInt32BE(value, index * BYTES_EACH + 2);
  }
  return payload;
};
