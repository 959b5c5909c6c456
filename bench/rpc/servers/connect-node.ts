import { createServer } from "node:http2";
import { create, type DescMessage, type MessageInitShape } from "@bufbuild/protobuf";
import type { HandlerContext } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import { loadCriRegistry } from "@crikit/cri-api/descriptor";
import { createContainerList, createEvent, EVENT_COUNT, VERSION } from "../records.ts";
import { announce, parseServerArguments } from "./arguments.ts";

const settings = parseServerArguments();
const registry = await loadCriRegistry();
const service = registry.getService("runtime.v1.RuntimeService");
if (service === undefined) throw new Error("the CRI's descriptors have no runtime.v1.RuntimeService");

const list = createContainerList(settings);
const messages = new WeakMap<object, unknown>();

/** Each record is made a message of protobuf-es once, so that Connect is not charged for the conversion of records that stay. */
const messageOf = (schema: DescMessage, record: object): unknown => {
  let message = messages.get(record);
  if (message === undefined) {
    message = create(schema, record as MessageInitShape<DescMessage>);
    messages.set(record, message);
  }
  return message;
};

const container = registry.getMessage("runtime.v1.Container");
if (container === undefined) throw new Error("the CRI's descriptors have no runtime.v1.Container");

const implementation: object = {
  version: () => VERSION,
  listContainers: () => ({ containers: list().map((record) => messageOf(container, record)) }),
  getContainerEvents: async function* (_request: unknown, { signal }: HandlerContext) {
    for (let number = 0; number < EVENT_COUNT && !signal.aborted; number += 1) yield createEvent(number);
  },
};

const server = createServer(
  // The defaults would reset streams beyond 10 MB in flight and compress every answer: grpc-stack's remedies for both.
  { maxSessionMemory: 1024 },
  connectNodeAdapter({
    routes: (router) => router.service(service, implementation),
    acceptCompression: [],
  }),
);
server.listen(settings.socket, () => announce("connect-node"));
