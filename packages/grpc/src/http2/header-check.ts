import type { HeaderList } from "../hpack/decoder.ts";

/** A header list that RFC 9113 section 8 does not allow: a PROTOCOL_ERROR of its stream. */
export class MalformedHeaders extends Error {
  override readonly name = "MalformedHeaders";
}

/** Which pseudo fields a header list may and must have. */
const KINDS = {
  request: { allowed: new Set([":method", ":scheme", ":authority", ":path"]), needed: [":method", ":scheme", ":path"] },
  response: { allowed: new Set([":status"]), needed: [":status"] },
  trailers: { allowed: new Set<string>(), needed: [] },
} as const;

/** A request's, a response's or a trailing header list. */
export type HeaderListKind = keyof typeof KINDS;

const CONNECTION_FIELDS: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
]);
/** Names that need no look at their characters. */
const USUAL_NAMES: ReadonlySet<string> = new Set([
  "content-type",
  "user-agent",
  "te",
  "grpc-timeout",
  "grpc-accept-encoding",
  "grpc-encoding",
  "grpc-status",
  "grpc-message",
]);
const BAD_NAME = /[\0-\x20A-Z:\x7f-\xff]|^$/;
const BAD_VALUE = /[\0\n\r]|^[ \t]|[ \t]$/;

/** Checks a header list and returns its `content-length`, -1 without one; throws {@link MalformedHeaders}. */
export const checkHeaders = (fields: HeaderList, kind: HeaderListKind): number => {
  const { allowed, needed } = KINDS[kind];
  let contentLength = -1;
  let isPastPseudo = false;
  for (let index = 0; index < fields.length; index += 2) {
    const name = fields[index] ?? "";
    const value = fields[index + 1] ?? "";
    if (name.charCodeAt(0) === 0x3a) checkPseudo(fields, index, isPastPseudo || !allowed.has(name));
    else {
      isPastPseudo = true;
      if (!USUAL_NAMES.has(name)) checkName(name);
      if (name === "te" && value !== "trailers") throw new MalformedHeaders(`te is "${value}", not trailers`);
      if (name === "content-length") contentLength = parseLength(value, contentLength);
    }
    if (BAD_VALUE.test(value)) throw new MalformedHeaders(`the value of ${name} has a character that may not be there`);
  }
  for (const name of needed) checkNeeded(fields, name);
  return contentLength;
};

const checkPseudo = (fields: HeaderList, index: number, isOutOfPlace: boolean): void => {
  const name = fields[index] ?? "";
  if (isOutOfPlace) throw new MalformedHeaders(`${name} may not stand here`);
  for (let before = 0; before < index; before += 2)
    if (fields[before] === name) throw new MalformedHeaders(`${name} stands here twice`);
};

const checkName = (name: string): void => {
  if (BAD_NAME.test(name)) throw new MalformedHeaders(`"${name}" is no name of a field`);
  if (CONNECTION_FIELDS.has(name)) throw new MalformedHeaders(`${name} is a field of HTTP/1.1`);
};

const checkNeeded = (fields: HeaderList, name: string): void => {
  const value = fieldOf(fields, name);
  if (value === undefined) throw new MalformedHeaders(`${name} is missing`);
  if (value === "") throw new MalformedHeaders(`${name} is empty`);
};

const parseLength = (value: string, earlier: number): number => {
  if (!/^\d{1,15}$/.test(value)) throw new MalformedHeaders(`content-length is "${value}", not a number`);
  if (earlier >= 0 && earlier !== Number(value)) throw new MalformedHeaders("content-length stands here twice");
  return Number(value);
};

/** The first value of a field, undefined without one. */
export const fieldOf = (fields: HeaderList, name: string): string | undefined => {
  for (let index = 0; index < fields.length; index += 2) if (fields[index] === name) return fields[index + 1];
  return undefined;
};
