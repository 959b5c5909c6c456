import { fuzz } from "../../packages/grpc/src/testing/fuzz.ts";

/** What heap and buffers may grow by over half the connections: a leak of a few kilobytes each would be a hundred megabytes. */
const MAX_GROWN_BYTES = 16 << 20;

const [, , seed = "1", connections = "1000"] = process.argv;
const started = performance.now();
const { grownBytes } = await fuzz({ seed: Number(seed), connections: Number(connections) });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const { rss } = process.memoryUsage();
const resources = process.getActiveResourcesInfo().filter((name) => name !== "PipeWrap" && name !== "TTYWrap");
console.log(
  `seeds ${seed} to ${Number(seed) + Number(connections) - 1}: ${connections} connections in ${seconds} s, ` +
    `${(grownBytes / 1048576).toFixed(1)} MiB grown over the second half, RSS ${(rss / 1048576).toFixed(0)} MiB, ` +
    `open handles: ${resources.length === 0 ? "none" : resources.join(" ")}`,
);
process.exitCode = grownBytes > MAX_GROWN_BYTES || resources.length > 0 ? 1 : 0;
