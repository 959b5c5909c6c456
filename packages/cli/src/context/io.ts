/// <reference types="node" preserve="true" />
import type { Readable, Writable } from "node:stream";

/** Where a command reads and writes: a process' own streams, or a test's. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(on: boolean): unknown };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Fires at the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  readonly platform: NodeJS.Platform;
  /** The user's number; `undefined` where there is none. */
  readonly uid: number | undefined;
  nowMs(): number;
}

/** Writes text or bytes and settles when the stream takes more. */
export const write = (stream: Writable, chunk: string | Uint8Array): Promise<void> =>
  new Promise((settle, fail) => {
    if (chunk.length === 0) settle();
    else stream.write(chunk, (error) => (error ? fail(error) : settle()));
  });
