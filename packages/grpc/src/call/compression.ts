import { gunzip, gzip } from "node:zlib";
import { GrpcError, Status } from "./status.ts";

/** How messages are compressed on the wire. */
export type Compression = "identity" | "gzip";

/** What we can read, as `grpc-accept-encoding`. */
export const ACCEPT_ENCODING = "identity,gzip";

/** Messages smaller than this are sent as they are. */
export const MIN_COMPRESSED_BYTES = 1024;

/** Compresses a message. */
export const compress = (message: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    gzip(message, { level: 1 }, (error, compressed) => (error === null ? resolve(compressed) : reject(error)));
  });

/** Decompresses a message; one that is larger than `maxBytes` is RESOURCE_EXHAUSTED and is not decompressed further. */
export const decompress = (compressed: Uint8Array, maxBytes: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    gunzip(compressed, { maxOutputLength: Math.max(1, maxBytes) }, (error, message) => {
      if (error === null) resolve(message);
      else if ("code" in error && error.code === "ERR_BUFFER_TOO_LARGE") reject(tooLargeMessage(undefined, maxBytes));
      else reject(new GrpcError(Status.INTERNAL, `a compressed message is not gzip: ${error.message}`));
    });
  });

/** A message beyond the limit; `bytes` is its size where it is known. */
export const tooLargeMessage = (bytes: number | undefined, maxBytes: number): GrpcError =>
  new GrpcError(
    Status.RESOURCE_EXHAUSTED,
    `a message${bytes === undefined ? "" : ` of ${bytes} bytes`} is larger than the limit of ${maxBytes} bytes`,
  );
