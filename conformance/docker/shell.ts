import { spawn } from "node:child_process";

/** How a command is run. */
export interface RunOptions {
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly input?: string | undefined;
  /** Milliseconds before it is killed. Default 600000. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a command left. */
export interface RunResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end and returns what it said, whatever its exit code. */
export const tryRun = (command: string, words: readonly string[], options: RunOptions = {}): Promise<RunResult> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      timeout: options.timeoutMs ?? 600_000,
      killSignal: "SIGKILL",
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({
        exitCode: code ?? 128,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(errors).toString() + (signal === null ? "" : `ended by ${signal}\n`),
      }),
    );
  });

/** Runs a command that must succeed, and returns its standard output. */
export const run = async (command: string, words: readonly string[], options: RunOptions = {}): Promise<string> => {
  const result = await tryRun(command, words, options);
  if (result.exitCode !== 0)
    throw new Error(`${command} ${words.join(" ")} ended with ${result.exitCode}: ${result.stderr || result.stdout}`);
  return result.stdout;
};
