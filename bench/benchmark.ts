/** One figure of a benchmark, ours beside the peer's of the same run. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string | null;
  /** ours / peer; null where there is no peer. */
  readonly ratio: number | null;
  /** What the ratio (or, without a peer, ours) has to be: `">= 1.7"`; null where nothing is promised. */
  readonly bar: string | null;
  /** Whether the bar holds; null where there is none. */
  readonly holds: boolean | null;
}

/** What a benchmark is given. */
export interface BenchmarkContext {
  /** Fires when the run is interrupted. */
  readonly signal: AbortSignal;
  /** An empty temporary folder, removed when the benchmark has ended. */
  readonly scratch: string;
  log(line: string): void;
  defer(cleanUp: () => unknown): void;
}

/** A measurement of us and of a peer in one run: `npm run bench -- NAME`. */
export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  run(context: BenchmarkContext): Promise<Row[]>;
}

const comparisons = {
  ">=": (value: number, bar: number) => value >= bar,
  "<=": (value: number, bar: number) => value <= bar,
} as const;

/** Whether `value` satisfies a bar such as `">= 1.7"`; null for no bar. */
export const holdsBar = (value: number, bar: string | null): boolean | null => {
  if (bar === null) return null;
  const match = /^(>=|<=) (\d+(?:\.\d+)?)$/.exec(bar);
  if (match === null) throw new Error(`a bar is ">= NUMBER" or "<= NUMBER", not ${JSON.stringify(bar)}`);
  return comparisons[match[1] === ">=" ? ">=" : "<="](value, Number(match[2]));
};

/** A row measured against a peer: the bar judges ours / peer. */
export const rowAgainst = (row: {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly bar?: string | null;
}): Row => {
  const ratio = row.ours / row.peer;
  const bar = row.bar ?? null;
  return { ...row, ratio, bar, holds: holdsBar(ratio, bar) };
};

/** A row without a peer: the bar judges the figure itself. */
export const rowAlone = (row: {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly bar?: string | null;
}): Row => {
  const bar = row.bar ?? null;
  return { ...row, peer: null, peerName: null, ratio: null, bar, holds: holdsBar(row.ours, bar) };
};
