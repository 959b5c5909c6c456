import type { Duplex } from "node:stream";
import { ByteQueue } from "../bytes/byte-queue.ts";
import { Transport } from "../bytes/transport.ts";
import { SpdyError } from "./error.ts";
import {
  encodeGoAway,
  encodePing,
  encodeRstStream,
  encodeSynReply,
  encodeSynStream,
  encodeWindowUpdate,
  FLAG_FIN,
  FrameDecoder,
  type FrameEvents,
  RST,
} from "./frame.ts";
import { HeaderDecoder, HeaderEncoder, type SpdyHeaders } from "./headers.ts";
import { SpdyStream, type StreamOwner } from "./stream.ts";

/** Bounds of one connection. */
export interface SpdyLimits {
  readonly maxOutputBytes: number;
  /** Per stream. */
  readonly maxInputBytes: number;
  readonly maxControlFrameBytes: number;
  readonly maxStreams: number;
  readonly lingerMs: number;
}

/** What a connection tells its owner. */
export interface SpdyEvents {
  /** The peer opens a stream: accept or reset it. */
  onStream?(stream: SpdyStream): void;
  /** Something arrived or was sent: payload, or frames that carry none. */
  onActivity?(kind: "data" | "control"): void;
  onBytes?(direction: "in" | "out", bytes: number): void;
  /** The peer has gone or broke the protocol; every stream has ended. Not called after `finish`. */
  onGone(error: Error | undefined): void;
}

/** Answers that wait for a peer who asks and does not read: PING, RST_STREAM, SYN_REPLY. */
const maxPendingReplies = 1_000;
const maxHeaders = 1_000;

/** One SPDY/3.1 connection on an upgraded socket, either end. It reads as long as it lives. */
export class SpdyConnection {
  readonly transport: Transport;
  readonly #role: "client" | "server";
  readonly #limits: SpdyLimits;
  readonly #events: SpdyEvents;
  readonly #encoder = new HeaderEncoder();
  readonly #decoder: HeaderDecoder;
  readonly #frames: FrameDecoder;
  readonly #owner: StreamOwner;
  readonly #streams = new Map<number, SpdyStream>();
  readonly #full = new Set<SpdyStream>();
  readonly #replies = new Map<number, (error: Error | undefined) => void>();
  readonly #pings = new Map<number, () => void>();
  #nextStreamId: number;
  #nextPingId: number;
  #lastPeerStreamId = 0;
  #pendingReplies = 0;
  #peerHasWindows = false;
  #goneAway = false;
  #dead = false;

