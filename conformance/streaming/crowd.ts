import assert from "node:assert/strict";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { RingContext } from "../ring.ts";
import { runOurs } from "./our-client.ts";
import { buildPeer, mint, startPeer, type Usage, usageOf } from "./peers.ts";

/** Waits until the server has no session and as many handles as before. */
const settled = async (control: string, before: Usage): Promise<Usage> => {
  let usage = await usageOf(control);
  for (let n = 0; n < 100 && (usage.sessions > 0 || usage.handles > before.handles); n++) {
    await delay(100);
    usage = await usageOf(control);
  }
  assert.equal(usage.sessions, 0, "sessions are left");
  assert.ok(usage.handles <= before.handles, `${usage.handles} handles, ${before.handles} before`);
  return usage;
};

const requestOf = (url: string, headers: readonly string[]): string => {
  const { pathname, host } = new URL(url);
  return [`GET ${pathname} HTTP/1.1`, `Host: ${host}`, "Connection: Upgrade", ...headers, "", ""].join("\r\n");
};

const spdy = ["Upgrade: SPDY/3.1", "X-Stream-Protocol-Version: v4.channel.k8s.io"];
const webSocket = [
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Protocol: v5.channel.k8s.io",
];

/** How far a client gets before it drops: nothing sent, half a request, the answer seen, half of a first frame. */
const dropAt = (url: string, phase: number): Promise<void> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const request = requestOf(url, phase % 2 === 0 ? spdy : webSocket);
    const socket = connect({ host: hostname, port: Number(port) });
    const drop = (): void => {
      if (phase % 3 === 0) socket.resetAndDestroy();
      else socket.destroy();
    };
    socket.on("error", () => {});
    socket.once("close", () => resolve());
    socket.once("connect", () => {
      if (phase < 2) return drop();
      if (phase < 4) return void socket.write(request.slice(0, 60), drop);
      socket.write(request);
      socket.once("data", () => {
        if (phase < 6) drop();
        else socket.write(Buffer.from(phase % 2 === 0 ? "8003000100000035000000" : "8285", "hex"), drop);
      });
    });
  });

/** Many sessions at once, and many that never become one: memory and handles come back. */
export const checkCrowd = async (context: RingContext, control: string): Promise<void> => {
  await runOurs(control, ["echo", "warm"], { transport: "spdy" });
  await runOurs(control, ["echo", "warm"], { transport: "websocket" });
  const before = await usageOf(control);
  for (const transport of ["spdy", "websocket"]) {
    await context.check(`500 idle sessions over ${transport} come and go`, async () => {
      const idle = await startPeer(buildPeer("reader"), [
        ...["-control", control, "-transport", transport, "-cmd", "cat", "-idle", "500"],
      ]);
      const held = await usageOf(control);
      assert.equal(held.sessions, 500);
      context.log(`500 idle ${transport} sessions: RSS +${((held.rssBytes - before.rssBytes) / 1e6).toFixed(1)} MB`);
      await idle.stop();
      await settled(control, before);
    });
  }
  await context.check("200 sessions at once, each moving 1 MiB", async () => {
    const runs = Array.from({ length: 200 }, async (_, n) => {
      let bytes = 0;
      const { exitCode } = await runOurs(control, ["gen", "1048576", "32768"], {
        transport: n % 2 === 0 ? "spdy" : "websocket",
        stdout: (chunk) => {
          bytes += chunk.length;
        },
      });
      return [exitCode, bytes];
    });
    for (const run of await Promise.all(runs)) assert.deepEqual(run, [0, 1_048_576]);
    await settled(control, before);
  });
  await context.check("1,000 connections dropped in every phase of the handshake", async () => {
    for (let n = 0; n < 1_000; n += 20) {
      const drops = Array.from({ length: 20 }, async (_, k) =>
        dropAt(await mint(control, { kind: "exec", cmd: ["cat"], stdin: true }), (n + k) % 8),
      );
      await Promise.all(drops);
    }
    const after = await settled(control, before);
    const grown = (after.heapBytes - before.heapBytes) / 1e6;
    assert.ok(grown < 8, `the heap has grown by ${grown.toFixed(1)} MB`);
  });
};
