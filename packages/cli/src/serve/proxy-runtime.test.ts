import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContainerConfig, PodSandboxConfig } from "@crikit/cri-api";
import { type CriConnection, connectCri } from "@crikit/cri-api/client";
import { createSessionFaultHook, parseFaultRules, withFaults } from "@crikit/cri-runtime/middleware";
import { createChannel, createGrpcServer, GrpcError, Status } from "@crikit/grpc";
import { attach, execute, portForward } from "@crikit/streaming/client";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MockCri, startMockCri } from "../testing/mock-cri.ts";
import { type CriProxy, serveProxy } from "./proxy-runtime.ts";

const RULES = parseFaultRules(`
calls:
  - { call: RemoveImage, error: { code: PermissionDenied, message: not today } }
sessions:
  - { session: exec, match: { command: wrong }, exitCode: 42 }
`);

let folder = "";
let cri: MockCri;
let proxy: CriProxy;
let service: CriConnection;
let containerId = "";
let podSandboxId = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-proxy-"));
  cri = await startMockCri();
  proxy = await serveProxy({
    from: [`unix://${folder}/front.sock`],
    to: cri.endpoint,
    socket: {},
    streaming: { faults: createSessionFaultHook(RULES) },
    wrap: (inner) => withFaults(inner, RULES),
  });
  service = connectCri(proxy.addresses[0] ?? "");
  const config = PodSandboxConfig.fromPartial({ metadata: { name: "web", namespace: "default", uid: "1" } });
  await cri.client.pullImage({ image: { image: "busybox" } });
  ({ podSandboxId } = await service.runPodSandbox({ config, runtimeHandler: "" }));
  const container = ContainerConfig.fromPartial({
    metadata: { name: "main" },
    image: { image: "busybox" },
    stdin: true,
    command: ["sh", "-c", "while read line; do echo got $line; done"],
  });
  ({ containerId } = await service.createContainer({ podSandboxId, config: container, sandboxConfig: config }));
  await service.startContainer({ containerId });
});

afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await proxy.close({ drainMs: 0 });
  await cri.close();
  await rm(folder, { recursive: true });
});

const run = async (cmd: readonly string[], input?: string) => {
  const chunks: Buffer[] = [];
  const request = { containerId, cmd: [...cmd], tty: false, stdin: input !== undefined, stdout: true, stderr: true };
  const { url } = await service.exec(request);
  const collect = (chunk: Uint8Array): void => void chunks.push(Buffer.from(chunk));
  const streams = { stdout: collect, stderr: collect, ...(input !== undefined && { stdin: [input] }) };
  const { exitCode } = await execute(url, streams);
  return { url, exitCode, output: Buffer.concat(chunks).toString() };
};

test("calls and their errors are the runtime's", async () => {
  expect(await service.version({ version: "v1" })).toEqual(await cri.service.version({ version: "v1" }));
  await expect(service.containerStatus({ containerId: "nope", verbose: false })).rejects.toMatchObject({
    code: "NotFound",
    message: 'container "nope" does not exist',
  });
});

test("an exec session is at a URL of the proxy, and has the command's streams and exit code", async () => {
  const { url, exitCode, output } = await run(["sh", "-c", "cat; echo problem >&2; exit 9"], "typed\n");
  expect(url.startsWith(proxy.streamingUrl)).toBe(true);
  expect({ exitCode, output: output.split("\n").sort() }).toEqual({ exitCode: 9, output: ["", "problem", "typed"] });
});

test("a megabyte goes through in both directions, and is counted", async () => {
  const input = "0123456789abcdef".repeat(65_536);
  const { output } = await run(["cat"], input);
  expect(output).toBe(input);
  expect(proxy.streaming.metrics()).toMatch(/bytes_total\{direction="in"\} 10\d{5}/);
});

test("what Exec refuses is refused by the call, what cannot be run by the session", async () => {
  const request = { containerId: "nope", cmd: ["ls"], tty: false, stdin: false, stdout: true, stderr: true };
  await expect(service.exec(request)).rejects.toMatchObject({ code: "NotFound" });
  const direct = await cri.client.exec({ containerId, cmd: ["/no/such"], stdout: true });
  const failure = await execute(direct.url, { stdout: () => {} }).catch((error: Error) => error);
  await expect(run(["/no/such"])).rejects.toThrow(failure instanceof Error ? failure.message : "it did not fail");
});

