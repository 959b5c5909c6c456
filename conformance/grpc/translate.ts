import { decodeRichStatus, encodeRichStatus, GrpcError, type Metadata, type MetadataValue, Status } from "@crikit/grpc";
import type { AnyMessage, ProtoError, ProtoHeader } from "./messages.ts";

const isStatus = (code: number): code is Status => Object.values<number>(Status).includes(code);

/** The runner's headers as metadata; its binary ones are base64. */
export const fromProtoHeaders = (headers: readonly ProtoHeader[]): [string, MetadataValue][] =>
  headers.flatMap(({ name, value }) =>
    value.map((one): [string, MetadataValue] => [
      name,
      name.toLowerCase().endsWith("-bin") ? new Uint8Array(Buffer.from(one, "base64")) : one,
    ]),
  );

/** Metadata as the runner's headers. */
export const toProtoHeaders = (metadata: Metadata | undefined): ProtoHeader[] => {
  const headers = new Map<string, string[]>();
  for (const [key, value] of metadata ?? []) {
    const text = typeof value === "string" ? value : Buffer.from(value).toString("base64").replace(/=+$/, "");
    headers.set(key, [...(headers.get(key) ?? []), text]);
  }
  return [...headers].map(([name, value]) => ({ name, value }));
};

/** The runner's error, with more details behind its own, as what a call ends with. */
export const fromProtoError = ({ code, message = "", details }: ProtoError, more: readonly AnyMessage[]): GrpcError =>
  new GrpcError(isStatus(code) ? code : Status.UNKNOWN, message, {
    details: encodeRichStatus({ code, message, details: [...details, ...more] }),
  });

/** What a call ended with, as the runner's error. */
export const toProtoError = (error: unknown): ProtoError => {
  if (!(error instanceof GrpcError)) throw error;
  const details = error.details === undefined ? [] : decodeRichStatus(error.details).details;
  return { code: error.code, message: error.message, details: [...details] };
};
