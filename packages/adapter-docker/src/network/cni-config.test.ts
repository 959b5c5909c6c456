import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { findCniNetwork, isCniAtLeast, parseCniNetwork } from "./cni-config.ts";

test("a list and a single plugin are networks, anything else is not", () => {
  expect(parseCniNetwork('{"name":"n","cniVersion":"1.0.0","plugins":[{"type":"bridge"}]}')).toMatchObject({
    name: "n",
    plugins: [{ type: "bridge" }],
  });
  expect(parseCniNetwork('{"name":"n","type":"bridge"}').plugins).toHaveLength(1);
  expect(() => parseCniNetwork('{"name":"n"}')).toThrow(/names no plugin/);
  expect(() => parseCniNetwork('{"type":"bridge"}')).toThrow(/no name/);
});

test("the first valid file by name counts, and a folder without one says what to do", async () => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-cni-"));
  try {
    expect((await findCniNetwork(folder)).problem).toMatch(/install a network add-on/);
    writeFileSync(join(folder, "00-broken.conflist"), "{");
    writeFileSync(join(folder, "20-b.conf"), '{"name":"b","type":"bridge"}');
    writeFileSync(join(folder, "10-a.conflist"), '{"name":"a","plugins":[{"type":"bridge"}]}');
    writeFileSync(join(folder, "05-other.txt"), "x");
    expect((await findCniNetwork(folder)).network?.name).toBe("a");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("versions are compared by their numbers", () => {
  expect(isCniAtLeast("1.10.0", "1.9.0")).toBe(true);
  expect(isCniAtLeast("0.4.0", "1.0.0")).toBe(false);
  expect(isCniAtLeast("1.1", "1.1.0")).toBe(true);
});
