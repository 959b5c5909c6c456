import type { SessionKind } from "../session/session.ts";

/** What a streaming server counts. */
export interface SessionCounts {
  readonly started: Map<string, number>;
  readonly refused: Map<number, number>;
  readonly problems: Map<SessionKind, number>;
  bytesIn: number;
  bytesOut: number;
}

export const createCounts = (): SessionCounts => ({
  started: new Map(),
  refused: new Map(),
  problems: new Map(),
  bytesIn: 0,
  bytesOut: 0,
});

/** Adds one. */
export const count = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The key of `started`: a session's kind and its protocol. */
export const labelsOf = (kind: SessionKind, protocol: string): string => `kind="${kind}",protocol="${protocol}"`;

interface Gauges {
  readonly active: ReadonlyMap<SessionKind, number>;
  readonly tokens: number;
}

const family = (name: string, kind: "counter" | "gauge", help: string, lines: readonly string[]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines, ""].join("\n");

/** Prometheus' text format, version 0.0.4. */
export const formatMetrics = (counts: SessionCounts, gauges: Gauges): string => {
  const kinds: readonly SessionKind[] = ["exec", "attach", "portForward"];
  const name = (suffix: string): string => `crikit_streaming_${suffix}`;
  return [
    family(
      name("sessions"),
      "gauge",
      "Sessions open now.",
      kinds.map((kind) => `${name("sessions")}{kind="${kind}"} ${gauges.active.get(kind) ?? 0}`),
    ),
    family(
      name("sessions_total"),
      "counter",
      "Sessions started.",
      [...counts.started].map(([labels, value]) => `${name("sessions_total")}{${labels}} ${value}`),
    ),
    family(
      name("refusals_total"),
      "counter",
      "Requests answered with an HTTP status other than 101.",
      [...counts.refused].map(([status, value]) => `${name("refusals_total")}{status="${status}"} ${value}`),
    ),
    family(
      name("problems_total"),
      "counter",
      "Sessions' protocol violations, timeouts and errors of the runtime.",
      kinds.map((kind) => `${name("problems_total")}{kind="${kind}"} ${counts.problems.get(kind) ?? 0}`),
    ),
    family(name("bytes_total"), "counter", "Payload bytes from (in) and to (out) clients.", [
      `${name("bytes_total")}{direction="in"} ${counts.bytesIn}`,
      `${name("bytes_total")}{direction="out"} ${counts.bytesOut}`,
    ]),
    family(name("tokens"), "gauge", "URLs given out and not used yet.", [`${name("tokens")} ${gauges.tokens}`]),
  ].join("");
};
