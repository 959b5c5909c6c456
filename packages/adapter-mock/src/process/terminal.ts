import type { Descriptor } from "./descriptor.ts";
import { Pipe } from "./pipe.ts";
import { SIGNALS } from "./signals.ts";

/** Characters the line discipline acts on. */
const CONTROL = { c: 3, d: 4, h: 8, newline: 10, return: 13, u: 21, w: 23, z: 26, backslash: 28, delete: 127 } as const;

/** Where a terminal's output goes. */
export interface TerminalOutput {
  readonly write: (chunk: Uint8Array) => boolean;
  readonly drained: () => Promise<void>;
}

const encoder = new TextEncoder();
const settled = Promise.resolve();

/** A pseudo-terminal: line editing, echo, signals from keys, CR LF on the way out. One object is both of its ends. */
export class Terminal implements Descriptor {
  readonly terminal: Terminal = this;
  width = 80;
  height = 24;
  /** No line editing, no echo, no signals: each byte goes to the reader as it comes. */
  raw = false;
  echo = true;
  /** The group that keys signal: what the shell runs in the foreground. */
  foreground: number | undefined;
  /** Called with a signal that a key or a resize makes. */
  onSignal: ((signal: number) => void) | undefined;
  #line: number[] = [];
  readonly #input = new Pipe();
  #outputs: readonly TerminalOutput[];

  constructor(outputs: readonly TerminalOutput[]) {
    this.#outputs = outputs;
  }

  /** Adds someone who sees the output (an attached session); call the result to take them off. */
  addOutput(output: TerminalOutput): () => void {
    this.#outputs = [...this.#outputs, output];
    return () => {
      this.#outputs = this.#outputs.filter((known) => known !== output);
    };
  }

  /** A key press, or many. */
  type(bytes: Uint8Array): void {
    if (this.raw) {
      this.#deliver(bytes.slice());
      return;
    }
    for (const byte of bytes) this.#key(byte);
  }

  /** Settles when more may be typed. */
  typable(): Promise<void> {
    return this.#input.drained();
  }

  /** No more keys: the reader gets what is on the line, and then the end. */
  hangUp(): void {
    this.#flush();
    this.#input.end();
  }

  resize(size: { readonly width: number; readonly height: number }): void {
    if (size.width === this.width && size.height === this.height) return;
    this.width = size.width;
    this.height = size.height;
    this.onSignal?.(SIGNALS.WINCH);
  }

  #key(byte: number): void {
    switch (byte) {
      case CONTROL.c:
        this.#interrupt("^C", SIGNALS.INT);
        return;
      case CONTROL.backslash:
        this.#interrupt("^\\", SIGNALS.QUIT);
        return;
      case CONTROL.z:
        this.#interrupt("^Z", SIGNALS.TSTP);
        return;
      case CONTROL.d:
        if (this.#line.length === 0) this.#endOfFile();
        else this.#flush();
        return;
      case CONTROL.h:
      case CONTROL.delete:
        this.#erase(1);
        return;
      case CONTROL.u:
        this.#erase(this.#line.length);
        return;
      case CONTROL.w: {
        const text = String.fromCharCode(...this.#line);
        this.#erase(text.length - text.replace(/\S*\s*$/, "").length);
        return;
      }
      case CONTROL.return:
      case CONTROL.newline:
        this.#line.push(CONTROL.newline);
        this.#show("\r\n");
        this.#flush();
        return;
      default:
        this.#line.push(byte);
        if (this.echo) this.#emit(Uint8Array.of(byte));
    }
  }

  /** How many times the end of input has been asked for with ctrl-d; a reader sees each once. */
  #ends = 0;

  #endOfFile(): void {
    this.#ends++;
    this.#wake();
  }

  #interrupt(shown: string, signal: number): void {
    this.#line = [];
    this.#show(shown);
    this.onSignal?.(signal);
  }

  #erase(count: number): void {
    for (let left = count; left > 0 && this.#line.length > 0; left--) {
      // A character of several bytes goes as a whole.
      let byte = this.#line.pop();
      while (byte !== undefined && (byte & 0xc0) === 0x80) byte = this.#line.pop();
      this.#show("\b \b");
    }
  }

  #show(text: string): void {
    if (this.echo) this.#emit(encoder.encode(text));
  }

  #flush(): void {
    if (this.#line.length === 0) return;
    this.#deliver(Uint8Array.from(this.#line));
    this.#line = [];
  }

  #deliver(bytes: Uint8Array): void {
    this.#input.write(bytes);
    this.#wake();
  }

  #wakeUp: (() => void) | undefined;
  #waiting: Promise<void> | undefined;

  #wake(): void {
    const wake = this.#wakeUp;
    this.#wakeUp = undefined;
    this.#waiting = undefined;
    wake?.();
  }

  take(maxBytes: number): Uint8Array | undefined {
    // In line mode a read never gives more than a line.
    const chunk = this.#input.take(maxBytes, !this.raw);
    if (chunk !== undefined && chunk.byteLength === 0 && this.#ends > 0) {
      this.#ends--;
      return undefined;
    }
    return chunk;
  }

  readable(): Promise<void> {
    if (this.#ends > 0) return settled;
    this.#waiting ??= new Promise((resolve) => {
      this.#wakeUp = resolve;
    });
    return Promise.race([this.#input.readable(), this.#waiting]);
  }

  write(chunk: Uint8Array): boolean {
    return this.#emit(this.raw ? chunk : withCarriageReturns(chunk));
  }

  #emit(chunk: Uint8Array): boolean {
    let ready = true;
    for (const output of this.#outputs) ready = output.write(chunk) && ready;
    return ready;
  }

  async drained(): Promise<void> {
    await Promise.all(this.#outputs.map((output) => output.drained()));
  }

  retain(): this {
    return this;
  }

  release(): void {}
}

const withCarriageReturns = (chunk: Uint8Array): Uint8Array => {
  let count = 0;
  for (const byte of chunk) if (byte === CONTROL.newline) count++;
  if (count === 0) return chunk;
  const out = new Uint8Array(chunk.byteLength + count);
  let at = 0;
  for (const byte of chunk) {
    if (byte === CONTROL.newline) out[at++] = CONTROL.return;
    out[at++] = byte;
  }
  return out;
};
