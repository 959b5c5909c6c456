import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, lstat, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { isCriError } from "../cri/error.ts";
import { listenOnFile } from "./socket-file.ts";

const options = { mode: 0o660, whoAnswers: async () => "fake 1.0 answers there" };
let folder = "";
let servers: Server[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-socket-"));
});

afterEach(async () => {
  await Promise.all(servers.filter((server) => server.listening).map((server) => once(server.close(), "close")));
  servers = [];
  await rm(folder, { recursive: true, force: true });
});

const server = (): Server => {
  const made = createServer((socket) => socket.end());
  servers.push(made);
  return made;
};

const canConnect = async (path: string): Promise<boolean> => {
  const socket = connect(path);
  const connected = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return connected;
};

/** What a server killed outright leaves: a socket file at which nobody listens. */
const leaveStaleSocket = async (path: string): Promise<void> => {
  const script = `require("net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`;
  await once(spawn(process.execPath, ["-e", script]), "exit");
  expect((await lstat(path)).isSocket()).toBe(true);
};

test("a socket file appears in a folder that was not there, with its mode, and nothing else beside it", async () => {
  const path = join(folder, "run", "deep", "x.sock");
  const file = await listenOnFile(server(), path, options);
  expect(await canConnect(path)).toBe(true);
  expect((await lstat(path)).mode & 0o777).toBe(0o660);
  expect(await readdir(join(folder, "run", "deep"))).toEqual(["x.sock"]);
  await file.remove();
  expect(await readdir(join(folder, "run", "deep"))).toEqual([]);
});

test("a stale socket is replaced", async () => {
  const path = join(folder, "x.sock");
  await leaveStaleSocket(path);
  await listenOnFile(server(), path, options);
  expect(await canConnect(path)).toBe(true);
});

test("a live socket is an error that says who answers there, and goes on answering", async () => {
  const path = join(folder, "x.sock");
  await listenOnFile(server(), path, options);
  const refused = listenOnFile(server(), path, options);
  await expect(refused).rejects.toThrow(`${path} is in use: fake 1.0 answers there; stop it, or choose another path`);
  await expect(refused).rejects.toMatchObject({ code: "AlreadyExists" });
  expect(await canConnect(path)).toBe(true);
  expect(await readdir(folder)).toEqual(["x.sock"]);
});

test("of two servers that start at once one gets the path and the other is told", async () => {
  const path = join(folder, "x.sock");
  await leaveStaleSocket(path);
  const results = await Promise.allSettled([1, 2, 3].map(() => listenOnFile(server(), path, options)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") expect(isCriError(result.reason, "AlreadyExists")).toBe(true);
  }
  expect(await canConnect(path)).toBe(true);
});

test("what is not a socket is never removed: a file, a folder, a link", async () => {
  const path = join(folder, "x.sock");
  const makers = [() => writeFile(path, "text"), () => mkdir(path), () => symlink("/nowhere", path)];
  for (const make of makers) {
    await make();
    await expect(listenOnFile(server(), path, options)).rejects.toThrow(`${path} is not a socket; choose another path`);
    expect(await readdir(folder)).toEqual(["x.sock"]);
    await rm(path, { recursive: true });
  }
});

test("a socket that another server has put in the place of ours is not removed with ours", async () => {
  const path = join(folder, "x.sock");
  const ours = server();
  const file = await listenOnFile(ours, path, options);
  await listenOnFile(server(), join(folder, "y.sock"), options);
  await rename(join(folder, "y.sock"), path);
  await once(ours.close(), "close");
  await file.remove();
  expect(await canConnect(path)).toBe(true);
});

test("a folder that cannot be made and a path that is too long are errors that name the path", async () => {
  await writeFile(join(folder, "file"), "");
  await expect(listenOnFile(server(), join(folder, "file", "x.sock"), options)).rejects.toThrow(
    `cannot listen on ${join(folder, "file", "x.sock")}`,
  );
  await expect(listenOnFile(server(), join(folder, "x".repeat(120)), options)).rejects.toMatchObject({
    code: "InvalidArgument",
    message: expect.stringContaining("too long"),
  });
});

const testAsUser = process.getuid?.() === 0 ? test.skip : test;
testAsUser("a folder nobody may write to is PermissionDenied (skipped as root, who may)", async () => {
  await chmod(folder, 0o500);
  await expect(listenOnFile(server(), join(folder, "x.sock"), options)).rejects.toMatchObject({
    code: "PermissionDenied",
  });
  await chmod(folder, 0o700);
});

const onLinux = process.platform === "linux" ? test : test.skip;
onLinux("a folder in a file system that makes none is an error, not a wait for ever", async () => {
  await expect(listenOnFile(server(), "/proc/no/such/x.sock", options)).rejects.toThrow("/proc/no/such");
});

test("a folder several levels deep is made", async () => {
  const path = join(folder, "a", "b", "c", "x.sock");
  await listenOnFile(server(), path, options);
  expect(await canConnect(path)).toBe(true);
});
