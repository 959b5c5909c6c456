import { Status } from "../call/status.ts";
import { descriptorSet as healthSet } from "../gen/grpc/health/v1/descriptor-set.ts";
import { descriptorSet as reflectionSet } from "../gen/grpc/reflection/v1/descriptor-set.ts";
import {
  ServerReflectionDefinition,
  type ServerReflectionRequest,
  type ServerReflectionResponse,
} from "../gen/grpc/reflection/v1/reflection.ts";
import { descriptorSet as reflectionAlphaSet } from "../gen/grpc/reflection/v1alpha/descriptor-set.ts";
import { ServerReflectionDefinition as ServerReflectionAlphaDefinition } from "../gen/grpc/reflection/v1alpha/reflection.ts";
import type { GrpcServer } from "../server/server.ts";
import { type AbsentDescriptor, type DescriptorSet, type Descriptors, loadDescriptors } from "./descriptors.ts";

/** What reflection tells of a server. */
export interface ReflectionOptions {
  /** The descriptors of the server's services; those of health and reflection are known. */
  readonly descriptorSets: readonly DescriptorSet[];
}

type Answer = Pick<
  ServerReflectionResponse,
  "fileDescriptorResponse" | "allExtensionNumbersResponse" | "listServicesResponse" | "errorResponse"
>;

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

const isAbsent = (answer: readonly unknown[] | AbsentDescriptor): answer is AbsentDescriptor => "code" in answer;

const errorAnswer = ({ code, message }: AbsentDescriptor): Answer => ({
  errorResponse: { errorCode: code, errorMessage: message },
});

const fileAnswer = (files: readonly Uint8Array[] | AbsentDescriptor): Answer =>
  isAbsent(files)
    ? errorAnswer(files)
    : { fileDescriptorResponse: { fileDescriptorProto: files.map((file) => Buffer.from(file)) } };

const answer = (
  request: ServerReflectionRequest,
  { descriptors, services }: { readonly descriptors: Descriptors; readonly services: readonly string[] },
): Answer => {
  if (request.listServices !== undefined)
    return { listServicesResponse: { service: [...services].sort().map((name) => ({ name })) } };
  if (request.fileByFilename !== undefined) return fileAnswer(descriptors.fileByName(request.fileByFilename));
  if (request.fileContainingSymbol !== undefined)
    return fileAnswer(descriptors.fileOfSymbol(request.fileContainingSymbol));
  if (request.fileContainingExtension !== undefined) {
    const { containingType, extensionNumber } = request.fileContainingExtension;
    return fileAnswer(descriptors.fileOfExtension(containingType, extensionNumber));
  }
  if (request.allExtensionNumbersOfType !== undefined) {
    const baseTypeName = request.allExtensionNumbersOfType;
    const numbers = descriptors.extensionsOf(baseTypeName);
    if (isAbsent(numbers)) return errorAnswer(numbers);
    return { allExtensionNumbersResponse: { baseTypeName, extensionNumber: [...numbers] } };
  }
  return errorAnswer({ code: Status.INVALID_ARGUMENT, message: "the request asks nothing" });
};

/**
 * Adds server reflection (`grpc.reflection.v1` and `v1alpha`) to a server, so that grpcurl and its like need no protos. Descriptors are
 * loaded when the first question comes.
 */
export const addReflection = (server: GrpcServer, { descriptorSets }: ReflectionOptions): void => {
  const known = [healthSet, reflectionSet, reflectionAlphaSet].map(fromBase64);
  let loading: Promise<Descriptors> | undefined;
  const serverReflectionInfo = async function* (
    requests: AsyncIterable<ServerReflectionRequest>,
  ): AsyncGenerator<ServerReflectionResponse> {
    for await (const request of requests) {
      loading ??= loadDescriptors([...descriptorSets, ...known]);
      const descriptors = await loading;
      yield {
        validHost: request.host,
        originalRequest: request,
        ...answer(request, { descriptors, services: server.services }),
      };
    }
  };
  server.add(ServerReflectionDefinition, { serverReflectionInfo });
  server.add(ServerReflectionAlphaDefinition, { serverReflectionInfo });
};
