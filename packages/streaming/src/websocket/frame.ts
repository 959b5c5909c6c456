import { HEADROOM_BYTES } from "@crikit/cri-runtime";

const binaryFinal = 0x82;

/** The longest payload whose header and channel byte fit into the headroom of a framed chunk. */
export const MAX_IN_PLACE_BYTES = 0xffff - 1;

/** Bytes of the header of an unmasked frame. */
const headerBytes = (length: number): number => (length < 126 ? 2 : length < 0x10000 ? 4 : 10);

const writeHeader = (target: Uint8Array, at: number, length: number): void => {
  target[at] = binaryFinal;
  if (length < 126) {
    target[at + 1] = length;
  } else if (length < 0x10000) {
    target[at + 1] = 126;
    target[at + 2] = length >>> 8;
    target[at + 3] = length;
  } else {
    target[at + 1] = 127;
    target.fill(0, at + 2, at + 6);
    target[at + 6] = length >>> 24;
    target[at + 7] = length >>> 16;
    target[at + 8] = length >>> 8;
    target[at + 9] = length;
  }
};

/** The header of a server's binary message (RFC 6455, section 5.2) of `length` bytes. */
export const encodeMessageHeader = (length: number): Buffer => {
  const header = Buffer.allocUnsafe(headerBytes(length));
  writeHeader(header, 0, length);
  return header;
};

/** The header of a server's binary message and its channel byte, for `length` bytes of payload that are sent from where they lie. */
export const encodeChannelHeader = (channel: number, length: number): Buffer => {
  const size = headerBytes(length + 1);
  const header = Buffer.allocUnsafe(size + 1);
  writeHeader(header, 0, length + 1);
  header[size] = channel;
  return header;
};

/** Writes header and channel byte into the headroom of `frame`; the message is what is returned. Up to {@link MAX_IN_PLACE_BYTES}. */
export const writeChannelHeader = (frame: Uint8Array, channel: number): Uint8Array => {
  const length = frame.length - HEADROOM_BYTES + 1;
  const at = HEADROOM_BYTES - 1 - headerBytes(length);
  writeHeader(frame, at, length);
  frame[HEADROOM_BYTES - 1] = channel;
  return frame.subarray(at);
};
