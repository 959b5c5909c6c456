import { once } from "node:events";
import type { Duplex } from "node:stream";
import { HpackDecoder } from "../hpack/decoder.ts";
import { HpackEncoder } from "../hpack/encoder.ts";
import { Flag, type FrameHeader, FrameType, formatFrame, PREFACE } from "../http2/frame.ts";
import { FrameReader } from "../http2/frame-reader.ts";
import { formatSettings } from "../http2/settings.ts";

/** A frame as it came. */
export interface Frame extends FrameHeader {
  readonly payload: Buffer;
}

const LIMIT = { maxListBytes: 1 << 20, maxFields: 10_000 };
const WAIT_MS = 5000;

/** An HTTP/2 peer that does exactly what a test tells it, right or wrong. */
export class RawPeer {
  readonly socket: Duplex;
  readonly frames: Frame[] = [];
  readonly encoder = new HpackEncoder();
  readonly #decoder = new HpackDecoder(4096, LIMIT);
  readonly #listeners = new Set<() => void>();
  /** All bytes that came, for answers that are no frames. */
  received: Buffer = Buffer.alloc(0);
  isClosed = false;

  constructor(socket: Duplex, options: { readonly isFramed?: boolean; readonly isServer?: boolean } = {}) {
    this.socket = socket;
    let preface = options.isServer === true ? PREFACE.length : 0;
    let data: Buffer[] = [];
    let header: FrameHeader | undefined;
    const add = (frame: Frame): void => {
      this.frames.push(frame);
      for (const listener of this.#listeners) listener();
    };
    const reader = new FrameReader({
      onFrame: (frame, payload) => add({ ...frame, payload: Buffer.from(payload) }),
      onDataStart: (frame) => {
        header = frame;
        data = [];
      },
      onDataPiece: (piece) => data.push(Buffer.from(piece)),
      onDataEnd: () => header !== undefined && add({ ...header, payload: Buffer.concat(data) }),
    });
    socket.on("data", (chunk: Buffer) => {
      this.received = Buffer.concat([this.received, chunk]);
      const skipped = Math.min(preface, chunk.length);
      preface -= skipped;
      if (options.isFramed !== false) reader.push(chunk.subarray(skipped));
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.isClosed = true;
      for (const listener of this.#listeners) listener();
    });
  }

  /** Sends a preface and SETTINGS. */
  greet(settings: readonly (readonly [number, number])[] = []): void {
    this.socket.write(PREFACE);
    this.send(FrameType.SETTINGS, 0, 0, formatSettings(settings));
  }

  send(type: number, flags: number, streamId: number, payload: Uint8Array = Buffer.alloc(0)): void {
    if (!this.socket.destroyed) this.socket.write(formatFrame(type, flags, streamId, payload));
  }

  headers(streamId: number, fields: readonly string[], { isEnd = false } = {}): void {
    const flags = Flag.END_HEADERS | (isEnd ? Flag.END_STREAM : 0);
    this.send(FrameType.HEADERS, flags, streamId, Buffer.from(this.encoder.encode(fields)));
  }

  /** The first frame that came, or comes within five seconds, and matches. */
  async frame(type: number, matches: (frame: Frame) => boolean = () => true): Promise<Frame> {
    const found = (): Frame | undefined => this.frames.find((frame) => frame.type === type && matches(frame));
    await this.until(() => found() !== undefined || this.isClosed, `no frame of type ${type}`);
    const frame = found();
    if (frame === undefined) throw new Error(`the connection closed without a frame of type ${type}`);
    return frame;
  }

  async until(condition: () => boolean, message = "it did not come to pass"): Promise<void> {
    const deadline = AbortSignal.timeout(WAIT_MS);
    const timedOut = once(deadline, "abort").then(() => {
      throw new Error(`${message} within ${WAIT_MS} ms`);
    });
    timedOut.catch(() => {});
    while (!condition())
      await Promise.race([
        timedOut,
        new Promise<void>((resolve) => {
          const listener = (): void => {
            this.#listeners.delete(listener);
            resolve();
          };
          this.#listeners.add(listener);
        }),
      ]);
  }

  /** The fields of a HEADERS frame; every such frame must be decoded, in order. */
  fields(frame: Frame): ReadonlyMap<string, string> {
    const { fields } = this.#decoder.decode(frame.payload);
    const map = new Map<string, string>();
    for (let index = 0; index < fields.length; index += 2) map.set(fields[index] ?? "", fields[index + 1] ?? "");
    return map;
  }

  async closed(): Promise<void> {
    await this.until(() => this.isClosed, "the connection was not closed");
  }
}

/** The code and text of a GOAWAY. */
export const readGoaway = ({ payload }: Frame): { readonly code: number; readonly text: string } => ({
  code: payload.readUInt32BE(4),
  text: payload.toString("utf8", 8),
});

/** A request's header list for the echo service. */
export const requestFields = (method: string, more: readonly string[] = []): readonly string[] => [
  ":method",
  "POST",
  ":scheme",
  "http",
  ":path",
  `/crikit.interop.v1.Echo/${method}`,
  ":authority",
  "localhost",
  "te",
  "trailers",
  "content-type",
  "application/grpc",
  ...more,
];
