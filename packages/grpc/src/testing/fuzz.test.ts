import { expect, test } from "@jest/globals";
import { fuzz } from "./fuzz.ts";

// `npm run conformance -- grpc` runs 100,000; a failure names the seed of its connection.
test("700 mutated connections: no crash, every call settles, the server goes on", async () => {
  const { connections } = await fuzz({ seed: 7, connections: 700 });
  expect(connections).toBe(700);
});
