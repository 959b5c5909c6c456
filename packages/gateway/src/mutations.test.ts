import { connect } from "node:net";
import { ContainerEventResponse, type CriService } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { serveGateway } from "./index.ts";

const SEED = Number(process.env.SEED ?? 42);
const ROUNDS = 15;
const CONNECTIONS = 30;

/** Park and Miller's generator: the same bytes for the same seed. */
const createRandom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 48271) % 0x7fffffff;
    return state % below;
  };
};

const post = (path: string, ...lines: string[]): string =>
  [`POST /runtime.v1.RuntimeService/${path} HTTP/1.1`, "host: a", "authorization: Bearer t", ...lines].join("\r\n");

const RECORDED = [
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0",
  post("Version", "content-type: application/json", "content-length: 2", "", "{}"),
  post("GetContainerEvents", "content-type: application/json", "content-length: 2", "", "{}"),
  post("GetContainerEvents", "content-type: application/connect+json", "content-length: 7", "", "\0\0\0\0\x02{}"),
  "GET / HTTP/1.1\r\nhost: [\r\n\r\n",
];

const service: Partial<CriService> = {
  version: async () => ({ version: "0.1.0", runtimeName: "fake", runtimeVersion: "1", runtimeApiVersion: "v1" }),
  async *getContainerEvents() {
    for (;;) {
      yield ContainerEventResponse.create({ containerId: "c" });
      await new Promise((settle) => setTimeout(settle, 5));
    }
  },
};

test(`mutated requests, cut at any byte, end no process and leave no connection (seed ${SEED})`, async () => {
  const random = createRandom(SEED);
  const errors: unknown[] = [];
  const gateway = await serveGateway(service as CriService, { token: "t", onError: (error) => errors.push(error) });
  const { hostname, port } = new URL(gateway.url);
  const mutate = (): Buffer => {
    const noise = Buffer.from(Array.from({ length: random(60) }, () => random(256)));
    const bytes = Buffer.concat([Buffer.from(RECORDED[random(RECORDED.length)] ?? "", "latin1"), noise]);
    for (let changes = random(4); changes > 0; changes--) bytes[random(bytes.length)] = random(256);
    return bytes.subarray(0, random(bytes.length) + 1);
  };
  const attack = (): Promise<void> =>
    new Promise((settle) => {
      const [bytes, lifeMs] = [mutate(), random(25)];
      const socket = connect(Number(port), hostname, () => {
        socket.write(bytes);
        setTimeout(() => socket.destroy(), lifeMs);
      });
      socket.on("error", () => {}).once("close", () => settle());
      socket.resume();
    });
  for (let round = 0; round < ROUNDS; round++) await Promise.all(Array.from({ length: CONNECTIONS }, attack));
  const headers = { authorization: "Bearer t", "content-type": "application/json" };
  const answer = await fetch(`${gateway.url}/runtime.v1.RuntimeService/Version`, {
    method: "POST",
    body: "{}",
    headers,
  });
  const started = performance.now();
  await gateway.close({ drainMs: 20_000 });
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(answer.status).toBe(200);
  expect(errors).toEqual([]);
});