  constructor(socket: Duplex, options: SpdyLimits & { readonly role: "client" | "server" }, events: SpdyEvents) {
    this.transport = new Transport(socket, options);
    this.#role = options.role;
    this.#limits = options;
    this.#events = events;
    this.#decoder = new HeaderDecoder({ maxHeaders, maxHeaderBytes: 16 * options.maxControlFrameBytes });
    this.#frames = new FrameDecoder(this.#frameEvents(), options);
    this.#owner = this.#streamOwner();
    this.#nextStreamId = options.role === "client" ? 1 : 2;
    this.#nextPingId = this.#nextStreamId;
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    socket.once("end", () => this.#lose(undefined));
    void this.transport.closed.then(() => this.#lose(undefined));
  }

  /** Takes bytes that came with the upgrade. */
  push(head: Buffer): void {
    if (head.length > 0) this.#read(head);
  }

  get streamCount(): number {
    return this.#streams.size;
  }

  /** Whether reading is paused for a slow reader of one of the streams. */
  get paused(): boolean {
    return this.#full.size > 0;
  }

  /** Opens a stream; `replied` settles with the peer's answer and rejects if it resets the stream or goes. */
  openStream(headers: SpdyHeaders): { readonly stream: SpdyStream; readonly replied: Promise<void> } {
    const streamId = this.#nextStreamId;
    this.#nextStreamId += 2;
    const stream = this.#addStream(streamId, headers);
    const replied = new Promise<void>((resolve, reject) => {
      if (this.#dead) reject(new Error("the connection is closed"));
      else this.#replies.set(streamId, (error) => (error === undefined ? resolve() : reject(error)));
    });
    this.transport.write(encodeSynStream(streamId, this.#encoder.encode(headers), 0));
    return { stream, replied };
  }

  /** Sends a PING; settles with its echo, or never if the connection ends. */
  ping(): Promise<void> {
    const pingId = this.#nextPingId;
    this.#nextPingId += 2;
    return new Promise((resolve) => {
      this.#pings.set(pingId, resolve);
      this.transport.write(encodePing(pingId));
    });
  }

  /** Says that no stream follows, sends everything, half-closes and waits for the peer to close. */
  finish(): void {
    if (this.#dead) return;
    this.transport.write(encodeGoAway(this.#lastPeerStreamId, 0));
    this.#dead = true;
    this.#endStreams();
    this.transport.finish();
  }

  /** Breaks the connection off after what was written, without a word of the protocol. */
  drop(): void {
    this.#dead = true;
    this.#endStreams();
    this.transport.abort();
  }

  /** Ends the connection at once. */
  destroy(): void {
    this.#dead = true;
    this.#endStreams();
    this.transport.socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#dead) return;
    try {
      this.#frames.push(chunk);
    } catch (error) {
      if (!(error instanceof SpdyError)) throw error;
      this.transport.write(encodeGoAway(this.#lastPeerStreamId, 1));
      this.transport.abort();
      this.#lose(error);
    }
  }

  #lose(error: Error | undefined): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#endStreams();
    this.transport.abort();
    this.#events.onGone(error);
  }

  #endStreams(): void {
    for (const settle of this.#replies.values()) settle(new Error("the connection was closed"));
    this.#replies.clear();
    this.#pings.clear();
    const streams = [...this.#streams.values()];
    this.#streams.clear();
    this.#full.clear();
    for (const stream of streams) stream.markReset();
    this.transport.socket.resume();
  }

  #addStream(streamId: number, headers: SpdyHeaders): SpdyStream {
    const incoming = new ByteQueue({ maxBytes: this.#limits.maxInputBytes }, { onRoom: () => this.#unpause(stream) });
    const stream: SpdyStream = new SpdyStream({ streamId, headers }, incoming, this.#owner);
    this.#streams.set(streamId, stream);
    return stream;
  }

  #unpause(stream: SpdyStream): void {
    if (this.#full.delete(stream) && this.#full.size === 0 && !this.#dead) this.transport.socket.resume();
  }

  #forgetIfEnded(stream: SpdyStream): void {
    if (stream.localEnded && stream.remoteEnded) this.#streams.delete(stream.streamId);
  }

  #reply(frame: Buffer): void {
    if (this.#pendingReplies >= maxPendingReplies) {
      throw new SpdyError("SPDY_FLOOD", `${maxPendingReplies} answers wait for a peer that does not read them`);
    }
    this.#pendingReplies++;
    this.transport.write(frame, () => {
      this.#pendingReplies--;
    });
  }

  #streamOwner(): StreamOwner {
    const { transport } = this;
    return {
      transport,
      reply: (stream) => this.#reply(encodeSynReply(stream.streamId, this.#encoder.encode({}), 0)),
      onLocalEnd: (stream) => this.#forgetIfEnded(stream),
      reset: (stream, status) => {
        this.#streams.delete(stream.streamId);
        this.#replies.delete(stream.streamId);
        stream.markReset();
        this.#unpause(stream);
        if (!this.#dead) transport.write(encodeRstStream(stream.streamId, status));
      },
      onSent: (bytes) => {
        this.#events.onActivity?.("data");
        this.#events.onBytes?.("out", bytes);
      },
    };
  }

  #frameEvents(): FrameEvents {
    return {
      onData: (streamId, piece, fin) => this.#onData(streamId, piece, fin),
      onSynStream: (streamId, flags, block) => this.#onSynStream(streamId, flags, block),
      onSynReply: (streamId, flags, block) => this.#onSynReply(streamId, flags, block),
      onRstStream: (streamId, status) => this.#onRstStream(streamId, status),
      onSettings: () => this.#onWindows(),
      onWindowUpdate: () => this.#onWindows(),
      onPing: (pingId) => this.#onPing(pingId),
      onGoAway: () => {
        this.#goneAway = true;
        this.#events.onActivity?.("control");
      },
      onHeaders: (streamId, flags, block) => {
        this.#decoder.decode(block);
        if ((flags & FLAG_FIN) !== 0) this.#endIncoming(this.#streams.get(streamId));
        this.#events.onActivity?.("control");
      },
    };
  }

  #onData(streamId: number, piece: Buffer, fin: boolean): void {
    this.#events.onActivity?.("data");
    if (this.#peerHasWindows && piece.length > 0) this.#giveCredit(streamId, piece.length);
    const stream = this.#streams.get(streamId);
    if (stream === undefined || stream.remoteEnded) return;
    if (piece.length > 0) {
      this.#events.onBytes?.("in", piece.length);
      if (!stream.incoming.push(piece)) {
        this.#full.add(stream);
        this.transport.socket.pause();
      }
    }
    if (fin) this.#endIncoming(stream);
  }

  #endIncoming(stream: SpdyStream | undefined): void {
    if (stream === undefined || stream.remoteEnded) return;
    stream.remoteEnded = true;
    stream.incoming.end();
    this.#forgetIfEnded(stream);
  }

  /** No peer in Kubernetes has windows; one that announces them must not be left waiting for ours. */
  #onWindows(): void {
    this.#peerHasWindows = true;
    this.#events.onActivity?.("control");
  }

  #giveCredit(streamId: number, bytes: number): void {
    this.#reply(encodeWindowUpdate(0, bytes));
    this.#reply(encodeWindowUpdate(streamId, bytes));
  }

  #onSynStream(streamId: number, flags: number, block: Buffer): void {
    const headers = this.#decoder.decode(block);
    this.#events.onActivity?.("control");
    if (this.#goneAway) return;
    const isPeers = (streamId & 1) === (this.#role === "server" ? 1 : 0);
    if (!isPeers || streamId <= this.#lastPeerStreamId) {
      this.#reply(encodeRstStream(streamId, RST.protocolError));
      return;
    }
    this.#lastPeerStreamId = streamId;
    if (this.#events.onStream === undefined || this.#streams.size >= this.#limits.maxStreams) {
      this.#reply(encodeRstStream(streamId, RST.refusedStream));
      return;
    }
    const stream = this.#addStream(streamId, headers);
    this.#events.onStream(stream);
    if ((flags & FLAG_FIN) !== 0) this.#endIncoming(stream);
  }

  #onSynReply(streamId: number, flags: number, block: Buffer): void {
    this.#decoder.decode(block);
    this.#events.onActivity?.("control");
    const settle = this.#replies.get(streamId);
    this.#replies.delete(streamId);
    settle?.(undefined);
    if ((flags & FLAG_FIN) !== 0) this.#endIncoming(this.#streams.get(streamId));
  }

  #onRstStream(streamId: number, status: number): void {
    this.#events.onActivity?.("control");
    const settle = this.#replies.get(streamId);
    this.#replies.delete(streamId);
    settle?.(new Error(`the peer refused the stream (RST_STREAM ${status})`));
    const stream = this.#streams.get(streamId);
    if (stream === undefined) return;
    this.#streams.delete(streamId);
    stream.markReset();
  }

  #onPing(pingId: number): void {
    this.#events.onActivity?.("control");
    const isPeers = (pingId & 1) === (this.#role === "server" ? 1 : 0);
    if (isPeers) {
      this.#reply(encodePing(pingId));
      return;
    }
    const settle = this.#pings.get(pingId);
    this.#pings.delete(pingId);
    settle?.();
  }
}
