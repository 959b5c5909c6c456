import { type ChildProcess, spawn } from "node:child_process";
import type { RingContext } from "../ring.ts";

/** The command line that runs a TypeScript program of this repository from its sources. */
export const tsCommand = (file: string, ...args: readonly string[]): readonly [string, ...string[]] => [
  process.execPath,
  "--disable-warning=ExperimentalWarning",
  "--conditions=@crikit/source",
  "--import",
  import.meta.resolve("tsx"),
  file,
  ...args,
];

/** A program that runs beside a ring. */
export interface Running {
  readonly process: ChildProcess;
  /** What it printed until now. */
  readonly output: () => string;
  /** Settles with the line it printed that matches. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

const LINE_MS = 30_000;

/** Starts a program that serves until the ring has ended. */
export const startBeside = (context: RingContext, [command, ...args]: readonly [string, ...string[]]): Running => {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
  let text = "";
  const listeners = new Set<() => void>();
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  context.defer(stop);
  const line = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => done(() => reject(new Error(`no ${pattern} within ${LINE_MS} ms: ${text}`))),
        LINE_MS,
      );
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        listeners.delete(look);
        settle();
      };
      const look = (): void => {
        const match = pattern.exec(text);
        if (match !== null) done(() => resolve(match));
      };
      listeners.add(look);
      void ended.then(() => done(() => reject(new Error(`${command} ended: ${text}`))));
      look();
    });
  return { process: child, output: () => text, line, stop };
};

/** Runs a program to its end beside this process and returns its exit code and what it printed. */
export const runBeside = (
  command: string,
  args: readonly string[],
  options: { readonly signal: AbortSignal; readonly timeoutMs: number; readonly input?: string },
): Promise<{ readonly status: number | null; readonly output: string; readonly stdout: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["pipe", "pipe", "pipe"],
      signal: options.signal,
      timeout: options.timeoutMs,
    });
    let output = "";
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, output, stdout }));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
