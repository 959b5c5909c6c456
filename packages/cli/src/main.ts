#!/usr/bin/env node
import module from "node:module";

// Node 22.1 and newer keep compiled code between runs; Node 20 has no such function.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
const { runCrikit } = await import("./program.ts");

const interruption = new AbortController();
let interruptions = 0;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    interruptions += 1;
    if (interruptions > 1) process.exit(130);
    interruption.abort(new Error("interrupted"));
  });
// Whoever reads our output may have gone (`| head`): the write that fails says so, there is nothing to add.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const exitCode = await runCrikit(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: interruption.signal,
  platform: process.platform,
  uid: process.getuid?.(),
  nowMs: Date.now,
});
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise<void>((settle) => stream.write("", () => settle()))),
);
process.exit(exitCode);