test("sessions asked for with the same words are as many as were asked for", async () => {
  const runs = await Promise.all(Array.from({ length: 8 }, () => run(["sh", "-c", "echo same; exit 3"])));
  expect(runs.map(({ exitCode, output }) => [exitCode, output])).toEqual(runs.map(() => [3, "same\n"]));
});

test("faults apply to calls and to sessions", async () => {
  await expect(service.removeImage({ image: undefined })).rejects.toMatchObject({ code: "PermissionDenied" });
  expect((await run(["echo", "wrong"])).exitCode).toBe(42);
});

test("attach and port-forward go on to the runtime", async () => {
  const lines: string[] = [];
  const { url } = await service.attach({ containerId, tty: false, stdin: true, stdout: true, stderr: true });
  const done = new AbortController();
  const collect = (chunk: Uint8Array): void => {
    lines.push(Buffer.from(chunk).toString());
    done.abort();
  };
  const silent = { stdin: ["hello\n"], stdout: collect, stderr: () => {}, signal: done.signal };
  await attach(url, silent).catch(() => {});
  expect(lines.join("")).toBe("got hello\n");

  await run(["sh", "-c", "true"]);
  const listener = cri.client.exec({
    containerId,
    cmd: ["nc", "-l", "-p", "7000", "-e", "cat"],
    stdout: true,
    stderr: true,
  });
  void execute((await listener).url, { stdout: () => {}, stderr: () => {} }).catch(() => {});
  const forwardUrl = async (): Promise<string> => (await service.portForward({ podSandboxId, port: [7000] })).url;
  await using forwarder = await portForward(forwardUrl, { ports: [":7000"], addresses: ["127.0.0.1"] });
  const port = forwarder.ports[0]?.localPort ?? 0;
  expect(port).toBeGreaterThan(0);
  const socket = connect(port, "127.0.0.1");
  await new Promise((settle) => socket.once("connect", settle));
  socket.destroy();
});

test("calls that no proto has go through as bytes, with metadata and status", async () => {
  const backend = createGrpcServer({
    fallback: async function* (requests, call) {
      if (!call.path.endsWith("/Tomorrow")) throw new GrpcError(Status.UNIMPLEMENTED, "not even tomorrow");
      call.setTrailers({ trailer: `${call.metadata.get("asked")}, answered` });
      for await (const request of requests) yield Uint8Array.from(request).reverse();
    },
  });
  const server = createServer((socket) => backend.accept(socket));
  await new Promise<void>((settle) => server.listen(`${folder}/back.sock`, settle));
  const addresses = { from: [`unix://${folder}/front2.sock`], to: `unix://${folder}/back.sock` };
  const front = await serveProxy({ ...addresses, socket: {}, streaming: {}, wrap: (inner) => inner });
  const channel = createChannel(`${folder}/front2.sock`);
  try {
    let trailer: unknown;
    const options = {
      metadata: { asked: "asked" },
      onTrailers: (metadata: { get(key: string): unknown }): void => {
        trailer = metadata.get("trailer");
      },
    };
    const ask = async function* () {
      yield Uint8Array.of(1, 2, 3);
    };
    const answers: number[][] = [];
    for await (const answer of channel.call("/runtime.v9.Other/Tomorrow", ask(), options)) answers.push([...answer]);
    expect({ answers, trailer }).toEqual({ answers: [[3, 2, 1]], trailer: "asked, answered" });
    const never = channel.call("/runtime.v9.Other/Never", ask())[Symbol.asyncIterator]();
    await expect(never.next()).rejects.toMatchObject({ code: 12, message: "not even tomorrow" });
  } finally {
    await channel.close({ drainMs: 0 });
    await front.close({ drainMs: 0 });
    await backend.close({ drainMs: 0 });
    await new Promise((settle) => server.close(settle));
  }
});
