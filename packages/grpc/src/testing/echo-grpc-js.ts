import { setTimeout as sleep } from "node:timers/promises";
import {
  Metadata,
  Server,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";
import { BytesValue, EchoDefinition, hear, say, sized } from "./echo.ts";

/** `EchoDefinition` as grpc-js takes it. */
export const echoServiceOfGrpcJs = Object.fromEntries(
  Object.entries(EchoDefinition.methods).map(([name, { name: path, requestStream, responseStream }]) => {
    const serialize = (message: BytesValue): Buffer => Buffer.from(BytesValue.encode(message).finish());
    const deserialize = (bytes: Buffer): BytesValue => BytesValue.decode(new Uint8Array(bytes));
    return [
      name,
      {
        path: `/${EchoDefinition.fullName}/${path}`,
        requestStream,
        responseStream,
        requestSerialize: serialize,
        requestDeserialize: deserialize,
        responseSerialize: serialize,
        responseDeserialize: deserialize,
      },
    ];
  }),
);

interface AnyCall {
  readonly metadata: Metadata;
  sendMetadata(metadata: Metadata): void;
}

const answerMetadata = (call: AnyCall): Metadata => {
  const headers = new Metadata();
  const trailers = new Metadata();
  for (const value of call.metadata.get("x-echo")) {
    headers.set("x-echo", value);
    trailers.set("x-trailer", value);
  }
  for (const value of call.metadata.get("x-echo-bin")) {
    headers.set("x-echo-bin", value);
    trailers.set("x-trailer-bin", value);
  }
  if (Object.keys(headers.getMap()).length > 0) call.sendMetadata(headers);
  return trailers;
};

const wordsOf = (request: BytesValue): string[] => (request.value.length > 200 ? [] : hear(request).split(" "));

type Unary = ServerUnaryCall<BytesValue, BytesValue>;

const unary = async (call: Unary, callback: sendUnaryData<BytesValue>): Promise<void> => {
  const trailers = answerMetadata(call);
  const { request } = call;
  const [verb = "", first = "", ...rest] = wordsOf(request);
  if (verb === "fail") callback({ code: Number(first), details: rest.join(" ") });
  else {
    if (verb === "sleep") await sleep(Number(first), undefined, { ref: false });
    const large = request.value.length > 200 ? say(String(request.value.length)) : request;
    callback(null, verb === "size" ? sized(Number(first)) : large, trailers);
  }
};

const down = async (call: ServerWritableStream<BytesValue, BytesValue>): Promise<void> => {
  answerMetadata(call);
  const [verb = "", count = ""] = wordsOf(call.request);
  const last = verb === "endless" ? Number.POSITIVE_INFINITY : Number(count);
  for (let index = 0; index < last && !call.cancelled; index += 1)
    if (!call.write(say(String(index))))
      await new Promise<void>((resolve) => {
        call.once("drain", resolve);
        call.once("cancelled", () => resolve());
      });
  if (verb === "fail-after") call.emit("error", { code: status.ABORTED, details: "as asked" });
  else call.end();
};

const up = async (
  call: ServerReadableStream<BytesValue, BytesValue>,
  callback: sendUnaryData<BytesValue>,
): Promise<void> => {
  const trailers = answerMetadata(call);
  let bytes = 0;
  for await (const { value } of call) bytes += value.length;
  callback(null, say(String(bytes)), trailers);
};

const both = async (call: ServerDuplexStream<BytesValue, BytesValue>): Promise<void> => {
  answerMetadata(call);
  call.on("data", (request: BytesValue) => {
    const [verb = "", code = "", ...rest] = wordsOf(request);
    if (verb === "fail") call.emit("error", { code: Number(code), details: rest.join(" ") });
    else call.write(request);
  });
  call.on("end", () => call.end());
};

/** A server of grpc-js that answers as `echo` does. */
export const createEchoServerOfGrpcJs = (): Server => {
  const server = new Server({ "grpc.max_receive_message_length": 16 << 20, "grpc.max_send_message_length": -1 });
  server.addService(echoServiceOfGrpcJs, {
    unary: (call: Unary, callback: sendUnaryData<BytesValue>) => void unary(call, callback),
    down: (call: ServerWritableStream<BytesValue, BytesValue>) => void down(call),
    up: (call: ServerReadableStream<BytesValue, BytesValue>, callback: sendUnaryData<BytesValue>) =>
      void up(call, callback),
    both: (call: ServerDuplexStream<BytesValue, BytesValue>) => void both(call),
  });
  return server;
};
