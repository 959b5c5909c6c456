import type { HeaderList } from "../hpack/decoder.ts";
import type { Http2Connection } from "./connection.ts";

/**
 * One stream of a connection: what is still to be sent on it, its two windows, and what its owner does with what arrives. The owner
 * (a served or a made call) extends it, so that a call is one object.
 */
export abstract class Http2Stream {
  readonly connection: Http2Connection;
  readonly id: number;
  /** Bytes of DATA the peer lets us send. */
  sendWindow: number;
  /** Bytes of DATA that we still let the peer send. */
  receiveWindow: number;
  /** Bytes to give back to the peer with the next WINDOW_UPDATE. */
  returnable = 0;
  /** Bytes received and still held. */
  buffered = 0;
  /** What waits for a window, oldest first; the first piece is sent from `pendingOffset` on. */
  readonly pending: Uint8Array[] = [];
  pendingOffset = 0;
  pendingBytes = 0;
  /** What ends our side once `pending` is empty: an END_STREAM flag, or a trailing header list. */
  pendingEnd: "none" | "flag" | HeaderList = "none";
  /** `content-length` as announced by the peer, -1 without one. */
  announcedLength = -1;
  receivedLength = 0;
  /** Bytes of the DATA frame under way that did not come as data: its padding, once it is complete. */
  padding = 0;
  hasHeaders = false;
  isLocalEnded = false;
  isRemoteEnded = false;
  isClosed = false;
  /** When the call must have ended, on `performance.now()`'s clock. */
  deadlineAt = Number.POSITIVE_INFINITY;

  constructor(connection: Http2Connection, id: number) {
    this.connection = connection;
    this.id = id;
    this.sendWindow = connection.peerSettings.initialWindowBytes;
    this.receiveWindow = connection.streamWindowBytes;
  }

  /** The peer's header list, checked; `isEnd` when nothing follows. */
  abstract onHeaders(fields: HeaderList, isEnd: boolean): void;
  /** The peer's trailing header list, checked; nothing follows. */
  abstract onTrailers(fields: HeaderList): void;
  /** Bytes of the body; they count as held until {@link release}, and against the window until {@link credit}. */
  abstract onData(piece: Buffer): void;
  /** The peer's side ended without trailers. */
  abstract onEnd(): void;
  /** The stream ended before its time: reset by the peer, by us for a fault of the peer, or lost with its connection. */
  abstract onReset(reason: StreamEnd): void;
  /** `deadlineAt` has passed. */
  abstract onDeadline(): void;
  /** Less is waiting to be sent than before; all of it may be gone. */
  abstract onDrain(): void;

  /** Received bytes are no longer held. */
  release(bytes: number): void {
    if (this.isClosed) return;
    this.buffered -= bytes;
    this.connection.release(bytes);
  }

  /** Lets the peer send so many bytes again. */
  credit(bytes: number): void {
    this.connection.credit(this, bytes);
  }
}

/** Why a stream ended before its time. */
export interface StreamEnd {
  readonly cause: "reset" | "refused" | "malformed" | "connection";
  /** The HTTP/2 error code, where there is one. */
  readonly code: number;
  readonly message: string;
}
