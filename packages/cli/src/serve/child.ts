import { type ChildProcess, spawn } from "node:child_process";
import { CommandError } from "../context/command-error.ts";

/** A `crikit serve` in a process of its own. */
export interface ServeChild {
  /** What it said when it was ready. */
  readonly readyLine: string;
  /** SIGTERM, and its end. */
  stop(): Promise<void>;
}

const untilReady = (child: ChildProcess, signal: AbortSignal): Promise<string> =>
  new Promise((settle, fail) => {
    let out = "";
    let problems = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      const end = out.indexOf("\n");
      if (end >= 0) settle(out.slice(0, end));
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      problems += text;
    });
    child.once("error", fail);
    child.once("close", (code) =>
      fail(new CommandError(problems.trim().replace(/^crikit: /, "") || `serve exited with ${code}`)),
    );
    signal.addEventListener("abort", () => fail(signal.reason), { once: true });
  });

/** Starts this very program again as `crikit serve …` and waits until it is ready. */
export const startServeChild = async (args: readonly string[], signal: AbortSignal): Promise<ServeChild> => {
  const [, script = ""] = process.argv;
  const child = spawn(process.execPath, [...process.execArgv, script, "serve", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((settle) => {
    child.once("close", () => settle());
    child.once("error", () => settle());
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  };
  try {
    return { readyLine: await untilReady(child, signal), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
