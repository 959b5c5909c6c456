import { parseTimeout } from "../call/timeout.ts";
import type { HeaderList } from "../hpack/decoder.ts";

/** What gRPC reads in a request's header list. */
export interface RequestHead {
  path: string;
  authority: string | undefined;
  isPost: boolean;
  contentType: string;
  /** Milliseconds, undefined without a deadline, NaN for one that cannot be read. */
  timeoutMs: number | undefined;
  encoding: string;
  acceptsGzip: boolean;
}

/** Reads a request's header list. */
export const readRequestHead = (fields: HeaderList): RequestHead => {
  const head: RequestHead = {
    path: "",
    authority: undefined,
    isPost: false,
    contentType: "",
    timeoutMs: undefined,
    encoding: "identity",
    acceptsGzip: false,
  };
  for (let index = 0; index < fields.length; index += 2) {
    const value = fields[index + 1] ?? "";
    switch (fields[index]) {
      case ":path":
        head.path = value;
        break;
      case ":method":
        head.isPost = value === "POST";
        break;
      case ":authority":
        head.authority = value;
        break;
      case "content-type":
        head.contentType = value;
        break;
      case "grpc-timeout":
        head.timeoutMs = parseTimeout(value) ?? Number.NaN;
        break;
      case "grpc-encoding":
        head.encoding = value;
        break;
      case "grpc-accept-encoding":
        head.acceptsGzip = value.includes("gzip");
        break;
      default:
    }
  }
  return head;
};

const GRPC = "application/grpc";
const GRPC_OF_ANY_CODEC = /^application\/grpc(?:\+[\w.-]+)?(?: *;|$)/i;
const GRPC_PROTO = /^application\/grpc(?:\+proto)?(?: *;|$)/i;

/** Whether a content type is gRPC's, with any codec: `application/grpc`, `application/grpc+json`. */
export const isGrpcContentType = (contentType: string): boolean =>
  contentType === GRPC || GRPC_OF_ANY_CODEC.test(contentType);

/** Whether a gRPC content type names the codec we have, protobuf, or none. */
export const isProtoContentType = (contentType: string): boolean =>
  contentType === GRPC || GRPC_PROTO.test(contentType);
