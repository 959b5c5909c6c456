import { join } from "node:path";
import { buildGo } from "../../conformance/go.ts";
import type { BenchmarkContext } from "../benchmark.ts";
import { bundle } from "../bundle.ts";
import type { Failed, Job, Measured } from "./load.ts";
import { type Program, startProgram } from "./program.ts";

/** The servers that are compared. */
export const SERVERS = ["crikit", "grpc-go", "connect-node", "grpc-js"] as const;
export type ServerName = (typeof SERVERS)[number];

/** The clients that load them. */
export const CLIENTS = ["grpc-go", "crikit"] as const;
export type ClientName = (typeof CLIENTS)[number];

/** The list a server answers with. */
export interface ListSize {
  readonly containers: number;
  /** Containers that are other ones in the next answer. */
  readonly changing: number;
}

/** A server that can be measured: any process that answers CRI on a socket. */
export interface Measurable {
  /** `unix:///path`. */
  readonly address: string;
  readonly pid: number;
}

/** A load client in a process of its own. */
export interface LoadClient extends AsyncDisposable {
  readonly pid: number;
  readonly engine: string;
  /** Loads a server and returns what was measured. */
  measure(server: Measurable, job: Omit<Job, "address" | "serverPid">): Promise<Measured>;
}

/** Starts servers and clients of the benchmark. */
export interface Engines {
  startServer(name: ServerName, list: ListSize): Promise<Measurable & Program>;
  startClient(name: ClientName): Promise<LoadClient>;
}

/** What an event stream and a job's start and end may take beyond the time it measures. */
const JOB_MS = 60_000;

const toLoadClient = (program: Program): LoadClient => ({
  pid: program.pid,
  engine: program.engine,
  measure: async (server, job) => {
    const line: Job = { ...job, address: server.address, serverPid: server.pid };
    const answer: Measured | Failed = JSON.parse(
      await program.ask(JSON.stringify(line), job.warmUpMs + job.measureMs + JOB_MS),
    );
    if ("error" in answer)
      throw new Error(`${job.workload} at ${server.address} by ${program.engine}: ${answer.error}`);
    return answer;
  },
  [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
});

/** Builds the Go program of the benchmark, and each TypeScript one when it is first started. */
export const createEngines = (context: Pick<BenchmarkContext, "defer" | "scratch">): Engines => {
  const go = buildGo({ module: "grpc", package: "./bench", output: "rpc-bench" });
  const bundles = new Map<string, Promise<string>>();
  let sockets = 0;
  const start = async (folder: string, name: string, args: readonly string[]): Promise<Program> => {
    if (name === "grpc-go") return startProgram(go, [folder === "servers" ? "serve" : "load", ...args]);
    const entry = join(import.meta.dirname, folder, `${name}.ts`);
    const bundled = bundles.get(entry) ?? bundle(context, entry);
    bundles.set(entry, bundled);
    return startProgram(process.execPath, [await bundled, ...args]);
  };
  return {
    startServer: async (name, { containers, changing }) => {
      sockets += 1;
      const socket = join(context.scratch, `${name}-${sockets}.sock`);
      const args = ["--socket", socket, "--containers", String(containers), "--changing", String(changing)];
      return { ...(await start("servers", name, args)), address: `unix://${socket}` };
    },
    startClient: async (name) => toLoadClient(await start("clients", name, [])),
  };
};
