import { setTimeout as sleep } from "node:timers/promises";
import { BinaryWriter } from "@bufbuild/protobuf/wire";
import { createGrpcServer, type MessageCodec, type ServerCall } from "@crikit/grpc";
import type { AnyMessage, Payload, RequestInfo, StreamRequest, UnaryRequest } from "./messages.ts";
import { formatMessage, readMessages } from "./pipe.ts";
import { type ConformanceProtos, loadProtos, type PayloadResponse } from "./protos.ts";
import { fromProtoError, fromProtoHeaders, toProtoHeaders } from "./translate.ts";

const NO_BYTES = new Uint8Array();
const PREFIX = "type.googleapis.com/connectrpc.conformance.v1";

const toAny = <T>(codec: MessageCodec<T>, name: string, message: T): AnyMessage => ({
  typeUrl: `${PREFIX}.${name}`,
  value: codec.encode(message, new BinaryWriter()).finish(),
});

const requestInfoOf = (call: ServerCall, requests: AnyMessage[]): RequestInfo => ({
  requestHeaders: toProtoHeaders(call.metadata),
  timeoutMs: call.timeoutMs === undefined ? undefined : BigInt(Math.floor(call.timeoutMs)),
  requests,
  connectGetInfo: undefined,
});

/** Answers the calls of the conformance service as their first request asks. */
const createConformanceService = ({ service, requestInfo }: ConformanceProtos) => {
  const infoDetail = (call: ServerCall, requests: AnyMessage[]): AnyMessage =>
    toAny(requestInfo, "ConformancePayload.RequestInfo", requestInfoOf(call, requests));

  const answerOnce = async (
    definition: UnaryRequest["responseDefinition"],
    call: ServerCall,
    requests: AnyMessage[],
  ): Promise<PayloadResponse> => {
    if (definition !== undefined) {
      call.sendHeaders(fromProtoHeaders(definition.responseHeaders));
      call.setTrailers(fromProtoHeaders(definition.responseTrailers));
      await sleep(definition.responseDelayMs);
      if (definition.error !== undefined) throw fromProtoError(definition.error, [infoDetail(call, requests)]);
    }
    const data = definition?.responseData ?? NO_BYTES;
    return { payload: { data, requestInfo: requestInfoOf(call, requests) } };
  };

  const begin = (definition: StreamRequest["responseDefinition"], call: ServerCall): void => {
    if (definition === undefined) return;
    call.sendHeaders(fromProtoHeaders(definition.responseHeaders));
    call.setTrailers(fromProtoHeaders(definition.responseTrailers));
  };

  const { unary, idempotentUnary, clientStream, serverStream, bidiStream } = service.methods;
  return {
    unary: (request: UnaryRequest, call: ServerCall) =>
      answerOnce(request.responseDefinition, call, [toAny(unary.requestType, "UnaryRequest", request)]),
    idempotentUnary: (request: UnaryRequest, call: ServerCall) =>
      answerOnce(request.responseDefinition, call, [
        toAny(idempotentUnary.requestType, "IdempotentUnaryRequest", request),
      ]),
    clientStream: async (requests: AsyncIterable<UnaryRequest>, call: ServerCall) => {
      let definition: UnaryRequest["responseDefinition"];
      const received: AnyMessage[] = [];
      for await (const request of requests) {
        if (received.length === 0) definition = request.responseDefinition;
        received.push(toAny(clientStream.requestType, "ClientStreamRequest", request));
      }
      return answerOnce(definition, call, received);
    },
    async *serverStream(request: StreamRequest, call: ServerCall): AsyncGenerator<PayloadResponse> {
      const definition = request.responseDefinition;
      const received = [toAny(serverStream.requestType, "ServerStreamRequest", request)];
      begin(definition, call);
      let isFirst = true;
      for (const data of definition?.responseData ?? []) {
        await sleep(definition?.responseDelayMs ?? 0);
        yield { payload: { data, requestInfo: isFirst ? requestInfoOf(call, received) : undefined } };
        isFirst = false;
      }
      if (definition?.error !== undefined)
        throw fromProtoError(definition.error, isFirst ? [infoDetail(call, received)] : []);
    },
    async *bidiStream(requests: AsyncIterable<StreamRequest>, call: ServerCall): AsyncGenerator<PayloadResponse> {
      let definition: StreamRequest["responseDefinition"];
      let isFirstRequest = true;
      let sent = 0;
      let received: AnyMessage[] = [];
      let isFullDuplex = false;
      const payloadOf = (data: Uint8Array): Payload => {
        const info = requestInfoOf(call, received);
        if (sent === 0) return { data, requestInfo: info };
        return { data, requestInfo: isFullDuplex ? { ...info, requestHeaders: [], timeoutMs: undefined } : undefined };
      };
      for await (const request of requests) {
        received.push(toAny(bidiStream.requestType, "BidiStreamRequest", request));
        if (isFirstRequest) {
          definition = request.responseDefinition;
          isFullDuplex = request.fullDuplex === true;
          begin(definition, call);
          isFirstRequest = false;
        }
        if (!isFullDuplex) continue;
        const data = definition?.responseData[sent];
        if (data === undefined) break;
        await sleep(definition?.responseDelayMs ?? 0);
        yield { payload: payloadOf(data) };
        received = [];
        sent += 1;
      }
      isFullDuplex = false;
      for (const data of definition?.responseData.slice(sent) ?? []) {
        await sleep(definition?.responseDelayMs ?? 0);
        yield { payload: payloadOf(data) };
        sent += 1;
      }
      if (definition?.error !== undefined)
        throw fromProtoError(definition.error, sent === 0 ? [infoDetail(call, received)] : []);
    },
  };
};

/** Serves as connectconformance's runner asks on standard input, until the runner ends the process. */
const main = async (): Promise<void> => {
  const protos = await loadProtos(process.argv[2] ?? "");
  const isGzipped = process.argv.includes("--gzip");
  for await (const request of readMessages(process.stdin, protos.serverCompatRequest)) {
    const server = createGrpcServer({
      ...(request.messageReceiveLimit > 0 ? { maxMessageBytes: request.messageReceiveLimit } : {}),
      compression: isGzipped ? "gzip" : "identity",
    });
    const { unimplemented: _, ...methods } = protos.service.methods;
    server.add({ ...protos.service, methods }, createConformanceService(protos));
    const creds = request.serverCreds;
    const ca = request.clientTlsCert;
    const tls =
      creds === undefined || !request.useTls
        ? {}
        : {
            tls: {
              cert: Buffer.from(creds.cert),
              key: Buffer.from(creds.key),
              ...(ca.length > 0 ? { ca: Buffer.from(ca), requestCert: true, rejectUnauthorized: true } : {}),
            },
          };
    const port = (await server.listen({ host: "127.0.0.1", port: 0, ...tls })) ?? 0;
    const pemCert = request.useTls ? (creds?.cert ?? NO_BYTES) : NO_BYTES;
    process.stdout.write(formatMessage(protos.serverCompatResponse, { host: "127.0.0.1", port, pemCert }));
  }
};

await main();
