import assert from "node:assert/strict";
import { expect, test } from "@jest/globals";
import { echoService } from "../../testing/echo-service.ts";
import { type ConformanceResult, judge } from "./report.ts";
import { conformanceCases, runConformance } from "./suite.ts";

const collect = async (options: Partial<Parameters<typeof judge>[0]>): Promise<ConformanceResult[]> => {
  const results: ConformanceResult[] = [];
  const all = { connect: () => echoService().service, assert, waitMs: 0, ...options };
  for await (const result of judge(all)) results.push(result);
  return results;
};

test("a service that answers every call with nothing fails nearly everything, and each failure says why", async () => {
  const results = await collect({});
  const passed = results.filter((result) => result.outcome === "passed");
  expect(results).toHaveLength(conformanceCases().length);
  expect(passed.length).toBeLessThan(20);
  for (const result of results) expect(result.detail === "").toBe(result.outcome === "passed");
});

test("what the options do not offer is skipped with a reason, and not defined with a runner", async () => {
  const skipped = (await collect({})).filter((result) => result.outcome === "skipped");
  expect(new Set(skipped.map((result) => result.area))).toEqual(new Set(["images", "mounts", "logs"]));
  const names: string[] = [];
  runConformance({ test: (name) => names.push(name), assert, connect: () => echoService().service });
  expect(names).toHaveLength(conformanceCases().length - skipped.length);
  expect(new Set(names).size).toBe(names.length);
});

test("the service is connected to once, and not before the first case runs", async () => {
  let connections = 0;
  const connect = () => {
    connections++;
    return echoService().service;
  };
  runConformance({ test: () => {}, assert, connect });
  expect(connections).toBe(0);
  await collect({ connect, only: "idempotence" });
  expect(connections).toBe(1);
});

test("only the cases asked for are run", async () => {
  expect((await collect({ only: "Version answers" })).map((result) => result.area)).toEqual(["runtime"]);
  expect((await collect({ only: /^idempotence: .* does not exist/ })).map((result) => result.outcome)).toEqual(
    Array(5).fill("passed"),
  );
});

test("a case that does not end is failed after its time", async () => {
  const { service } = echoService();
  const hanging = { ...service, version: () => new Promise<never>(() => {}) };
  const [result] = await collect({ connect: () => hanging, only: "Version answers", caseTimeoutMs: 5 });
  expect(result).toMatchObject({ outcome: "failed", detail: "took longer than 5 ms" });
});

test("a signal ends the run between two cases", async () => {
  const stop = new AbortController();
  const results: ConformanceResult[] = [];
  for await (const result of judge({ connect: () => echoService().service, assert, waitMs: 0, signal: stop.signal })) {
    results.push(result);
    if (results.length === 3) stop.abort();
  }
  expect(results).toHaveLength(3);
});
