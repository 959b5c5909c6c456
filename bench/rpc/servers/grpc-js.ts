import type { EventEmitter } from "node:events";
import { RuntimeServiceDefinition } from "@crikit/cri-api";
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { createContainerList, createEvent, EVENT_COUNT, VERSION } from "../records.ts";
import { announce, parseServerArguments } from "./arguments.ts";

const settings = parseServerArguments();
const list = createContainerList(settings);

interface Codec {
  encode(message: never): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

const toMethod = (method: {
  readonly name: string;
  readonly requestType: Codec;
  readonly responseType: Codec;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}): ServiceDefinition[string] => ({
  path: `/${RuntimeServiceDefinition.fullName}/${method.name}`,
  requestStream: method.requestStream,
  responseStream: method.responseStream,
  requestSerialize: (message) => Buffer.from(method.requestType.encode(message as never).finish()),
  requestDeserialize: (bytes) => method.requestType.decode(bytes),
  responseSerialize: (message) => {
    const bytes = method.responseType.encode(message as never).finish();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  },
  responseDeserialize: (bytes) => method.responseType.decode(bytes),
});

const version: handleUnaryCall<unknown, unknown> = (_call, answer) => answer(null, VERSION);

const listContainers: handleUnaryCall<unknown, unknown> = (_call, answer) => answer(null, { containers: list() });

/** Resolves when more can be written, or when the client has gone. */
const drained = (call: EventEmitter): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      call.off("drain", settle).off("cancelled", settle);
      resolve();
    };
    call.once("drain", settle).once("cancelled", settle);
  });

const getContainerEvents: handleServerStreamingCall<unknown, unknown> = async (call) => {
  for (let number = 0; number < EVENT_COUNT && !call.cancelled; number += 1) {
    if (!call.write(createEvent(number))) await drained(call);
  }
  call.end();
};

const { version: v, listContainers: l, getContainerEvents: e } = RuntimeServiceDefinition.methods;
const implementation: UntypedServiceImplementation = { version, listContainers, getContainerEvents };
const server = new Server({ "grpc.max_send_message_length": -1 });
server.addService(
  { version: toMethod(v), listContainers: toMethod(l), getContainerEvents: toMethod(e) },
  implementation,
);
server.bindAsync(`unix:${settings.socket}`, ServerCredentials.createInsecure(), (error) => {
  if (error !== null) throw error;
  announce("grpc-js");
});
