import { ContainerState, CriError } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { fakeUrls, fakeWithStates } from "../../testing/fake-runtime.ts";
import type { CriRuntime } from "../contract/runtime.ts";
import { createCriService } from "./cri-service.ts";
import { shareBytes } from "./exec-sync.ts";

const MIB = 2 ** 20;

const serviceWith = (exec: CriRuntime["exec"], options = {}) =>
  createCriService(fakeWithStates({ container: ContainerState.CONTAINER_RUNNING }, { exec }), fakeUrls, options);

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

test("ExecSync answers both streams and the exit code", async () => {
  const service = serviceWith(async (session, streams) => {
    expect(session).toEqual({ containerId: "c1-whole", command: ["a", "b"], tty: false });
    streams.stdout?.write(Buffer.from("out"));
    streams.stderr?.writeFramed(Buffer.concat([Buffer.alloc(8), Buffer.from("err")]));
    return { exitCode: 255 };
  });
  const answer = await service.execSync({ containerId: "c1", cmd: ["a", "b"], timeout: 0n });
  expect([answer.stdout.toString(), answer.stderr.toString(), answer.exitCode]).toEqual(["out", "err", 255]);
});

test("output beyond 16 MiB is cut, each chunk released once, and the process goes on to its end", async () => {
  let released = 0;
  const service = serviceWith(async (_, streams) => {
    const chunk = Buffer.alloc(MIB, 0x61);
    for (let written = 0; written < 40; written++) streams.stdout?.write(chunk, () => released++);
    streams.stderr?.write(Buffer.from("the reason"));
    return { exitCode: 3 };
  });
  const answer = await service.execSync({ containerId: "c1", cmd: ["yes"], timeout: 0n });
  expect(answer.exitCode).toBe(3);
  expect(answer.stdout.byteLength + answer.stderr.byteLength).toBe(16 * MIB - 1024);
  expect(answer.stderr.toString()).toBe("the reason");
  expect(released).toBe(40);
});

test.each([
  [
    { stdout: 10, stderr: 10 },
    { stdout: 10, stderr: 10 },
  ],
  [
    { stdout: 200, stderr: 10 },
    { stdout: 90, stderr: 10 },
  ],
  [
    { stdout: 10, stderr: 200 },
    { stdout: 10, stderr: 90 },
  ],
  [
    { stdout: 200, stderr: 200 },
    { stdout: 50, stderr: 50 },
  ],
])("of 100 bytes, streams of %j get %j", (sizes, share) => {
  expect(shareBytes(sizes, 100)).toEqual(share);
});

test("a timeout ends the process, waits for its end and is DeadlineExceeded", async () => {
  let hasEnded = false;
  const service = serviceWith(async (_, __, { signal }) => {
    await untilAborted(signal);
    hasEnded = true;
    return { exitCode: 137 };
  });
  await expect(service.execSync({ containerId: "c1", cmd: ["sleep", "99"], timeout: 1n })).rejects.toMatchObject({
    code: "DeadlineExceeded",
    message: 'command "sleep 99" in container "c1" timed out after 1 s',
  });
  expect(hasEnded).toBe(true);
});

test("a runtime that does not end the process in time does not hold the answer", async () => {
  const service = serviceWith(() => new Promise(() => {}), { execSyncEndMs: 10 });
  await expect(service.execSync({ containerId: "c1", cmd: ["sleep"], timeout: 1n })).rejects.toMatchObject({
    code: "DeadlineExceeded",
  });
});

test("a caller that goes away ends the process and gets Canceled", async () => {
  const caller = new AbortController();
  const service = serviceWith(async (_, __, { signal }) => {
    caller.abort();
    await untilAborted(AbortSignal.any([signal, AbortSignal.timeout(1)]));
    throw new CriError("Unknown", "killed");
  });
  const call = service.execSync({ containerId: "c1", cmd: ["sleep"], timeout: 0n }, { signal: caller.signal });
  await expect(call).rejects.toMatchObject({ code: "Canceled" });
});

test("a timeout longer than any timer is no timeout of zero", async () => {
  const service = serviceWith(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { exitCode: 0 };
  });
  const answer = await service.execSync({ containerId: "c1", cmd: ["true"], timeout: 2n ** 40n });
  expect(answer.exitCode).toBe(0);
});
