import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type FakeEngine, serveFakeEngine } from "../testing/fake-engine.ts";
import { reportAdoption } from "./adoption-report.ts";

let engine: FakeEngine;
beforeEach(async () => {
  engine = await serveFakeEngine();
});
afterEach(() => engine.close());

test("what cri-dockerd has left is named with what would be missing, and what is ours is not", async () => {
  const type = "io.kubernetes.docker.type";
  engine.add("k8s_POD_p_n_u_0", { Labels: { [type]: "podsandbox" }, HostConfig: { NetworkMode: "none" } });
  const log = { "io.kubernetes.container.logpath": "/var/log/pods/x.log" };
  engine.add("k8s_c_p_n_u_0", {
    Labels: { [type]: "container", ...log },
    HostConfig: { LogConfig: { Type: "journald", Config: {} } },
  });
  engine.add("k8s_d_p_n_u_0", { Labels: { [type]: "container", "io.crikit.facts": "{}" }, HostConfig: {} });
  engine.add("other", { HostConfig: {} });
  const before = engine.requests.length;
  const reports = await reportAdoption({ dockerEndpoint: engine.socket, env: {} });
  expect(reports.map((one) => [one.kind, one.name, one.limits.length])).toEqual([
    ["container", "k8s_c_p_n_u_0", 1],
    ["podsandbox", "k8s_POD_p_n_u_0", 1],
  ]);
  expect(reports[0]?.limits[0]).toMatch(/"journald": docker logs reads it/);
  expect(engine.requests.slice(before).every((request) => request.startsWith("GET "))).toBe(true);
});
