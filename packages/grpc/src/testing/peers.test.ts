import { createServer, type Http2Server, type ServerHttp2Session } from "node:http2";
import { connect } from "node:net";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import { ServerCredentials } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, jest, test } from "@jest/globals";
import { type Channel, createChannel } from "../client/channel.ts";
import { createGrpcClient } from "../client/client.ts";
import { createGrpcServer } from "../server/server.ts";
import { ECHO_CHECKS } from "./drive-echo.ts";
import { EchoDefinition, echo } from "./echo.ts";
import { addEchoToConnect } from "./echo-connect.ts";
import { createEchoServerOfGrpcJs } from "./echo-grpc-js.ts";
import { createTemporarySocket } from "./temporary-socket.ts";

const ours = async (path: string): Promise<() => Promise<void>> => {
  const server = createGrpcServer().add(EchoDefinition, echo);
  await server.listen(path);
  return () => server.close();
};

const oursGzipped = async (path: string): Promise<() => Promise<void>> => {
  const server = createGrpcServer({ compression: "gzip" }).add(EchoDefinition, echo);
  await server.listen(path);
  return () => server.close();
};

const grpcJs = async (path: string): Promise<() => Promise<void>> => {
  const server = createEchoServerOfGrpcJs();
  await new Promise<void>((resolve, reject) =>
    server.bindAsync(`unix:${path}`, ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve(),
    ),
  );
  return async () => server.forceShutdown();
};

const connectNode = async (path: string): Promise<() => Promise<void>> => {
  const sessions = new Set<ServerHttp2Session>();
  const server: Http2Server = createServer(
    { maxSessionMemory: 1024 },
    connectNodeAdapter({ routes: addEchoToConnect, readMaxBytes: 16 << 20, acceptCompression: [] }),
  );
  server.on("session", (session) => sessions.add(session));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return async () => {
    for (const session of sessions) session.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
};

describe.each([
  ["ours", ours, {}],
  ["ours with gzip", oursGzipped, { compression: "gzip" }],
  ["grpc-js 1.14.7", grpcJs, {}],
  ["connect-node 2.1.2", connectNode, {}],
] as const)("our client against the server of %s", (_, serve, options) => {
  const socket = createTemporarySocket();
  let channel: Channel;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    // Connect prints every call that a client canceled.
    jest.spyOn(console, "error").mockImplementation(() => {});
    stop = await serve(socket.path);
    channel = createChannel(async () => connect(socket.path), options);
  });
  afterAll(async () => {
    await channel.close();
    await stop();
    socket[Symbol.dispose]();
    jest.restoreAllMocks();
  });

  test.each(Object.entries(ECHO_CHECKS))("%s", (_name, check) => check(createGrpcClient(EchoDefinition, channel)));
});
