import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ContainerCreate, ContainerInspect } from "../engine/types.ts";

/** A container of the fake engine. */
export interface FakeContainer {
  readonly id: string;
  readonly name: string;
  readonly config: ContainerCreate;
  status: "created" | "running" | "exited";
  exitCode: number;
  createdAt: string;
  startedAt: string;
  finishedAt: string;
  readonly attached: Set<Socket>;
}

/** A Docker Engine as far as the adapter asks one, with containers that do nothing. Its answers have the shape of API 1.41. */
export interface FakeEngine {
  readonly socket: string;
  readonly folder: string;
  readonly containers: Map<string, FakeContainer>;
  /** The requests it got: `POST /containers/create`. */
  readonly requests: string[];
  /** Refuses the start of containers that this says yes to. */
  refusesStart: (container: FakeContainer) => boolean;
  /** Puts a container there that somebody else has made. */
  add(name: string, config: ContainerCreate): FakeContainer;
  /** Ends a container's first process; what it printed before is sent to those attached. */
  end(id: string, exitCode: number, output?: string): void;
  /** Breaks the streams of events. */
  cutEvents(): void;
  close(): Promise<void>;
}

const zeroTime = "0001-01-01T00:00:00Z";
const imageId = `sha256:${"1".repeat(64)}`;

const inspect = (container: FakeContainer): ContainerInspect => ({
  Id: container.id,
  Name: `/${container.name}`,
  Created: container.createdAt,
  Image: imageId,
  State: {
    Status: container.status,
    Running: container.status === "running",
    Pid: container.status === "running" ? 4242 : 0,
    ExitCode: container.exitCode,
    StartedAt: container.startedAt,
    FinishedAt: container.finishedAt,
    Error: "",
  },
  Config: container.config,
  HostConfig: container.config.HostConfig,
  Mounts: [],
  NetworkSettings: { Networks: { crikit: { IPAddress: "172.18.0.2", GlobalIPv6Address: "" } } },
});

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

