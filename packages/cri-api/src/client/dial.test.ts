import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { parseEndpoint } from "../cri/endpoint.ts";
import { dial } from "./dial.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-dial-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const failure = (address: string) =>
  dial(parseEndpoint(address)).then(
    () => "connected",
    ({ code, message }) => `${code}: ${message}`,
  );

test("a connection is opened", async () => {
  const server = createServer((socket) => socket.end("hello"));
  server.listen(join(folder, "x.sock"));
  await once(server, "listening");
  const connection = await dial({ kind: "unix", path: join(folder, "x.sock") });
  expect(String((await once(connection, "data"))[0])).toBe("hello");
  await once(server.close(), "close");
});

test("what is not there, listens to nobody, or is no socket is Unavailable in one sentence that says what to do", async () => {
  const address = `unix://${folder}/x.sock`;
  expect(await failure(address)).toBe(
    `Unavailable: cannot reach ${address}: there is no such socket; start the runtime, or name another endpoint`,
  );
  await writeFile(join(folder, "x.sock"), "");
  expect(await failure(address)).toBe(
    `Unavailable: cannot reach ${address}: it is not a socket; name another endpoint`,
  );
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const bound = free.address();
  const port = typeof bound === "object" ? bound?.port : 0;
  await once(free.close(), "close");
  expect(await failure(`tcp://127.0.0.1:${port}`)).toBe(
    `Unavailable: cannot reach tcp://127.0.0.1:${port}: nobody listens there; start the runtime, or name another endpoint`,
  );
});

const testAsUser = process.getuid?.() === 0 ? test.skip : test;
testAsUser("a socket one may not use is said to be one (skipped as root, who may)", async () => {
  const server = createServer().listen(join(folder, "x.sock"));
  await once(server, "listening");
  await chmod(join(folder, "x.sock"), 0o000);
  expect(await failure(`unix://${folder}/x.sock`)).toContain("permission denied; run as a user who may use it");
  await once(server.close(), "close");
});

test("a signal ends an attempt with its reason", async () => {
  const signal = AbortSignal.abort(new Error("no connection within 20 s"));
  await expect(dial({ kind: "unix", path: join(folder, "x.sock") }, signal)).rejects.toThrow(
    `cannot reach unix://${folder}/x.sock: no connection within 20 s`,
  );
});

test("an inherited socket cannot be dialled", async () => {
  expect(await failure("fd://3")).toBe("InvalidArgument: fd://3 can be served, not connected to");
});
