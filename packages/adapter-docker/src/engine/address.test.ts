import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { findEngineAddress, formatEngineAddress, parseEngineEndpoint } from "./address.ts";

test.each([
  ["/run/docker.sock", "unix:///run/docker.sock"],
  ["unix:///var/run/docker.sock", "unix:///var/run/docker.sock"],
  ["tcp://10.0.0.1", "tcp://10.0.0.1:2375"],
  ["https://engine", "tcp://engine:2376"],
  ["tcp://[::1]:99", "tcp://::1:99"],
])("endpoint %p is %p", (endpoint, text) => {
  expect(formatEngineAddress(parseEngineEndpoint(endpoint))).toBe(text);
});

test("an endpoint that is none is refused", () => {
  expect(() => parseEngineEndpoint("docker")).toThrow(/is not unix/);
});

test("what is given wins over DOCKER_HOST, which wins over the context", () => {
  const env = { DOCKER_HOST: "tcp://a:1" };
  expect(formatEngineAddress(findEngineAddress({ endpoint: "/x.sock", env }))).toBe("unix:///x.sock");
  expect(formatEngineAddress(findEngineAddress({ env }))).toBe("tcp://a:1");
});

test("a docker context names the endpoint and its certificates", () => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-context-"));
  try {
    const hash = createHash("sha256").update("far").digest("hex");
    mkdirSync(join(folder, "contexts", "meta", hash), { recursive: true });
    mkdirSync(join(folder, "contexts", "tls", hash, "docker"), { recursive: true });
    const meta = { Name: "far", Endpoints: { docker: { Host: "tcp://far:2376" } } };
    writeFileSync(join(folder, "contexts", "meta", hash, "meta.json"), JSON.stringify(meta));
    writeFileSync(join(folder, "contexts", "tls", hash, "docker", "ca.pem"), "CA");
    writeFileSync(join(folder, "config.json"), JSON.stringify({ currentContext: "far" }));
    const expected = { kind: "tcp", host: "far", port: 2376, tls: { ca: "CA", cert: undefined, key: undefined } };
    expect(findEngineAddress({ env: { DOCKER_CONFIG: folder } })).toEqual(expected);
    expect(() => findEngineAddress({ env: { DOCKER_CONFIG: folder, DOCKER_CONTEXT: "near" } })).toThrow(
      /does not exist/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
