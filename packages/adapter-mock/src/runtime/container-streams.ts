import type { ByteSink } from "@crikit/cri-runtime";
import type { Descriptor } from "../process/descriptor.ts";
import { createPipeReader, NULL_DESCRIPTOR } from "../process/descriptor.ts";
import { Pipe } from "../process/pipe.ts";
import { Terminal, type TerminalOutput } from "../process/terminal.ts";
import type { ContainerLog } from "./container-log.ts";

const settled = Promise.resolve();

/** One output of a container's first process: to the log and to whoever is attached. Without either it is /dev/null. */
class ContainerOutput implements Descriptor {
  readonly #streams: ContainerStreams;
  readonly #stream: "stdout" | "stderr";

  constructor(streams: ContainerStreams, stream: "stdout" | "stderr") {
    this.#streams = streams;
    this.#stream = stream;
  }

  take(): undefined {
    return undefined;
  }

  readable(): Promise<void> {
    return settled;
  }

  write(chunk: Uint8Array): boolean {
    return this.#streams.output(this.#stream, chunk);
  }

  drained(): Promise<void> {
    return this.#streams.drained();
  }

  retain(): this {
    return this;
  }

  release(): void {}
}

/** What someone attached sees. */
export interface Viewer {
  readonly stdout: ByteSink | undefined;
  readonly stderr: ByteSink | undefined;
}

/** The streams of a container's first process: log, attached sessions, standard input or a terminal. */
export class ContainerStreams {
  readonly log: ContainerLog | undefined;
  readonly terminal: Terminal | undefined;
  /** Filled by attached sessions; absent if the container was made without stdin. */
  readonly stdin: Pipe | undefined;
  readonly #stdinReader: Descriptor | undefined;
  #viewers: readonly Viewer[] = [];

  constructor(options: { readonly tty: boolean; readonly stdin: boolean; readonly log: ContainerLog | undefined }) {
    this.log = options.log;
    this.terminal = options.tty ? new Terminal([this.#terminalOutput()]) : undefined;
    this.stdin = options.stdin && !options.tty ? new Pipe() : undefined;
    this.#stdinReader = this.stdin === undefined ? undefined : createPipeReader(this.stdin);
  }

  #terminalOutput(): TerminalOutput {
    return { write: (chunk) => this.output("stdout", chunk), drained: () => this.drained() };
  }

  /** What 0, 1 and 2 are for the first process. */
  descriptors(): readonly Descriptor[] {
    if (this.terminal !== undefined) return [this.terminal, this.terminal, this.terminal];
    if (this.log === undefined && this.#stdinReader === undefined) {
      return [NULL_DESCRIPTOR, new ContainerOutput(this, "stdout"), new ContainerOutput(this, "stderr")];
    }
    return [
      this.#stdinReader ?? NULL_DESCRIPTOR,
      new ContainerOutput(this, "stdout"),
      new ContainerOutput(this, "stderr"),
    ];
  }

  output(stream: "stdout" | "stderr", chunk: Uint8Array): boolean {
    let ready = this.log?.write(stream, chunk) ?? true;
    for (const viewer of this.#viewers) {
      const sink = stream === "stderr" && this.terminal === undefined ? viewer.stderr : viewer.stdout;
      if (sink !== undefined) ready = sink.write(chunk) && ready;
    }
    return ready;
  }

  async drained(): Promise<void> {
    await this.log?.drained();
    for (const viewer of this.#viewers) {
      await viewer.stdout?.drained();
      await viewer.stderr?.drained();
    }
  }

  /** Shows the output to one more; call the result to take them off. */
  view(viewer: Viewer): () => void {
    this.#viewers = [...this.#viewers, viewer];
    return () => {
      this.#viewers = this.#viewers.filter((known) => known !== viewer);
    };
  }
}
