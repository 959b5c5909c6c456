import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildPeer,
  type GoResult,
  type RunningPeer,
  runGoClient,
  startGoServer,
  startOurServer,
  startPeer,
  usageOf,
} from "../../conformance/streaming/peers.ts";
import { type Benchmark, type BenchmarkContext, type Row, rowAgainst, rowAlone } from "../benchmark.ts";

const total = 1024 * 1024 * 1024;
const piece = 32 * 1024;
const rounds = 5;
const shortExecs = 300;
const idleSessions = 500;
const peerName = "k8s.io/cri-streaming v0.37.2";

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const megabytesPerSecond = (ms: number): number => total / 1e6 / (ms / 1000);

/** One run of the raw reader, in milliseconds. */
const readRaw = (control: string, transport: string, cmd: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const args = ["-control", control, "-transport", transport, "-cmd", cmd, "-total", String(total)];
    const child = spawn(buildPeer("reader"), args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    child.once("error", reject);
    child.once("close", (status) => {
      if (status === 0) resolve((JSON.parse(text) as { readonly ms: number }).ms);
      else reject(new Error(`the raw reader ended with ${status} on ${transport} ${cmd}`));
    });
  });

const oneSession = async (control: string, args: readonly string[]): Promise<GoResult> => {
  const [result] = await runGoClient(control, args);
  if (result === undefined || result.error !== "")
    throw new Error(`the Go client failed: ${result?.error ?? "no result"}`);
  return result;
};

interface Ends {
  readonly ours: RunningPeer;
  readonly go: RunningPeer;
}

/** Runs ours and the peer's in turn, so that what else the machine does meets both, and compares the medians. */
const compare = async (
  { ours, go }: Ends,
  row: { readonly name: string; readonly bar?: string },
  measure: (control: string) => Promise<number>,
): Promise<Row> => {
  const times: { readonly ours: number[]; readonly go: number[] } = { ours: [], go: [] };
  for (let n = 0; n < rounds; n++) {
    times.ours.push(await measure(ours.firstLine));
    times.go.push(await measure(go.firstLine));
  }
  return rowAgainst({
    ...row,
    unit: "MB/s",
    ours: megabytesPerSecond(median(times.ours)),
    peer: megabytesPerSecond(median(times.go)),
    peerName,
  });
};

const alone = async (name: string, measure: () => Promise<number>): Promise<Row> => {
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) times.push(await measure());
  return rowAlone({ name, unit: "MB/s", ours: megabytesPerSecond(median(times)) });
};

const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) * 1024;

const measureIdle = async (server: RunningPeer, rss: () => Promise<number>): Promise<number> => {
  const before = await rss();
  const idle = await startPeer(buildPeer("reader"), [
    ...["-control", server.firstLine, "-cmd", "cat", "-idle", String(idleSessions)],
  ]);
  const after = await rss();
  await idle.stop();
  return (after - before) / 1e6;
};

const outputRows = async (ends: Ends, socketPath: string): Promise<Row[]> => {
  const generated = `gen ${total} ${piece}`;
  const docker = (kind: string): string => `docker ${kind} ${total} ${piece} ${socketPath}`;
  const raw = (name: string, [transport, cmd]: readonly [string, string], bar?: string): Promise<Row> =>
    compare(ends, { name: `raw reader: ${name}`, ...(bar === undefined ? {} : { bar }) }, (control) =>
      readRaw(control, transport, cmd),
    );
  const client = (name: string, cmd: string): Promise<Row> =>
    compare(
      ends,
      { name: `Go client: ${name}` },
      async (control) => (await oneSession(control, ["-transport", "spdy", "-cmd", cmd])).ms,
    );
  return [
    await raw("exec stdout, SPDY, generated", ["spdy", generated]),
    await raw("exec stdout, SPDY, Docker-like multiplexed", ["spdy", docker("mux")], ">= 1.7"),
    await raw("exec stdout, SPDY, Docker-like raw (tty)", ["spdy", docker("raw")], ">= 1.8"),
    await raw("exec stdout, WebSocket v4, generated", ["websocket", generated], ">= 3"),
    await raw("exec stdout, WebSocket v4, Docker-like multiplexed", ["websocket", docker("mux")]),
    await raw("exec stdout, WebSocket v4, Docker-like raw (tty)", ["websocket", docker("raw")]),
    await client("exec stdout, SPDY, generated", generated),
    await client("exec stdout, SPDY, Docker-like multiplexed", docker("mux")),
    await client("exec stdout, SPDY, Docker-like raw (tty)", docker("raw")),
    await alone(
      "Go client: exec stdout, WebSocket v5, generated (the peer has no v5)",
      async () => (await oneSession(ends.ours.firstLine, ["-transport", "websocket", "-cmd", generated])).ms,
    ),
  ];
};

const otherRows = async (ends: Ends): Promise<Row[]> => {
  const stdin = ["-transport", "spdy", "-cmd", "count", "-stdin", String(total)];
  const short = async (control: string): Promise<number> => {
    const results = await runGoClient(control, [
      "-transport",
      "spdy",
      "-cmd",
      "echo 123456789",
      "-runs",
      String(shortExecs),
    ]);
    return median(results.map(({ ms }) => ms));
  };
  const oursIdle = await measureIdle(ends.ours, async () => (await usageOf(ends.ours.firstLine)).rssBytes);
  const goIdle = await measureIdle(ends.go, async () => rssOf(ends.go.pid));
  const shortTimes: { readonly ours: number[]; readonly go: number[] } = { ours: [], go: [] };
  for (let n = 0; n < rounds; n++) {
    shortTimes.ours.push(await short(ends.ours.firstLine));
    shortTimes.go.push(await short(ends.go.firstLine));
  }
  return [
    await compare(
      ends,
      { name: "Go client: exec stdin, SPDY", bar: ">= 1.8" },
      async (control) => (await oneSession(control, stdin)).ms,
    ),
    rowAgainst({
      name: "Go client: short exec, p50",
      unit: "ms",
      ours: median(shortTimes.ours),
      peer: median(shortTimes.go),
      peerName,
      bar: "<= 0.7",
    }),
    rowAlone({ name: `${idleSessions} idle sessions: RSS grows by`, unit: "MB", ours: oursIdle, bar: "<= 40" }),
    rowAlone({ name: `${idleSessions} idle sessions of ${peerName}: RSS grows by`, unit: "MB", ours: goIdle }),
  ];
};

const run = async (context: BenchmarkContext): Promise<Row[]> => {
  const socketPath = join(context.scratch, "docker.sock");
  const start = async (peer: Promise<RunningPeer>): Promise<RunningPeer> => {
    const running = await peer;
    context.defer(running.stop);
    return running;
  };
  await start(startPeer(buildPeer("source"), [socketPath]));
  const tcp = await start(startPeer(buildPeer("source"), ["tcp"]));
  const ends = { ours: await start(startOurServer()), go: await start(startGoServer()) };
  context.log(
    `${rounds} rounds of ${total / 1024 / 1024} MiB in pieces of ${piece / 1024} KiB, ours and the peer's in turn`,
  );
  const limit = await alone("raw TCP, Go to Go: the limit of this machine", () => readRaw("", "tcp", tcp.firstLine));
  return [limit, ...(await outputRows(ends, socketPath)), ...(await otherRows(ends))];
};

export const benchmark: Benchmark = {
  name: "streaming",
  summary: "exec over SPDY and WebSocket: throughput, latency and memory of our server and of Kubernetes' own",
  run,
};
