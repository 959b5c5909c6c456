import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const START_MS = 15_000;
const STOP_MS = 5000;

/** A program of the benchmark in a process of its own; it ends when its standard input does. */
export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** What it said when it was ready: its engine's name and version. */
  readonly engine: string;
  /** Sends a line and waits for the line that answers it. */
  ask(line: string, timeoutMs: number): Promise<string>;
}

const nextLine = async (lines: AsyncIterator<string>, what: string, timeoutMs: number): Promise<string> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} said nothing for ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    const line = await Promise.race([lines.next(), late]);
    if (line.done === true) throw new Error(`${what} ended; see what it wrote above`);
    return line.value;
  } finally {
    clearTimeout(timer);
  }
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.stdin?.end();
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(timer);
};

/** Starts a program and waits until its first line says that it is ready. */
export const startProgram = async (command: string, args: readonly string[]): Promise<Program> => {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const what = [command, ...args].join(" ");
  try {
    await once(child, "spawn");
    const ready = await nextLine(lines, what, START_MS);
    if (!ready.startsWith("ready ")) throw new Error(`${what} said ${JSON.stringify(ready)} instead of "ready"`);
    return {
      pid: child.pid ?? 0,
      engine: ready.slice("ready ".length),
      ask: (line, timeoutMs) => {
        child.stdin.write(`${line}\n`);
        return nextLine(lines, what, timeoutMs);
      },
      [Symbol.asyncDispose]: () => end(child),
    };
  } catch (error) {
    await end(child);
    throw error;
  }
};
