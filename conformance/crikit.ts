import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(import.meta.dirname, "..");

/** The command line that runs `crikit` from its sources. */
export const crikitCommand = (...args: readonly string[]): readonly [string, readonly string[]] => [
  process.execPath,
  [
    "--disable-warning=ExperimentalWarning",
    "--conditions=@crikit/source",
    "--import",
    import.meta.resolve("tsx"),
    join(root, "packages/cli/src/main.ts"),
    ...args,
  ],
];

/** How a command ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface RunOptions {
  readonly input?: string | Buffer;
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a program to its end, at most 60 s unless told otherwise. */
export const runProgram = (command: string, args: readonly string[], options: RunOptions = {}): Run => {
  const run = spawnSync(command, args, {
    encoding: "utf8",
    input: options.input ?? "",
    timeout: options.timeoutMs ?? 60_000,
    maxBuffer: 256 << 20,
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
  });
  return {
    status: run.status,
    stdout: run.stdout ?? "",
    stderr: `${run.stderr ?? ""}${run.error === undefined ? "" : run.error.message}`,
  };
};

/** Runs `crikit` to its end. */
export const runCrikit = (args: readonly string[], options: RunOptions = {}): Run => {
  const [command, rest] = crikitCommand(...args);
  return runProgram(command, rest, options);
};

/** A `crikit serve` (or `proxy`) in a process of its own. */
export interface ServedCrikit {
  readonly endpoint: string;
  readonly process: ChildProcess;
  /** What it wrote to stdout and stderr so far. */
  output(): string;
  /** SIGTERM and the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `crikit ARGS… --listen unix://SOCKET` and waits for the socket. */
export const startCrikit = async (options: {
  readonly socketPath: string;
  readonly args: readonly string[];
  /** The flag that takes the endpoint to serve on; `--listen` by default. */
  readonly listenFlag?: string;
}): Promise<ServedCrikit> => {
  const endpoint = `unix://${options.socketPath}`;
  const [command, args] = crikitCommand(...options.args, options.listenFlag ?? "--listen", endpoint);
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const stop = async (): Promise<number | null> => {
    child.kill("SIGTERM");
    return Promise.race([
      ended,
      sleep(15_000, null, { ref: false }).then(() => {
        child.kill("SIGKILL");
        return null;
      }),
    ]);
  };
  for (let tries = 0; !existsSync(options.socketPath); tries += 1) {
    if (child.exitCode !== null || tries > 300) {
      await stop();
      throw new Error(`crikit ${options.args.join(" ")} did not come up on ${endpoint}:\n${text}`);
    }
    await sleep(100);
  }
  return { endpoint, process: child, output: () => text, stop };
};
