import { type Row, rowAgainst } from "../benchmark.ts";
import { CLIENTS, SERVERS, type ServerName } from "./engines.ts";
import { type Cell, PLAN } from "./plan.ts";
import type { Metric, SampleKey, Samples } from "./samples.ts";

interface Figure {
  readonly metric: Metric;
  readonly title: string;
  readonly unit: string;
}

const RATE: Figure = { metric: "rate", title: "calls per second", unit: "1/s" };
const P50: Figure = { metric: "p50Ms", title: "p50", unit: "ms" };
const P99: Figure = { metric: "p99Ms", title: "p99", unit: "ms" };
const SERVER_CPU: Figure = { metric: "serverCpuUs", title: "server CPU", unit: "us/call" };
const CLIENT_CPU: Figure = { metric: "clientCpuUs", title: "client CPU", unit: "us/call" };

/** Two sides of a comparison: who is loaded by whom. */
interface Comparison {
  readonly cell: Cell;
  readonly title: string;
  readonly ours: Omit<SampleKey, "cell">;
  readonly peer: Omit<SampleKey, "cell">;
  readonly peerName: string;
  readonly figures: readonly Figure[];
}

/** What issue 4 promises, by the name of the row. */
const BARS: ReadonlyMap<string, string> = new Map([
  ["Version c32, grpc-go client: server CPU", "<= 0.5"],
  ["ListContainers(1,000) c1, grpc-go client: server CPU", "<= 0.75"],
  ["ListContainers(1,000) c32, grpc-go client: server CPU", "<= 1"],
  ["ListContainers(1,000, 10 change) c1, grpc-go client: server CPU", "<= 0.75"],
  ["ListContainers(1,000, 10 change) c32, grpc-go client: server CPU", "<= 1"],
  ["100,000 events, grpc-go client: events per second", ">= 0.5"],
  ["Version c32, own client and server: calls per second", ">= 1.5"],
]);

const figuresOf = (cell: Cell, figures: readonly Figure[]): readonly Figure[] =>
  cell.workload !== "events"
    ? figures
    : figures
        .filter((figure) => figure !== P50 && figure !== P99)
        .map((figure) => ({
          ...figure,
          title: figure === RATE ? "events per second" : figure.title,
          unit: figure.unit.replace("call", "event"),
        }));

const servedTo = (cell: Cell, peer: ServerName): Comparison => ({
  cell,
  title: `${cell.title}, grpc-go client`,
  ours: { client: "grpc-go", server: "crikit" },
  peer: { client: "grpc-go", server: peer },
  peerName: peer,
  figures: [RATE, P50, P99, SERVER_CPU, CLIENT_CPU],
});

const ownAgainstGo = (cell: Cell): Comparison => ({
  cell,
  title: `${cell.title}, own client and server`,
  ours: { client: "crikit", server: "crikit" },
  peer: { client: "grpc-go", server: "grpc-go" },
  peerName: "grpc-go both",
  figures: [RATE, P50, P99, SERVER_CPU, CLIENT_CPU],
});

const ownClientOnGo = (cell: Cell): Comparison => ({
  cell,
  title: `${cell.title}, grpc-go server`,
  ours: { client: "crikit", server: "grpc-go" },
  peer: { client: "grpc-go", server: "grpc-go" },
  peerName: "grpc-go client",
  figures: [RATE, P50, P99, SERVER_CPU, CLIENT_CPU],
});

const comparisonsOf = (cell: Cell): readonly Comparison[] =>
  cell.client === "crikit"
    ? [ownAgainstGo(cell), ownClientOnGo(cell)]
    : cell.servers.filter((server) => server !== "crikit").map((server) => servedTo(cell, server));

const toRows = (samples: Samples, { cell, title, ours, peer, peerName, figures }: Comparison): Row[] =>
  figuresOf(cell, figures).map((figure) => {
    const name = `${title}: ${figure.title}`;
    return rowAgainst({
      name,
      unit: figure.unit,
      ours: samples.median({ cell: cell.title, ...ours }, figure.metric),
      peer: samples.median({ cell: cell.title, ...peer }, figure.metric),
      peerName,
      bar: peer.server === "grpc-go" ? (BARS.get(name) ?? null) : null,
    });
  });

const memoryRows = (samples: Samples): Row[] =>
  PLAN.flatMap((group) => [
    ...SERVERS.flatMap((peer) => memoryRow(samples, { side: "server", group: group.title, peer })),
    ...CLIENTS.flatMap((peer) => memoryRow(samples, { side: "client", group: group.title, peer })),
  ]);

const memoryRow = (
  samples: Samples,
  { side, group, peer }: { readonly side: "server" | "client"; readonly group: string; readonly peer: ServerName },
): Row[] => {
  const ours = samples.megabytes(`crikit ${side}, ${group}`);
  const theirs = samples.megabytes(`${peer} ${side}, ${group}`);
  if (peer === "crikit" || ours === undefined || theirs === undefined) return [];
  return [rowAgainst({ name: `${group}: ${side} RSS afterwards`, unit: "MB", ours, peer: theirs, peerName: peer })];
};

/** A row for every figure; those with a bar come first. A bar without its row is an error, so that none is lost by a renaming. */
export const createRows = (samples: Samples): Row[] => {
  const cells = PLAN.flatMap((group) => group.cells);
  const rows = [
    ...cells.flatMap((cell) => comparisonsOf(cell).flatMap((comparison) => toRows(samples, comparison))),
    ...memoryRows(samples),
  ];
  const judged = rows.filter((row) => row.bar !== null);
  const lost = [...BARS.keys()].filter((name) => !judged.some((row) => row.name === name));
  if (lost.length > 0) throw new Error(`no row is judged by the bar of ${lost.join("; ")}`);
  return [...judged, ...rows.filter((row) => row.bar === null)];
};
