import type { Duplex } from "node:stream";
import { type ByteSink, HEADROOM_BYTES } from "@crikit/cri-runtime";
import type { WebSocket } from "ws";
import { ByteQueue } from "../bytes/byte-queue.ts";
import { Transport } from "../bytes/transport.ts";
import { encodeChannelHeader, MAX_IN_PLACE_BYTES, writeChannelHeader } from "./frame.ts";

/** Options of a {@link ChannelConnection}. */
export interface ChannelOptions {
  /** A client masks what it sends, a server must not. */
  readonly role: "client" | "server";
  /** `base64` sends text: the channel as a digit, then base64. */
  readonly encoding: "binary" | "base64";
  /** Whether `255, channel` closes a channel (v5). */
  readonly closesChannels: boolean;
  readonly maxOutputBytes: number;
  /** Per channel. */
  readonly maxInputBytes: number;
  readonly lingerMs: number;
}

/** What a connection tells its owner. */
export interface ChannelEvents {
  onActivity?(kind: "data" | "control"): void;
  onBytes?(direction: "in" | "out", bytes: number): void;
  /** The peer has gone, closed or broke the protocol; every channel has ended. Not called after `finish`. */
  onGone(error: Error | undefined, closeCode: number | undefined): void;
}

const closeSignal = 255;
const digitZero = 48;
/** A paused connection reads no pings; a client that counts pongs must not think it dead. */
const pausedPongMs = 15_000;

/** One WebSocket on which each message belongs to the channel that its first byte names. */
export class ChannelConnection {
  readonly transport: Transport;
  readonly #ws: WebSocket;
  readonly #options: ChannelOptions;
  readonly #events: ChannelEvents;
  readonly #inputs = new Map<number, ByteQueue>();
  readonly #full = new Set<number>();
  #pongTimer: NodeJS.Timeout | undefined;
  #dead = false;
  #error: Error | undefined;

