// Generated from proto/grpc/health/v1/health.proto by `npm run generate`: do not edit.

/* eslint-disable */
import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";

/** gRPC's health service: a client asks whether a server, or one service of it, is ready for calls. */

/** Asks for the state of one service. */
export interface HealthCheckRequest {
  /** Full name of the service ("runtime.v1.RuntimeService"); empty means the server as a whole. */
  service: string;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The state of one service. */
export interface HealthCheckResponse {
  /** The state at the time of the answer. */
  status: HealthCheckResponse_ServingStatus;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** What the server says about a service. */
export const HealthCheckResponse_ServingStatus = {
  /** UNKNOWN - The server has not decided yet. */
  UNKNOWN: 0,
  /** SERVING - Calls are answered. */
  SERVING: 1,
  /** NOT_SERVING - The service is there, but calls would fail. */
  NOT_SERVING: 2,
  /** SERVICE_UNKNOWN - The server has no such service; sent by Watch only. */
  SERVICE_UNKNOWN: 3,
} as const;

export type HealthCheckResponse_ServingStatus =
  typeof HealthCheckResponse_ServingStatus[keyof typeof HealthCheckResponse_ServingStatus];

export namespace HealthCheckResponse_ServingStatus {
  export type UNKNOWN = typeof HealthCheckResponse_ServingStatus.UNKNOWN;
  export type SERVING = typeof HealthCheckResponse_ServingStatus.SERVING;
  export type NOT_SERVING = typeof HealthCheckResponse_ServingStatus.NOT_SERVING;
  export type SERVICE_UNKNOWN = typeof HealthCheckResponse_ServingStatus.SERVICE_UNKNOWN;
}

/** Asks for the state of all services; has no fields. */
export interface HealthListRequest {
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

/** The states of all services. */
export interface HealthListResponse {
  /** Service name to its state, as Check would answer it; the empty name is the server as a whole. */
  statuses: { [key: string]: HealthCheckResponse };
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

export interface HealthListResponse_StatusesEntry {
  key: string;
  value: HealthCheckResponse | undefined;
  _unknownFields?: { [key: number]: Uint8Array[] } | undefined;
}

function createBaseHealthCheckRequest(): HealthCheckRequest {
  return { service: "", _unknownFields: {} };
}

export const HealthCheckRequest: MessageFns<HealthCheckRequest> = {
  encode(message: HealthCheckRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.service !== "") {
      writer.uint32(10).string(message.service);
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

  decode(input: BinaryReader | Uint8Array, length?: number): HealthCheckRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseHealthCheckRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.service = reader.string();
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

  create(base?: DeepPartial<HealthCheckRequest>): HealthCheckRequest {
    return HealthCheckRequest.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<HealthCheckRequest>): HealthCheckRequest {
    const message = createBaseHealthCheckRequest();
    message.service = object.service ?? "";
    return message;
  },
};

function createBaseHealthCheckResponse(): HealthCheckResponse {
  return { status: 0, _unknownFields: {} };
}

export const HealthCheckResponse: MessageFns<HealthCheckResponse> = {
  encode(message: HealthCheckResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.status !== 0) {
      writer.uint32(8).int32(message.status);
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

  decode(input: BinaryReader | Uint8Array, length?: number): HealthCheckResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseHealthCheckResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 8) {
              break;
            }

            message.status = reader.int32() as any;
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

  create(base?: DeepPartial<HealthCheckResponse>): HealthCheckResponse {
    return HealthCheckResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<HealthCheckResponse>): HealthCheckResponse {
    const message = createBaseHealthCheckResponse();
    message.status = object.status ?? 0;
    return message;
  },
};

function createBaseHealthListRequest(): HealthListRequest {
  return { _unknownFields: {} };
}

export const HealthListRequest: MessageFns<HealthListRequest> = {
  encode(message: HealthListRequest, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
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

  decode(input: BinaryReader | Uint8Array, length?: number): HealthListRequest {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseHealthListRequest();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
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

  create(base?: DeepPartial<HealthListRequest>): HealthListRequest {
    return HealthListRequest.fromPartial(base ?? {});
  },
  fromPartial(_: DeepPartial<HealthListRequest>): HealthListRequest {
    const message = createBaseHealthListRequest();
    return message;
  },
};

function createBaseHealthListResponse(): HealthListResponse {
  return { statuses: {}, _unknownFields: {} };
}

export const HealthListResponse: MessageFns<HealthListResponse> = {
  encode(message: HealthListResponse, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    globalThis.Object.entries(message.statuses).forEach(([key, value]: [string, HealthCheckResponse]) => {
      HealthListResponse_StatusesEntry.encode({ key: key as any, value }, writer.uint32(10).fork()).join();
    });
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

  decode(input: BinaryReader | Uint8Array, length?: number): HealthListResponse {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseHealthListResponse();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            const entry1 = HealthListResponse_StatusesEntry.decode(reader, reader.uint32());
            if (entry1.value !== undefined) {
              message.statuses[entry1.key] = entry1.value;
            }
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

  create(base?: DeepPartial<HealthListResponse>): HealthListResponse {
    return HealthListResponse.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<HealthListResponse>): HealthListResponse {
    const message = createBaseHealthListResponse();
    message.statuses = (globalThis.Object.entries(object.statuses ?? {}) as [string, HealthCheckResponse][]).reduce(
      (acc: { [key: string]: HealthCheckResponse }, [key, value]: [string, HealthCheckResponse]) => {
        if (value !== undefined) {
          acc[key] = HealthCheckResponse.fromPartial(value);
        }
        return acc;
      },
      {},
    );
    return message;
  },
};

function createBaseHealthListResponse_StatusesEntry(): HealthListResponse_StatusesEntry {
  return { key: "", value: undefined, _unknownFields: {} };
}

export const HealthListResponse_StatusesEntry: MessageFns<HealthListResponse_StatusesEntry> = {
  encode(message: HealthListResponse_StatusesEntry, writer: BinaryWriter = new BinaryWriter()): BinaryWriter {
    if (message.key !== "") {
      writer.uint32(10).string(message.key);
    }
    if (message.value !== undefined) {
      HealthCheckResponse.encode(message.value, writer.uint32(18).fork()).join();
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

  decode(input: BinaryReader | Uint8Array, length?: number): HealthListResponse_StatusesEntry {
    const reader = input instanceof BinaryReader ? input : new BinaryReader(input);
    const previousRecursionDepth = (reader as any).__tsProtoDecodeDepth ?? 0;
    if (previousRecursionDepth >= 100) {
      throw new globalThis.Error("protobuf decode recursion limit exceeded");
    }
    (reader as any).__tsProtoDecodeDepth = previousRecursionDepth + 1;
    try {
      const end = length === undefined ? reader.len : reader.pos + length;
      const message = createBaseHealthListResponse_StatusesEntry();
      while (reader.pos < end) {
        const tag = reader.uint32();
        switch (tag >>> 3) {
          case 1: {
            if (tag !== 10) {
              break;
            }

            message.key = reader.string();
            continue;
          }
          case 2: {
            if (tag !== 18) {
              break;
            }

            message.value = HealthCheckResponse.decode(reader, reader.uint32());
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

  create(base?: DeepPartial<HealthListResponse_StatusesEntry>): HealthListResponse_StatusesEntry {
    return HealthListResponse_StatusesEntry.fromPartial(base ?? {});
  },
  fromPartial(object: DeepPartial<HealthListResponse_StatusesEntry>): HealthListResponse_StatusesEntry {
    const message = createBaseHealthListResponse_StatusesEntry();
    message.key = object.key ?? "";
    message.value = (object.value !== undefined && object.value !== null)
      ? HealthCheckResponse.fromPartial(object.value)
      : undefined;
    return message;
  },
};

/** Tells whether services are ready to answer calls. */
export type HealthDefinition = typeof HealthDefinition;
export const HealthDefinition = {
  name: "Health",
  fullName: "grpc.health.v1.Health",
  methods: {
    /** The state of one service at this moment; a name the server does not know ends with NOT_FOUND. */
    check: {
      name: "Check",
      requestType: HealthCheckRequest as typeof HealthCheckRequest,
      requestStream: false,
      responseType: HealthCheckResponse as typeof HealthCheckResponse,
      responseStream: false,
      options: {},
    },
    /** The state of every service the server reports on, in one answer. */
    list: {
      name: "List",
      requestType: HealthListRequest as typeof HealthListRequest,
      requestStream: false,
      responseType: HealthListResponse as typeof HealthListResponse,
      responseStream: false,
      options: {},
    },
    /**
     * The state of one service now and again at each change, until the client cancels; a name the server does not know
     * answers SERVICE_UNKNOWN and keeps the stream open, since the service may appear later.
     */
    watch: {
      name: "Watch",
      requestType: HealthCheckRequest as typeof HealthCheckRequest,
      requestStream: false,
      responseType: HealthCheckResponse as typeof HealthCheckResponse,
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
