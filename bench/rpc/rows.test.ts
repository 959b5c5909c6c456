import { expect, test } from "@jest/globals";
import { PLAN } from "./plan.ts";
import { createRows } from "./rows.ts";
import { median, Samples } from "./samples.ts";

const samplesWhere = (serverCpuUs: (server: string) => number): Samples => {
  const samples = new Samples();
  for (const cell of PLAN.flatMap((group) => group.cells))
    for (const server of cell.servers) {
      const measured = { calls: 1000, seconds: 1, p50Ms: 1, p99Ms: 2, clientCpuUs: 5, answerBytes: 25 };
      samples.add({ cell: cell.title, client: cell.client, server }, { ...measured, serverCpuUs: serverCpuUs(server) });
    }
  return samples;
};

test("every bar judges a row against grpc-go, and those rows come first", () => {
  const rows = createRows(samplesWhere(() => 10));
  expect(rows.slice(0, 7).map(({ bar }) => bar)).toEqual(
    expect.arrayContaining(["<= 0.5", "<= 0.75", "<= 1", ">= 1.5"]),
  );
  expect(rows.slice(0, 7).every(({ peerName }) => peerName?.startsWith("grpc-go"))).toBe(true);
  expect(rows.slice(7).every(({ bar }) => bar === null)).toBe(true);
});

test("a bar that is missed is reported as missed", () => {
  const name = "Version c32, grpc-go client: server CPU";
  const verdictAt = (micros: number) =>
    createRows(samplesWhere((server) => (server === "crikit" ? micros : 10))).find((row) => row.name === name)?.holds;
  expect(verdictAt(5)).toBe(true);
  expect(verdictAt(5.1)).toBe(false);
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("there is no median of nothing", () => {
  expect(() => median([])).toThrow("nothing");
});
