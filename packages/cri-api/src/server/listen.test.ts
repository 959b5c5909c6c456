import { spawn } from "node:child_process";
import { once } from "node:events";
import { link, mkdtemp, readdir, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { adopt, listen } from "./listen.ts";

const nobody = async () => "fake 1.0 answers there";
let folder = "";
let servers: Server[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-listen-"));
});

afterEach(async () => {
  await Promise.all(servers.filter((server) => server.listening).map((server) => once(server.close(), "close")));
  servers = [];
  await rm(folder, { recursive: true, force: true });
});

const server = (): Server => {
  const made = createServer((socket) => socket.end("hello"));
  servers.push(made);
  return made;
};

test("a unix socket tells its address, and takes its file along when it stops", async () => {
  const listening = await listen(server(), `unix://${folder}/x.sock`, {}, nobody);
  expect(listening.address).toBe(`unix://${folder}/x.sock`);
  await listening.stop();
  expect(await readdir(folder)).toEqual([]);
});

test("TCP is refused unless it is asked for, and then on loopback only unless all of it is", async () => {
  await expect(listen(server(), "tcp://127.0.0.1:0", {}, nobody)).rejects.toThrow(
    "tcp://127.0.0.1:0 has no password and gives root on this node to whoever reaches it; use a unix socket, or set the option tcp",
  );
  await expect(listen(server(), "tcp://0.0.0.0:0", { tcp: "loopback" }, nobody)).rejects.toThrow("other machines");
  const loopback = await listen(server(), "tcp://:0", { tcp: "loopback" }, nobody);
  expect(loopback.address).toMatch(/^tcp:\/\/127\.0\.0\.1:[1-9]\d+$/);
  const any = await listen(server(), "tcp://0.0.0.0:0", { tcp: "any" }, nobody);
  expect(any.address).toMatch(/^tcp:\/\/0\.0\.0\.0:[1-9]\d+$/);
});

test("a port that is taken is an error that says who answers there", async () => {
  const { address } = await listen(server(), "tcp://127.0.0.1:0", { tcp: "loopback" }, nobody);
  await expect(listen(server(), address, { tcp: "loopback" }, nobody)).rejects.toMatchObject({
    code: "AlreadyExists",
    message: `${address} is in use: fake 1.0 answers there; stop it, or choose another address`,
  });
});

test("a file descriptor that is no listening socket is an error that names it", async () => {
  await expect(listen(server(), "fd://987", {}, nobody)).rejects.toThrow(/^cannot listen on fd:\/\/987: .*; see how/);
});

test("a listening socket is inherited from the process that started this one", async () => {
  const parent = createServer();
  parent.listen(join(folder, "x.sock"));
  await once(parent, "listening");
  const { fd } = Reflect.get(parent, "_handle") as { fd: number };
  const script = `
    import { createServer } from "node:net";
    import { listen } from ${JSON.stringify(join(import.meta.dirname, "listen.ts"))};
    const server = createServer((socket) => socket.end("from the child"));
    const { address } = await listen(server, "fd://", {}, async () => "");
    process.stdout.write(address);`;
  const args = ["--conditions=@crikit/source", "--import", "tsx", "--input-type=module", "-e", script];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit", fd] });
  try {
    const [address] = await once(child.stdout ?? child, "data");
    expect(String(address)).toBe("fd://3");
    const path = join(folder, "same.sock");
    await link(join(folder, "x.sock"), path);
    await once(parent.close(), "close");
    const [hello] = await once(connect(path), "data");
    expect(String(hello)).toBe("from the child");
  } finally {
    child.kill();
    await once(child, "exit");
  }
});

test("a server that listens already is taken over as it is", async () => {
  const given = server();
  expect(() => adopt(given)).toThrow("the given server does not listen");
  given.listen(0, "127.0.0.1");
  await once(given, "listening");
  const listening = adopt(given);
  const socket = connect(Number(listening.address.split(":").at(-1)), "127.0.0.1");
  const [hello] = await once(socket, "data");
  expect(String(hello)).toBe("hello");
  await listening.stop();
  expect(given.listening).toBe(false);
});
