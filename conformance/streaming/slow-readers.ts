import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { RingContext } from "../ring.ts";
import { patternReader, runOurs } from "./our-client.ts";
import { runGoClient } from "./peers.ts";

const rounds = 20;
const bytes = 25_000_000;
const bytesPerSecond = 1_000_000;

/** Connections that this machine's kernel has reset, ever. */
const resetsSent = (): number => {
  const [names = "", values = ""] = readFileSync("/proc/net/snmp", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("Tcp:"));
  return Number(values.split(" ")[names.split(" ").indexOf("OutRsts")]);
};

/** Slow readers at 1 MB/s of 25 MB, 20 at once for each client and transport, client-go with its pings every 5 seconds: all of it arrives. */
export const checkSlowReaders = async (context: RingContext, control: string): Promise<void> => {
  const before = resetsSent();
  const clientGo = ["spdy", "websocket"].map((transport) =>
    context.check(`client-go ${transport}: 25 MB at 1 MB/s with pings, ${rounds} of ${rounds}`, async () => {
      const results = await runGoClient(control, [
        ...["-transport", transport, "-cmd", `pattern ${bytes} 32768`, "-pattern"],
        ...["-rate", String(bytesPerSecond), "-parallel", String(rounds)],
      ]);
      assert.equal(results.length, rounds);
      const wrong = results.filter((result) => result.bytes !== bytes || !result.patternOk || result.error !== "");
      assert.deepEqual(
        wrong.map(({ bytes: arrived, error }) => ({ arrived, error })),
        [],
      );
    }),
  );
  const ours = (["spdy", "websocket"] as const).map((transport) =>
    context.check(`our client ${transport}: 25 MB at 1 MB/s, ${rounds} of ${rounds}`, async () => {
      const runs = Array.from({ length: rounds }, async () => {
        const { seen, read } = patternReader(bytesPerSecond);
        const { exitCode } = await runOurs(control, ["pattern", String(bytes), "32768"], {
          transport,
          stdout: read,
          keepAliveMs: 1_000,
        });
        return { ...seen, exitCode };
      });
      for (const run of await Promise.all(runs)) assert.deepEqual(run, { bytes, wrong: 0, exitCode: 0 });
    }),
  );
  await Promise.all([...clientGo, ...ours]);
  context.log(`TCP resets sent by this machine meanwhile, whoever sent them: ${resetsSent() - before}`);
};