  constructor(
    ends: { readonly ws: WebSocket; readonly socket: Duplex },
    options: ChannelOptions,
    events: ChannelEvents,
  ) {
    const { ws } = ends;
    this.#ws = ws;
    this.transport = new Transport(ends.socket, options);
    this.#options = options;
    this.#events = events;
    ws.on("message", (message: Buffer, isBinary: boolean) => this.#onMessage(message, isBinary));
    ws.on("ping", () => events.onActivity?.("control"));
    ws.on("pong", () => events.onActivity?.("control"));
    ws.on("error", (error) => {
      this.#error ??= error;
    });
    ws.on("close", (code) => this.#lose(code));
    ends.socket.once("end", () => this.transport.abort());
  }

  /** Whether reading is paused for a slow reader of one of the channels. */
  get paused(): boolean {
    return this.#full.size > 0;
  }

  /** What arrives on `channel` from now on. */
  input(channel: number): ByteQueue {
    const queue = new ByteQueue({ maxBytes: this.#options.maxInputBytes }, { onRoom: () => this.#unpause(channel) });
    this.#inputs.set(channel, queue);
    return queue;
  }

  /** Where bytes for `channel` go. `end` sends nothing but, from a v5 client, the close signal. */
  output(channel: number): ByteSink {
    let ended = false;
    const write = (chunk: Uint8Array, release?: () => void): boolean => {
      if (!ended && chunk.length > 0) return this.send(channel, chunk, release);
      release?.();
      return !ended;
    };
    return {
      write,
      writeFramed: (frame, release) => {
        const payload = frame.length - HEADROOM_BYTES;
        if (ended || payload <= 0 || payload > MAX_IN_PLACE_BYTES || !this.#writesDirectly) {
          return write(frame.subarray(HEADROOM_BYTES), release);
        }
        if (this.#closed(release)) return false;
        const more = this.transport.write(writeChannelHeader(frame, channel), release);
        this.#sent(payload);
        return more;
      },
      drained: () => this.transport.drained(),
      end: () => {
        if (ended) return;
        ended = true;
        if (this.#options.role === "client" && this.#options.closesChannels && !this.#closed(undefined)) {
          this.#ws.send(Buffer.of(closeSignal, channel));
        }
      },
    };
  }

  /** Sends one message, also an empty one. */
  send(channel: number, payload: Uint8Array, release?: () => void): boolean {
    if (this.#closed(release)) return false;
    const more = this.#writesDirectly
      ? this.transport.writePair(encodeChannelHeader(channel, payload.length), payload, release)
      : this.#sendMessage(channel, payload, release);
    this.#sent(payload.length);
    return more;
  }

  #sendMessage(channel: number, payload: Uint8Array, release?: () => void): boolean {
    const { encoding } = this.#options;
    const message =
      encoding === "base64"
        ? String.fromCharCode(digitZero + channel) + Buffer.from(payload).toString("base64")
        : Buffer.concat([Buffer.of(channel), payload]);
    this.#ws.send(message, () => release?.());
    return this.transport.pendingBytes < this.#options.maxOutputBytes;
  }

  ping(): void {
    if (!this.#closed(undefined)) this.#ws.ping();
  }

  /** Sends everything, says goodbye with 1000 and waits for the peer to close. */
  finish(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#endInputs();
    this.#ws.close(1000);
    this.transport.linger();
  }

  /** Ends the connection for a reason the peer is told, such as 1002. */
  refuse(code: number, reason: string): void {
    this.#error ??= new Error(reason);
    this.#ws.close(code, reason);
    this.transport.abort();
  }

  /** Breaks the connection off after what was written, without a close frame. */
  drop(): void {
    this.#dead = true;
    this.#endInputs();
    this.transport.abort();
  }

  /** Ends the connection at once. */
  destroy(): void {
    this.#dead = true;
    this.#endInputs();
    this.transport.socket.destroy();
  }

  /** A server's binary frames need no mask, so they are written to the socket without a copy. */
  get #writesDirectly(): boolean {
    return this.#options.role === "server" && this.#options.encoding === "binary";
  }

  #closed(release: (() => void) | undefined): boolean {
    if (!this.#dead && this.#ws.readyState === this.#ws.OPEN) return false;
    release?.();
    return true;
  }

  #sent(bytes: number): void {
    this.#events.onActivity?.("data");
    this.#events.onBytes?.("out", bytes);
  }

  #onMessage(message: Buffer, isBinary: boolean): void {
    this.#events.onActivity?.("data");
    if (this.#dead || message.length === 0) return;
    if (isBinary !== (this.#options.encoding === "binary")) {
      this.refuse(1003, isBinary ? "text messages only" : "binary messages only");
      return;
    }
    const [first = 0] = message;
    if (isBinary && first === closeSignal && this.#options.closesChannels) this.#onCloseSignal(message);
    else if (isBinary) this.#deliver(first, message.subarray(1));
    else this.#deliver(first - digitZero, Buffer.from(message.toString("latin1", 1), "base64"));
  }

  #onCloseSignal(message: Buffer): void {
    const channel = message[1];
    if (message.length !== 2 || channel === undefined) this.refuse(1002, "a close signal names one channel");
    else this.#inputs.get(channel)?.end();
  }

  #deliver(channel: number, payload: Buffer): void {
    if (payload.length === 0) return;
    const input = this.#inputs.get(channel);
    if (input === undefined) return;
    this.#events.onBytes?.("in", payload.length);
    if (input.push(payload)) return;
    this.#full.add(channel);
    this.#ws.pause();
    this.#pongTimer ??= setInterval(() => {
      if (!this.#closed(undefined)) this.#ws.pong();
    }, pausedPongMs).unref();
  }

  #unpause(channel: number): void {
    if (this.#full.delete(channel) && this.#full.size === 0) this.#resume();
  }

  #resume(): void {
    clearInterval(this.#pongTimer);
    this.#pongTimer = undefined;
    this.#ws.resume();
  }

  #endInputs(): void {
    this.#full.clear();
    this.#resume();
    for (const input of this.#inputs.values()) input.end();
  }

  #lose(closeCode: number | undefined): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#endInputs();
    this.#events.onGone(this.#error, closeCode);
  }
}