const frame = (text: string): Buffer => {
  const header = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

/** Serves a fake engine on a unix socket of its own folder. */
export const serveFakeEngine = async (): Promise<FakeEngine> => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-fake-"));
  const socket = join(folder, "docker.sock");
  const containers = new Map<string, FakeContainer>();
  const requests: string[] = [];
  const streams = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  const networks = new Set<string>();

  const announce = (action: string, container: FakeContainer): void => {
    const event = {
      Type: "container",
      Action: action,
      Actor: { ID: container.id, Attributes: { name: container.name, ...container.config.Labels } },
      timeNano: Date.now() * 1_000_000,
    };
    for (const stream of streams) stream.write(`${JSON.stringify(event)}\n`);
  };

  const add = (name: string, config: ContainerCreate): FakeContainer => {
    const container: FakeContainer = {
      id: randomBytes(32).toString("hex"),
      name,
      config,
      status: "created",
      exitCode: 0,
      createdAt: new Date().toISOString(),
      startedAt: zeroTime,
      finishedAt: zeroTime,
      attached: new Set(),
    };
    containers.set(container.id, container);
    announce("create", container);
    return container;
  };

  const end = (id: string, exitCode: number, output = ""): void => {
    const container = containers.get(id);
    if (container === undefined) throw new Error(`no container ${id}`);
    for (const one of container.attached) one.end(output === "" ? Buffer.alloc(0) : frame(output));
    Object.assign(container, { status: "exited", exitCode, finishedAt: new Date().toISOString() });
    announce("die", container);
  };

  const engine: FakeEngine = {
    socket,
    folder,
    containers,
    requests,
    refusesStart: () => false,
    add,
    end,
    cutEvents: () => {
      for (const stream of streams) stream.destroy();
    },
    close: async () => {
      server.close();
      for (const one of sockets) one.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  const byName = (key: string): FakeContainer | undefined =>
    containers.get(key) ?? [...containers.values()].find((one) => one.name === key);

  const send = async (response: ServerResponse, status: number, body?: object): Promise<void> => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === undefined ? "" : JSON.stringify(body));
  };

  const onContainer = async (response: ServerResponse, method: string, path: readonly string[]): Promise<void> => {
    const [key = "", verb] = path;
    const container = byName(decodeURIComponent(key));
    if (container === undefined) return send(response, 404, { message: `No such container: ${key}` });
    if (method === "DELETE") {
      containers.delete(container.id);
      announce("destroy", container);
      return send(response, 204);
    }
    if (verb === "json") return send(response, 200, inspect(container));
    if (verb === "logs") return send(response, 200);
    if (verb !== "start" && verb !== "archive" && verb !== "stop" && verb !== "kill")
      return send(response, 404, { message: `unknown: ${verb}` });
    if (verb === "archive") return send(response, 404, { message: "no such file" });
    if (verb === "stop" || verb === "kill") {
      if (container.status === "running") end(container.id, 137);
      return send(response, 204);
    }
    if (engine.refusesStart(container))
      return send(response, 500, { message: "can't get final child's PID from pipe: EOF" });
    Object.assign(container, { status: "running", startedAt: new Date().toISOString() });
    announce("start", container);
    return send(response, 204);
  };

  const create = async (request: IncomingMessage, response: ServerResponse, name: string): Promise<void> => {
    const config: ContainerCreate = JSON.parse(await readBody(request));
    const other = byName(name);
    if (other !== undefined) return send(response, 409, { message: `Conflict. The name is in use by ${other.id}` });
    return send(response, 201, { Id: add(name, config).id });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "", "http://engine");
    const path = url.pathname.replace(/^\/v1\.\d+/, "");
    const method = request.method ?? "";
    requests.push(`${method} ${path}`);
    const [area, ...rest] = path.slice(1).split("/");
    if (path === "/version")
      return send(response, 200, { Version: "20.10.24", ApiVersion: "1.41", MinAPIVersion: "1.12" });
    if (path === "/info")
      return send(response, 200, {
        ServerVersion: "20.10.24",
        CgroupDriver: "cgroupfs",
        DockerRootDir: "/no/such",
        Runtimes: { runc: { path: "runc" } },
        DefaultRuntime: "runc",
        SecurityOptions: ["name=seccomp,profile=default"],
      });
    if (path === "/events") {
      response.writeHead(200);
      response.flushHeaders();
      streams.add(response);
      response.on("close", () => streams.delete(response));
      return;
    }
    if (path === "/containers/json") {
      const rows = [...containers.values()].map((one) => ({
        Id: one.id,
        State: one.status,
        Labels: one.config.Labels,
      }));
      return send(response, 200, rows);
    }
    if (path === "/containers/create") return create(request, response, url.searchParams.get("name") ?? "");
    if (area === "containers") return onContainer(response, method, rest);
    if (path === "/images/json")
      return send(response, 200, [
        { Id: imageId, RepoTags: ["registry.k8s.io/pause:3.10", "busybox:latest"], RepoDigests: null, Size: 1234 },
      ]);
    if (area === "images") return send(response, 200, { Id: imageId, Config: { User: "1000:1000" } });
    if (path === "/networks/create") {
      networks.add(JSON.parse(await readBody(request)).Name);
      return send(response, 201, {});
    }
    if (area === "networks")
      return networks.has(rest[0] ?? "")
        ? send(response, 200, { Id: "n" })
        : send(response, 404, { message: "no such network" });
    return send(response, 404, { message: `the fake engine does not know ${path}` });
  };

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => send(response, 500, { message: String(error) }));
  });
  server.on("connection", (one) => {
    sockets.add(one);
    one.once("close", () => sockets.delete(one));
  });
  server.on("upgrade", (request, upgraded: Socket) => {
    requests.push(`UPGRADE ${request.url?.split("?")[0]?.replace(/^\/v1\.\d+/, "")}`);
    const id = request.url?.split("/")[3] ?? "";
    upgraded.write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
    containers.get(id)?.attached.add(upgraded);
    upgraded.on("error", () => {});
  });
  server.listen(socket);
  await once(server, "listening");
  return engine;
};
