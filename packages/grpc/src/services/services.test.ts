import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Status } from "../call/status.ts";
import { type Channel, createChannel } from "../client/channel.ts";
import { createGrpcClient } from "../client/client.ts";
import { HealthDefinition } from "../gen/grpc/health/v1/health.ts";
import {
  ServerReflectionDefinition,
  type ServerReflectionRequest,
  type ServerReflectionResponse,
} from "../gen/grpc/reflection/v1/reflection.ts";
import { ServerReflectionDefinition as AlphaDefinition } from "../gen/grpc/reflection/v1alpha/reflection.ts";
import { createGrpcServer } from "../server/server.ts";
import { createBytePair } from "../testing/byte-pair.ts";
import { addHealth, type Health } from "./health.ts";
import { addReflection } from "./reflection.ts";

const server = createGrpcServer();
let health: Health;
let channel: Channel;

beforeAll(() => {
  addReflection(server, { descriptorSets: [] });
  health = addHealth(server);
  const [near, far] = createBytePair();
  server.accept(far);
  channel = createChannel(async () => near);
});
afterAll(async () => {
  await channel.close();
  await server.close();
});

test("health: services registered before are SERVING, an unknown one is NOT_FOUND, all are listed", async () => {
  const client = createGrpcClient(HealthDefinition, channel);
  expect((await client.check({ service: "" })).status).toBe(1);
  expect((await client.check({ service: "grpc.reflection.v1.ServerReflection" })).status).toBe(1);
  await expect(client.check({ service: "no.Such" })).rejects.toMatchObject({ code: Status.NOT_FOUND });
  expect(Object.keys((await client.list({})).statuses)).toContain("grpc.reflection.v1alpha.ServerReflection");
});

test("health: a watch hears of each change, of a service that is not there yet too, and ends with its reader", async () => {
  const client = createGrpcClient(HealthDefinition, channel);
  const seen: number[] = [];
  for await (const { status } of client.watch({ service: "later.Service" })) {
    seen.push(status);
    if (seen.length === 1) setTimeout(() => health.set("later.Service", "SERVING"), 5);
    if (seen.length === 2) setTimeout(() => health.set("later.Service", "NOT_SERVING"), 5);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual([3, 1, 2]);
});

const question = (ask: Partial<ServerReflectionRequest>): ServerReflectionRequest => ({ host: "", ...ask });

const ask = async (...asked: Partial<ServerReflectionRequest>[]): Promise<ServerReflectionResponse[]> => {
  const requests = async function* (): AsyncGenerator<ServerReflectionRequest> {
    for (const one of asked) yield question(one);
  };
  const answers: ServerReflectionResponse[] = [];
  const client = createGrpcClient(ServerReflectionDefinition, channel);
  for await (const answer of client.serverReflectionInfo(requests())) answers.push(answer);
  return answers;
};

test("reflection: services, files by name, symbol and import", async () => {
  const [list, byName, bySymbol, byMethod, byField] = await ask(
    { listServices: "" },
    { fileByFilename: "grpc/health/v1/health.proto" },
    { fileContainingSymbol: "grpc.health.v1.HealthCheckRequest" },
    { fileContainingSymbol: "grpc.health.v1.Health.Check" },
    { fileContainingSymbol: "grpc.health.v1.HealthCheckRequest.service" },
  );
  expect(list?.listServicesResponse?.service.map(({ name }) => name)).toEqual([
    "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
  ]);
  for (const answer of [byName, bySymbol, byMethod, byField])
    expect(answer?.fileDescriptorResponse?.fileDescriptorProto[0]?.includes("grpc/health/v1/health.proto")).toBe(true);
});

test("reflection: what is not there is an answer, and the stream goes on", async () => {
  const answers = await ask(
    { fileByFilename: "no.proto" },
    { fileContainingSymbol: "no.Such" },
    { fileContainingSymbol: "grpc.health.v1.Health.Nope" },
    { fileContainingExtension: { containingType: "no.Such", extensionNumber: 1 } },
    { allExtensionNumbersOfType: "no.Such" },
    {},
    { allExtensionNumbersOfType: "grpc.health.v1.HealthCheckRequest" },
  );
  expect(answers.map(({ errorResponse }) => errorResponse?.errorCode)).toEqual([5, 5, 5, 5, 5, 3, undefined]);
  expect(answers.at(-1)?.allExtensionNumbersResponse?.extensionNumber).toEqual([]);
});

test("reflection: v1alpha answers the same", async () => {
  const requests = async function* (): AsyncGenerator<ServerReflectionRequest> {
    yield question({ listServices: "" });
  };
  for await (const { listServicesResponse } of createGrpcClient(AlphaDefinition, channel).serverReflectionInfo(
    requests(),
  ))
    expect(listServicesResponse?.service.length).toBe(3);
});
