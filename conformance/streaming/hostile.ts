import assert from "node:assert/strict";
import { createStreamingServer } from "@crikit/streaming";
import { mutate, playSession, RECORDINGS, randomFrom } from "../../packages/streaming/src/testing/mutations.ts";
import type { RingContext } from "../ring.ts";
import { programsRuntime } from "./programs.ts";

const atOnce = 500;

/** Recorded SPDY and WebSocket input, changed by a seeded generator: no crash, no hang, no session left. */
export const checkHostileInput = async (context: RingContext): Promise<void> => {
  const seed = Number(process.env.CRIKIT_SEED ?? Date.now() % 1_000_000);
  const inputs = context.quick ? 40_000 : 200_000;
  context.log(`mutations from seed ${seed}; CRIKIT_SEED=${seed} runs them again`);
  await context.check(`${inputs} mutated inputs over SPDY and WebSocket`, async () => {
    await using server = createStreamingServer(programsRuntime, {
      baseUrl: "http://127.0.0.1/",
      lingerMs: 20,
      creationTimeoutMs: 500,
    });
    const random = randomFrom(seed);
    for (let n = 0; n < inputs; n += atOnce) {
      const batch = Promise.all(
        Array.from({ length: atOnce }, (_, k) => {
          const recording = RECORDINGS[(n + k) % RECORDINGS.length];
          assert.ok(recording);
          const bytes = mutate(recording.bytes, random);
          const at = Math.floor(random() * bytes.length);
          return playSession(server, recording, [bytes.subarray(0, at), bytes.subarray(at)]);
        }),
      );
      let timer: NodeJS.Timeout | undefined;
      const hang = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`inputs ${n} to ${n + atOnce} of seed ${seed} hang`)), 20_000);
      });
      await Promise.race([batch, hang]).finally(() => clearTimeout(timer));
    }
    for (let n = 0; n < 100 && [...server.sessions()].length > 0; n++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal([...server.sessions()].length, 0, `sessions are left (seed ${seed})`);
  });
};
