import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildGo } from "../go.ts";

const root = join(import.meta.dirname, "../..");

/** One of the Go programs of `clients/streaming`. */
export const buildPeer = (name: "server" | "client" | "reader" | "source"): string =>
  buildGo({ module: "streaming", package: `./${name}`, output: `streaming-${name}` });

/** A program that runs until it is stopped; `firstLine` is what it printed when it was ready. */
export interface RunningPeer {
  readonly firstLine: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a program that prints one line when it is ready and ends with its stdin. */
export const startPeer = (command: string, args: readonly string[]): Promise<RunningPeer> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors = `${errors}${chunk}`.slice(-4_000);
    });
    const ended = new Promise<void>((done) => child.once("exit", () => done()));
    child.once("error", reject);
    void ended.then(() => reject(new Error(`${command} ended before it was ready: ${errors}`)));
    createInterface({ input: child.stdout }).once("line", (firstLine) => {
      child.stdout.resume();
      const stop = async (): Promise<void> => {
        child.stdin.end();
        const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
        await ended;
        clearTimeout(timer);
      };
      resolve({ firstLine, pid: child.pid ?? 0, stop });
    });
  });

/** Our server over programs, in a process of its own; `firstLine` is its control server's URL. */
export const startOurServer = (): Promise<RunningPeer> =>
  startPeer(process.execPath, [
    "--disable-warning=ExperimentalWarning",
    "--expose-gc",
    "--conditions=@crikit/source",
    "--import",
    import.meta.resolve("tsx"),
    join(import.meta.dirname, "server.ts"),
  ]);

/** Kubernetes' server over the same programs. */
export const startGoServer = (): Promise<RunningPeer> => startPeer(buildPeer("server"), []);

/** What a control server is asked for. */
export interface SessionWish {
  readonly kind: "exec" | "attach" | "portForward";
  readonly cmd?: readonly string[];
  readonly stdin?: boolean;
  readonly stderr?: boolean;
  readonly tty?: boolean;
}

/** Asks a control server for the URL of a new session. */
export const mint = async (control: string, wish: SessionWish): Promise<string> => {
  const body = JSON.stringify({ stdin: false, stdout: true, stderr: false, tty: false, ...wish });
  const response = await fetch(control, { method: "POST", body });
  const text = (await response.text()).trim();
  if (!response.ok) throw new Error(`no URL: ${response.status} ${text}`);
  return text;
};

/** What our server's process uses. */
export interface Usage {
  readonly sessions: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  readonly handles: number;
  readonly cpuMs: number;
}

export const usageOf = async (control: string): Promise<Usage> => (await (await fetch(control)).json()) as Usage;

/** What the Go client saw of one session. */
export interface GoResult {
  readonly bytes: number;
  readonly stderrBytes: number;
  readonly text: string;
  readonly exitCode: number;
  readonly error: string;
  readonly patternOk: boolean;
  readonly ms: number;
}

/** Runs the Go client to its end and returns what it saw of each session. */
export const runGoClient = (control: string, args: readonly string[], timeoutMs = 120_000): Promise<GoResult[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(buildPeer("client"), ["-control", control, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    const results: GoResult[] = [];
    let errors = "";
    createInterface({ input: child.stdout }).on("line", (line) => results.push(JSON.parse(line)));
    child.stderr.on("data", (chunk) => {
      errors = `${errors}${chunk}`.slice(-4_000);
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    child.once("error", reject);
    child.once("close", (status) => {
      clearTimeout(timer);
      if (status === 0) resolve(results);
      else reject(new Error(`the Go client ended with ${status ?? `no status after ${timeoutMs} ms`}: ${errors}`));
    });
  });
