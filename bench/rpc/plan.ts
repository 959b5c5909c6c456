import type { ClientName, ListSize, ServerName } from "./engines.ts";
import type { Workload } from "./load.ts";

/** One thing that is measured in every round, for each pair of its client and servers. */
export interface Cell {
  /** What the rows call it. */
  readonly title: string;
  readonly workload: Workload;
  readonly concurrency: number;
  readonly client: ClientName;
  readonly servers: readonly ServerName[];
  readonly measureMs: number;
}

/** Cells that are measured against the same processes, which live for one round. */
export interface Group extends ListSize {
  readonly title: string;
  readonly cells: readonly Cell[];
}

/** Measured in each round; figures are medians over the rounds. */
export const ROUNDS = 3;
export const WARM_UP_MS = 500;

const EVERYONE = ["crikit", "grpc-go", "connect-node", "grpc-js"] as const;
const OURS_AND_GO = ["crikit", "grpc-go"] as const;

interface Shape {
  readonly title: string;
  readonly workload: Workload;
  readonly concurrency: readonly number[];
  readonly measureMs: number;
  /** What the grpc-go client loads. Default: every server. */
  readonly servers?: readonly ServerName[];
}

/** The grpc-go client against every server, and our client against ours and grpc-go's. */
const cellsOf = (shape: Shape): Cell[] =>
  shape.concurrency.flatMap((concurrency): Cell[] => {
    const { workload, measureMs } = shape;
    const title = workload === "events" ? shape.title : `${shape.title} c${concurrency}`;
    const cell = { title, workload, concurrency, measureMs };
    return [
      { ...cell, client: "grpc-go", servers: shape.servers ?? EVERYONE },
      { ...cell, client: "crikit", servers: OURS_AND_GO },
    ];
  });

const listGroup = (list: ListSize, shape: Omit<Shape, "title" | "workload">): Group => {
  const change = list.changing === 0 ? "" : `, ${list.changing} change`;
  const title = `ListContainers(${list.containers.toLocaleString("en-US")}${change})`;
  return { ...list, title, cells: cellsOf({ ...shape, title, workload: "list" }) };
};

const still = (containers: number): ListSize => ({ containers, changing: 0 });

/** Everything that is measured. */
export const PLAN: readonly Group[] = [
  {
    ...still(0),
    title: "Version",
    cells: cellsOf({ title: "Version", workload: "version", concurrency: [1, 32], measureMs: 1000 }),
  },
  listGroup(still(10), { concurrency: [1], measureMs: 800 }),
  listGroup(still(100), { concurrency: [1], measureMs: 800 }),
  listGroup(still(1000), { concurrency: [1, 32], measureMs: 1200 }),
  listGroup({ containers: 1000, changing: 10 }, { concurrency: [1, 32], measureMs: 1200, servers: OURS_AND_GO }),
  listGroup(still(10_000), { concurrency: [1], measureMs: 1000 }),
  {
    ...still(0),
    title: "100,000 events",
    cells: cellsOf({ title: "100,000 events", workload: "events", concurrency: [1], measureMs: 0 }),
  },
];
