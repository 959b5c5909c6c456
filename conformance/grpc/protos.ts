import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { MessageCodec, MethodDefinition } from "@crikit/grpc";
import type {
  AnyMessage,
  ClientCompatRequest,
  ClientCompatResponse,
  Payload,
  ServerCompatRequest,
  ServerCompatResponse,
  StreamRequest,
  UnaryRequest,
} from "./messages.ts";

const root = join(import.meta.dirname, "..", "..");

const OPTIONS = [
  "env=node,esModuleInterop=true,forceLong=bigint,outputServices=generic-definitions,outputJsonMethods=false",
  "useExactTypes=false,exportCommonSymbols=false,unrecognizedEnum=false,enumsAsLiterals=true,importSuffix=.ts",
].join(",");

/** A call of the conformance service. */
type Method<Request, Response, RequestStream extends boolean, ResponseStream extends boolean> = MethodDefinition<
  Request,
  Response
> & { readonly requestStream: RequestStream; readonly responseStream: ResponseStream };

/** A response of the conformance service. */
export interface PayloadResponse {
  payload: Payload | undefined;
}

/** `connectrpc.conformance.v1.ConformanceService`, as ts-proto writes it. */
export interface ConformanceDefinition {
  readonly fullName: string;
  readonly methods: {
    readonly unary: Method<UnaryRequest, PayloadResponse, false, false>;
    readonly serverStream: Method<StreamRequest, PayloadResponse, false, true>;
    readonly clientStream: Method<UnaryRequest, PayloadResponse, true, false>;
    readonly bidiStream: Method<StreamRequest, PayloadResponse, true, true>;
    readonly unimplemented: Method<object, PayloadResponse, false, false>;
    readonly idempotentUnary: Method<UnaryRequest, PayloadResponse, false, false>;
  };
}

/** What the programs under test need of the generated code. */
export interface ConformanceProtos {
  readonly service: ConformanceDefinition;
  readonly requestInfo: MessageCodec<NonNullable<Payload["requestInfo"]>>;
  readonly any: MessageCodec<AnyMessage>;
  readonly serverCompatRequest: MessageCodec<ServerCompatRequest>;
  readonly serverCompatResponse: MessageCodec<ServerCompatResponse>;
  readonly clientCompatRequest: MessageCodec<ClientCompatRequest>;
  readonly clientCompatResponse: MessageCodec<ClientCompatResponse>;
}

/** Compiles the protos of a connectconformance module (its folder) and returns where the TypeScript is; compiled once. */
export const compileProtos = (moduleFolder: string): string => {
  const hash = createHash("sha256").update(moduleFolder).update(OPTIONS).digest("hex").slice(0, 12);
  const output = join(root, ".cache", "conformance-protos", hash);
  if (existsSync(output)) return output;
  const partial = `${output}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const files = ["service", "server_compat", "client_compat"].map((name) => `connectrpc/conformance/v1/${name}.proto`);
  const bin = join(root, "node_modules", ".bin");
  const args = [
    ...[`--plugin=${join(bin, "protoc-gen-ts_proto")}`, `--ts_proto_out=${partial}`, `--ts_proto_opt=${OPTIONS}`],
    ...["-I", join(moduleFolder, "proto"), ...files],
  ];
  const run = spawnSync(join(bin, "protoc"), args, { encoding: "utf8" });
  if (run.status !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw new Error(`protoc could not compile connectconformance's protos:\n${run.stderr}`);
  }
  renameSync(partial, output);
  return output;
};

/** Loads what {@link compileProtos} wrote. */
export const loadProtos = async (folder: string): Promise<ConformanceProtos> => {
  const version = join(folder, "connectrpc", "conformance", "v1");
  const [service, server, client, any] = await Promise.all([
    import(join(version, "service.ts")),
    import(join(version, "server_compat.ts")),
    import(join(version, "client_compat.ts")),
    import(join(folder, "google", "protobuf", "any.ts")),
  ]);
  return {
    service: service.ConformanceServiceDefinition,
    requestInfo: service.ConformancePayload_RequestInfo,
    any: any.Any,
    serverCompatRequest: server.ServerCompatRequest,
    serverCompatResponse: server.ServerCompatResponse,
    clientCompatRequest: client.ClientCompatRequest,
    clientCompatResponse: client.ClientCompatResponse,
  };
};
