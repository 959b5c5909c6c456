// Generated from proto/grpc/reflection/v1alpha/reflection.proto by `npm run generate`: do not edit.
/// <reference types="node" preserve="true" />

/* eslint-disable */
import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";

/** Server reflection as it was called before v1; the messages are the same, and older clients ask for this name only. */

/** One question. */
export interface ServerReflectionRequest {
  /** The host the question is about; empty in practice, and echoed in the answer. */
  host: string;
  /** The file with this name as protos import it ("runtime/v1/api.proto"). */
  fileByFilename?:
    | string
    | undefined;
  /** The file that declares this full name: a message, field, enum, service or call. */
  fileContainingSymbol?:
    | string
    | undefined;
  /** The file that declares this extension. */
  fileContainingExtension?:
    | ExtensionRequest
    | undefined;
  /** The numbers of all known extensions of the message with this full name. */
  allExtensionNumbersOfType?:
    | string
    | undefined;
  /** The full names of all services; the text itself means nothing and may be empty. */
  listServices?: string | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Names an extension by what it extends and its number. */
export interface ExtensionRequest {
  /** Full name of the extended message, without a leading dot. */
  containingType: string;
  /** The extension's field number. */
  extensionNumber: number;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** One answer. */
export interface ServerReflectionResponse {
  /** The host of the question. */
  validHost: string;
  /** The question this answers. */
  originalRequest:
    | ServerReflectionRequest
    | undefined;
  /** Answers the three file_… questions. */
  fileDescriptorResponse?:
    | FileDescriptorResponse
    | undefined;
  /** Answers all_extension_numbers_of_type. */
  allExtensionNumbersResponse?:
    | ExtensionNumberResponse
    | undefined;
  /** Answers list_services. */
  listServicesResponse?:
    | ListServiceResponse
    | undefined;
  /** The question could not be answered; the stream stays open for the next one. */
  errorResponse?: ErrorResponse | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Descriptors of a file. */
export interface FileDescriptorResponse {
  /**
   * Encoded google.protobuf.FileDescriptorProto messages: the file asked for and, unless sent on this stream before,
   * the files it imports.
   */
  fileDescriptorProto: Buffer[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The extensions of a message. */
export interface ExtensionNumberResponse {
  /** Full name of the extended message. */
  baseTypeName: string;
  /** Field numbers of its extensions, in no particular order. */
  extensionNumber: number[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The services of the server. */
export interface ListServiceResponse {
  /** One entry per service, reflection itself included. */
  service: ServiceResponse[];
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** One service. */
export interface ServiceResponse {
  /** Full name with its package: "runtime.v1.RuntimeService". */
  name: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** Why a question could not be answered. */
export interface ErrorResponse {
  /** A gRPC status code; 5 (NOT_FOUND) for a name nobody declares. */
  errorCode: number;
  /** Why, for people. */
  errorMessage: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

function createBaseServerReflectionRequest(): ServerReflectionRequest {
  return {
    host: "",
    fileByFilename: undefined,
    fileContainingSymbol: undefined,
    fileContainingExtension: undefined,
    allExtensionNumbersOfType: undefined,
    listServices: undefined,
    _unknownFields: {},
  };
}

export const ServerReflectionRequest: MessageFns<ServerReflectionRequest> = {
  encode(message: ServerReflectionRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.host !== "") {
      writer.uint32(10).string(message.host);
    }
    if (message.fileByFilename !== undefined) {
      writer.uint32(26).string(message.fileByFilename);
    }
    if (message.fileContainingSymbol !== undefined) {
      writer.uint32(34).string(message.fileContainingSymbol);
    }
    if (message.fileContainingExtension !== undefined) {
      ExtensionRequest.encode(message.fileContainingExtension, writer.uint32(42).fork()).join();
    }
    if (message.allExtensionNumbersOfType !== undefined) {
      writer.uint32(50).string(message.allExtensionNumbersOfType);
    }
    if (message.listServices !== undefined) {
      writer.uint32(58).string(message.listServices);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ServerReflectionRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseServerReflectionRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.host = reader.string();
            continue;
          }
          case 3: {
            if (tag !== 26) {
              break;
            }

            message.fileByFilename = reader.string();
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.fileContainingSymbol = reader.string();
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.fileContainingExtension = ExtensionRequest.decode(reader, reader.uint32());
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.allExtensionNumbersOfType = reader.string();
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.listServices = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ServerReflectionRequest>): ServerReflectionRequest {
    return ServerReflectionRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ServerReflectionRequest>): ServerReflectionRequest {
    const message = createBaseServerReflectionRequest();
    message.host = object.host ?? "";
    message.fileByFilename = object.fileByFilename ?? undefined;
    message.fileContainingSymbol = object.fileContainingSymbol ?? undefined;
    message.fileContainingExtension =
      (object.fileContainingExtension !== undefined && object.fileContainingExtension !== null)
        ? ExtensionRequest.fromPartial(object.fileContainingExtension)
        : undefined;
    message.allExtensionNumbersOfType = object.allExtensionNumbersOfType ?? undefined;
    message.listServices = object.listServices ?? undefined;
    return message;
  },
};

function createBaseExtensionRequest(): ExtensionRequest {
  return { containingType: "", extensionNumber: 0, _unknownFields: {} };
}

export const ExtensionRequest: MessageFns<ExtensionRequest> = {
  encode(message: ExtensionRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.containingType !== "") {
      writer.uint32(10).string(message.containingType);
    }
    if (message.extensionNumber !== 0) {
      writer.uint32(16).int32(message.extensionNumber);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ExtensionRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseExtensionRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.containingType = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 16) {
              break;
            }

            message.extensionNumber = reader.int32();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ExtensionRequest>): ExtensionRequest {
    return ExtensionRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ExtensionRequest>): ExtensionRequest {
    const message = createBaseExtensionRequest();
    message.containingType = object.containingType ?? "";
    message.extensionNumber = object.extensionNumber ?? 0;
    return message;
  },
};

function createBaseServerReflectionResponse(): ServerReflectionResponse {
  return {
    validHost: "",
    originalRequest: undefined,
    fileDescriptorResponse: undefined,
    allExtensionNumbersResponse: undefined,
    listServicesResponse: undefined,
    errorResponse: undefined,
    _unknownFields: {},
  };
}

export const ServerReflectionResponse: MessageFns<ServerReflectionResponse> = {
  encode(message: ServerReflectionResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.validHost !== "") {
      writer.uint32(10).string(message.validHost);
    }
    if (message.originalRequest !== undefined) {
      ServerReflectionRequest.encode(message.originalRequest, writer.uint32(18).fork()).join();
    }
    if (message.fileDescriptorResponse !== undefined) {
      FileDescriptorResponse.encode(message.fileDescriptorResponse, writer.uint32(34).fork()).join();
    }
    if (message.allExtensionNumbersResponse !== undefined) {
      ExtensionNumberResponse.encode(message.allExtensionNumbersResponse, writer.uint32(42).fork()).join();
    }
    if (message.listServicesResponse !== undefined) {
      ListServiceResponse.encode(message.listServicesResponse, writer.uint32(50).fork()).join();
    }
    if (message.errorResponse !== undefined) {
      ErrorResponse.encode(message.errorResponse, writer.uint32(58).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ServerReflectionResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseServerReflectionResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.validHost = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.originalRequest = ServerReflectionRequest.decode(reader, reader.uint32());
            continue;
          }
          case 4: {
            if (tag !== 34) {
              break;
            }

            message.fileDescriptorResponse = FileDescriptorResponse.decode(reader, reader.uint32());
            continue;
          }
          case 5: {
            if (tag !== 42) {
              break;
            }

            message.allExtensionNumbersResponse = ExtensionNumberResponse.decode(reader, reader.uint32());
            continue;
          }
          case 6: {
            if (tag !== 50) {
              break;
            }

            message.listServicesResponse = ListServiceResponse.decode(reader, reader.uint32());
            continue;
          }
          case 7: {
            if (tag !== 58) {
              break;
            }

            message.errorResponse = ErrorResponse.decode(reader, reader.uint32());
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ServerReflectionResponse>): ServerReflectionResponse {
    return ServerReflectionResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ServerReflectionResponse>): ServerReflectionResponse {
    const message = createBaseServerReflectionResponse();
    message.validHost = object.validHost ?? "";
    message.originalRequest = (object.originalRequest !== undefined && object.originalRequest !== null)
      ? ServerReflectionRequest.fromPartial(object.originalRequest)
      : undefined;
    message.fileDescriptorResponse =
      (object.fileDescriptorResponse !== undefined && object.fileDescriptorResponse !== null)
        ? FileDescriptorResponse.fromPartial(object.fileDescriptorResponse)
        : undefined;
    message.allExtensionNumbersResponse =
      (object.allExtensionNumbersResponse !== undefined && object.allExtensionNumbersResponse !== null)
        ? ExtensionNumberResponse.fromPartial(object.allExtensionNumbersResponse)
        : undefined;
    message.listServicesResponse = (object.listServicesResponse !== undefined && object.listServicesResponse !== null)
      ? ListServiceResponse.fromPartial(object.listServicesResponse)
      : undefined;
    message.errorResponse = (object.errorResponse !== undefined && object.errorResponse !== null)
      ? ErrorResponse.fromPartial(object.errorResponse)
      : undefined;
    return message;
  },
};

function createBaseFileDescriptorResponse(): FileDescriptorResponse {
  return { fileDescriptorProto: [], _unknownFields: {} };
}

export const FileDescriptorResponse: MessageFns<FileDescriptorResponse> = {
  encode(message: FileDescriptorResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.fileDescriptorProto) {
      writer.uint32(10).bytes(v!);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): FileDescriptorResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseFileDescriptorResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.fileDescriptorProto.push(Buffer.from(reader.bytes()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<FileDescriptorResponse>): FileDescriptorResponse {
    return FileDescriptorResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<FileDescriptorResponse>): FileDescriptorResponse {
    const message = createBaseFileDescriptorResponse();
    message.fileDescriptorProto = object.fileDescriptorProto?.map((e) => e) || [];
    return message;
  },
};

function createBaseExtensionNumberResponse(): ExtensionNumberResponse {
  return { baseTypeName: "", extensionNumber: [], _unknownFields: {} };
}

export const ExtensionNumberResponse: MessageFns<ExtensionNumberResponse> = {
  encode(message: ExtensionNumberResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.baseTypeName !== "") {
      writer.uint32(10).string(message.baseTypeName);
    }
    if (message.extensionNumber.length !== 0) {
      writer.uint32(18).fork();
      for (const v of message.extensionNumber) {
        writer.int32(v);
      }
      writer.join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ExtensionNumberResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseExtensionNumberResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.baseTypeName = reader.string();
            continue;
          }
          case 2: {
            if (tag === 16) {
              message.extensionNumber.push(reader.int32());

              continue;
            }

            if (tag === 18) {
              const end2 = reader.uint32() + reader.pos;
              while (reader.pos < end2) {
                message.extensionNumber.push(reader.int32());
              }

              continue;
            }

            break;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ExtensionNumberResponse>): ExtensionNumberResponse {
    return ExtensionNumberResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ExtensionNumberResponse>): ExtensionNumberResponse {
    const message = createBaseExtensionNumberResponse();
    message.baseTypeName = object.baseTypeName ?? "";
    message.extensionNumber = object.extensionNumber?.map((e) => e) || [];
    return message;
  },
};

function createBaseListServiceResponse(): ListServiceResponse {
  return { service: [], _unknownFields: {} };
}

export const ListServiceResponse: MessageFns<ListServiceResponse> = {
  encode(message: ListServiceResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    for (const v of message.service) {
      ServiceResponse.encode(v!, writer.uint32(10).fork()).join();
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ListServiceResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseListServiceResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.service.push(ServiceResponse.decode(reader, reader.uint32()));
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ListServiceResponse>): ListServiceResponse {
    return ListServiceResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ListServiceResponse>): ListServiceResponse {
    const message = createBaseListServiceResponse();
    message.service = object.service?.map((e) => ServiceResponse.fromPartial(e)) || [];
    return message;
  },
};

function createBaseServiceResponse(): ServiceResponse {
  return { name: "", _unknownFields: {} };
}

export const ServiceResponse: MessageFns<ServiceResponse> = {
  encode(message: ServiceResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.name !== "") {
      writer.uint32(10).string(message.name);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ServiceResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseServiceResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.name = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ServiceResponse>): ServiceResponse {
    return ServiceResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ServiceResponse>): ServiceResponse {
    const message = createBaseServiceResponse();
    message.name = object.name ?? "";
    return message;
  },
};

function createBaseErrorResponse(): ErrorResponse {
  return { errorCode: 0, errorMessage: "", _unknownFields: {} };
}

export const ErrorResponse: MessageFns<ErrorResponse> = {
  encode(message: ErrorResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.errorCode !== 0) {
      writer.uint32(8).int32(message.errorCode);
    }
    if (message.errorMessage !== "") {
      writer.uint32(18).string(message.errorMessage);
    }
    if (message._unknownFields !== undefined) {
      for (const [key, values] of globalThis.Object.entries(message._unknownFields)) {
        const tag = parseInt(key, 10);
        for (const value of values) {
          writer.uint32(tag).raw(value);
        }
      }
    }
    return writer;
  },

  decode(input: BinaryReader | Uint8Array, length?: number): ErrorResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseErrorResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.errorCode = reader.int32();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.errorMessage = reader.string();
            continue;
          }
        }
        if ((tag & 7) === 4 || tag === 0) {
          break;
        }
        const buf = reader.skip(tag & 7);

        const list = message._unknownFields![tag];

        if (list === undefined) {
          message._unknownFields![tag] = [buf];
        } else {
          list.push(buf);
        }
      }
      return message;
    } finally {
      (reader as any).__tsProtoDecodeDepth = previousRecursionDepth;
    }
  },

  create(base?: DeepPartial<ErrorResponse>): ErrorResponse {
    return ErrorResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<ErrorResponse>): ErrorResponse {
    const message = createBaseErrorResponse();
    message.errorCode = object.errorCode ?? 0;
    message.errorMessage = object.errorMessage ?? "";
    return message;
  },
};

/** Answers questions about the server's own descriptors. */
export type ServerReflectionDefinition = typeof ServerReflectionDefinition;
export const ServerReflectionDefinition = {
  name: "ServerReflection",
  fullName: "grpc.reflection.v1alpha.ServerReflection",
  methods: {
    /** One answer per question, in order, on a stream that the client closes when it has asked everything. */
    serverReflectionInfo: {
      name: "ServerReflectionInfo",
      requestType: ServerReflectionRequest as typeof ServerReflectionRequest,
      requestStream: true,
      responseType: ServerReflectionResponse as typeof ServerReflectionResponse,
      responseStream: true,
      options: {},
    },
  },
} as const;

type Builtin = Date | Function | Uint8Array | string | number | boolean | bigint | undefined;

type DeepPartial<T> = T extends bigint ? string | number | bigint
  : T extends Builtin ? T : T extends globalThis.Array<infer U> ? globalThis.Array<DeepPartial<U>>
  : T extends ReadonlyArray<infer U> ? ReadonlyArray<DeepPartial<U>>
  : T extends {} ? { [K in keyof T]?: DeepPartial<T[K]> }
  : Partial<T>;

interface MessageFns<T> {
  encode(message: T, writer?: BinaryWriter): BinaryWriter;
  decode(input: BinaryReader | Uint8Array, length?: number): T;
  create(base?: DeepPartial<T>): T;
  fromPartial(object: DeepPartial<T>): T;
}
