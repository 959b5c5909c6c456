import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DockerRuntimeOptions } from "@crikit/adapter-docker";
import { type CriConnection, connectCri } from "@crikit/cri-api/client";
import type { LabEngine } from "./engines.ts";

/** The adapter, served by a process of its own. */
export interface Serving {
  readonly socket: string;
  readonly engineSocket: string;
  readonly pid: number;
  /** A connection to it. */
  readonly cri: CriConnection;
  /** What it has said. */
  output(): string;
  stop(): Promise<void>;
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Megabytes of heap and buffers after a full collection. */
  heapMb(): Promise<number>;
  /** Kilobytes of memory in use. */
  residentKb(): number;
}

/** What is served. */
export interface ServingOptions {
  readonly engine: LabEngine;
  readonly folder: string;
  readonly options?: DockerRuntimeOptions;
}

const script = join(import.meta.dirname, "serve.ts");
const startMs = 60_000;

const waitForLine = (child: ChildProcess, output: () => string): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the adapter did not start in ${startMs / 1000} s: ${output()}`)),
      startMs,
    );
    const look = (): void => {
      if (!output().includes("serving")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", look);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`the adapter ended with ${code}: ${output()}`));
    });
  });

/** Serves the adapter over an engine and connects to it. */
export const serveAdapter = async ({ engine, folder, options }: ServingOptions): Promise<Serving> => {
  await mkdir(folder, { recursive: true });
  const socket = join(folder, "crikit.sock");
  const settings: DockerRuntimeOptions = {
    dockerEndpoint: engine.socket,
    root: join(folder, "root"),
    sandboxImage: "registry.k8s.io/pause:3.9",
    ...options,
  };
  const words = [
    "--import",
    "tsx",
    "--conditions=@crikit/source",
    "--expose-gc",
    script,
    socket,
    JSON.stringify(settings),
  ];
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: join(import.meta.dirname, "..", ".."),
  });
  let said = "";
  const take = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-64 * 1024);
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  await waitForLine(child, () => said);
  const cri = await connectCri(`unix://${socket}`);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await cri[Symbol.asyncDispose]();
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await once(child, "exit");
    clearTimeout(late);
  };
  return {
    socket,
    engineSocket: engine.socket,
    pid: child.pid ?? 0,
    cri,
    output: () => said,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    heapMb: async () => {
      said = "";
      child.kill("SIGUSR2");
      for (let tries = 0; tries < 200; tries++) {
        const found = /heap (\d+)\n/.exec(said);
        if (found !== null) return Number(found[1]) / 1024 / 1024;
        await sleep(50);
      }
      throw new Error("the adapter does not say what it holds");
    },
    residentKb: () => Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0),
  };
};
