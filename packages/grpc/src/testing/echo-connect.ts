import { setTimeout as sleep } from "node:timers/promises";
import { create, createFileRegistry, type DescService } from "@bufbuild/protobuf";
import {
  type BytesValue,
  BytesValueSchema,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
  file_google_protobuf_wrappers,
} from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, type ConnectRouter, type HandlerContext } from "@connectrpc/connect";
import { EchoDefinition, hear } from "./echo.ts";

const BYTES_VALUE = ".google.protobuf.BytesValue";

const createEchoDescriptor = (): DescService => {
  const file = create(FileDescriptorProtoSchema, {
    name: "echo.proto",
    package: "crikit.interop.v1",
    syntax: "proto3",
    dependency: ["google/protobuf/wrappers.proto"],
    service: [
      {
        name: "Echo",
        method: Object.values(EchoDefinition.methods).map(({ name, requestStream, responseStream }) => ({
          name,
          inputType: BYTES_VALUE,
          outputType: BYTES_VALUE,
          clientStreaming: requestStream,
          serverStreaming: responseStream,
        })),
      },
    ],
  });
  const set = create(FileDescriptorSetSchema, { file: [file_google_protobuf_wrappers.proto, file] });
  const service = createFileRegistry(set).getService(EchoDefinition.fullName);
  if (service === undefined) throw new Error("the echo service is not in its own file");
  return service;
};

/** `EchoDefinition` as Connect takes it. */
export const echoServiceOfConnect = createEchoDescriptor();

const message = (value: Uint8Array): BytesValue => create(BytesValueSchema, { value });
const text = (words: string): BytesValue => message(new TextEncoder().encode(words));
const wordsOf = (request: BytesValue): string[] => (request.value.length > 200 ? [] : hear(request).split(" "));

const answerMetadata = ({ requestHeader, responseHeader, responseTrailer }: HandlerContext): void => {
  for (const suffix of ["", "-bin"]) {
    const value = requestHeader.get(`x-echo${suffix}`);
    if (value === null) continue;
    responseHeader.set(`x-echo${suffix}`, value);
    responseTrailer.set(`x-trailer${suffix}`, value);
  }
};

const failAs = ([, code, ...rest]: string[]): ConnectError => new ConnectError(rest.join(" "), Number(code) as Code);

/** Makes a Connect router answer as `echo` does. */
export const addEchoToConnect = (router: ConnectRouter): void => {
  router.service(echoServiceOfConnect, {
    async unary(request: BytesValue, context: HandlerContext) {
      answerMetadata(context);
      const words = wordsOf(request);
      if (words[0] === "fail") throw failAs(words);
      if (words[0] === "sleep") await sleep(Number(words[1]), undefined, { signal: context.signal }).catch(() => {});
      context.signal.throwIfAborted();
      if (words[0] === "size") return message(new Uint8Array(Number(words[1])).fill(120));
      return request.value.length > 200 ? text(String(request.value.length)) : request;
    },
    async *down(request: BytesValue, context: HandlerContext) {
      answerMetadata(context);
      const [verb = "", count = ""] = wordsOf(request);
      const last = verb === "endless" ? Number.POSITIVE_INFINITY : Number(count);
      for (let index = 0; index < last && !context.signal.aborted; index += 1) yield text(String(index));
      if (verb === "fail-after") throw new ConnectError("as asked", Code.Aborted);
    },
    async up(requests: AsyncIterable<BytesValue>, context: HandlerContext) {
      answerMetadata(context);
      let bytes = 0;
      for await (const { value } of requests) bytes += value.length;
      return text(String(bytes));
    },
    async *both(requests: AsyncIterable<BytesValue>, context: HandlerContext) {
      answerMetadata(context);
      for await (const request of requests) {
        const words = wordsOf(request);
        if (words[0] === "fail") throw failAs(words);
        yield request;
      }
    },
  } as never);
};
