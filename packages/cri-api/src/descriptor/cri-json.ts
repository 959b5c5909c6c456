import {
  type DescField,
  type DescMessage,
  fromBinary,
  fromJson,
  type JsonValue,
  toBinary,
  toJson,
} from "@bufbuild/protobuf";
import { CriError } from "../cri/error.ts";
import type * as messages from "../gen/runtime/v1/api.ts";
import { loadCriRegistry } from "./registry.ts";

type Codecs = typeof messages;

/** The name of a message of `runtime.v1`, without the package: `"PodSandboxConfig"`. */
export type CriMessageName = {
  [Name in keyof Codecs]: Codecs[Name] extends { readonly fromPartial: unknown; readonly decode: unknown }
    ? Name
    : never;
}[keyof Codecs];

/** The message with this name, as ts-proto types it. */
export type CriMessage<Name extends CriMessageName> = ReturnType<Codecs[Name]["decode"]>;

/** An object as `JSON.parse` returns it. */
export type JsonObject = { [key: string]: JsonValue };

interface Codec<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

const loadMessage = async <Name extends CriMessageName>(name: Name) => {
  const [registry, codecs] = await Promise.all([
    loadCriRegistry({ envValues: "text" }),
    import("../gen/runtime/v1/api.ts"),
  ]);
  const schema = registry.getMessage(`runtime.v1.${name}`);
  if (!schema) throw new CriError("InvalidArgument", `runtime.v1 has no message "${name}"`);
  // The compiler cannot follow a name to its codec through a type parameter; CriMessage is computed from the very same table.
  return { schema, codec: codecs[name] as unknown as Codec<CriMessage<Name>> };
};

/**
 * A message as the JSON that protojson prints with default values emitted: camel case names, 64-bit numbers as strings, enums by name,
 * bytes in base64, but env values as text, as upstream prints them (what is not UTF-8 becomes U+FFFD). Messages that are unset are
 * left out; numbers, strings, flags, lists and maps are always there.
 *
 * @param message the message or, without decoding them first, its bytes
 */
export const toCriJson = async <Name extends CriMessageName>(
  name: Name,
  message: CriMessage<Name> | Uint8Array,
): Promise<JsonObject> => {
  const { schema, codec } = await loadMessage(name);
  const bytes = message instanceof Uint8Array ? message : codec.encode(message).finish();
  return orderMessage(schema, toJson(schema, fromBinary(schema, bytes), { alwaysEmitImplicit: true }));
};

/** Keys in protojson's order: fields as the proto declares them, where protobuf-es goes by number, and map keys sorted. */
const orderMessage = (schema: DescMessage, json: JsonValue): JsonObject => {
  // A message of the CRI is never printed as anything but an object.
  const printed = json as JsonObject;
  const entries: [string, JsonValue][] = [];
  for (const field of schema.fields) {
    const value = printed[field.jsonName];
    if (value !== undefined) entries.push([field.jsonName, orderField(field, value)]);
  }
  return Object.fromEntries(entries);
};

const orderField = (field: DescField, json: JsonValue): JsonValue => {
  if (field.fieldKind === "message") return orderMessage(field.message, json);
  if (field.fieldKind === "list" && field.listKind === "message" && Array.isArray(json))
    return json.map((element) => orderMessage(field.message, element));
  if (field.fieldKind === "map" && isObject(json))
    return Object.fromEntries(Object.entries(json).sort(([one], [other]) => (one < other ? -1 : 1)));
  return json;
};

/**
 * Reads a message from JSON as people write it in pod and container config files: proto names (`log_path`) and JSON names (`logPath`),
 * enums by name or number, 64-bit numbers as numbers or strings, env values as text; what is absent or null takes its default.
 *
 * @param json what `JSON.parse` or a YAML parser returned
 * @throws CriError `InvalidArgument` that names the key and its path: for a key that is no field, and for a value the field cannot hold
 *
 * @example
 * const config = await fromCriJson("PodSandboxConfig", JSON.parse(await readFile("pod.json", "utf8")));
 */
export const fromCriJson = async <Name extends CriMessageName>(
  name: Name,
  json: unknown,
): Promise<CriMessage<Name>> => {
  const { schema, codec } = await loadMessage(name);
  checkMessage(schema, json, "");
  // What has passed the check is JSON.
  return codec.decode(toBinary(schema, fromJson(schema, json as JsonValue)));
};

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === "object" && json !== null && !Array.isArray(json);

const print = (json: unknown): string => {
  const text =
    JSON.stringify(json, (_key, value) => (typeof value === "bigint" ? String(value) : value)) ?? String(json);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const refusal = (schema: DescMessage, path: string, reason: string): CriError =>
  new CriError("InvalidArgument", `${schema.name}${path === "" ? "" : ` at ${path}`}: ${reason}`);

/** protobuf's own errors say which field of which message, not where in the document; this walk knows where it is. */
const checkMessage = (schema: DescMessage, json: unknown, path: string): void => {
  if (!isObject(json)) throw refusal(schema, path, `expected an object, got ${print(json)}`);
  const seen = new Map<DescField, string>();
  for (const [key, value] of Object.entries(json)) {
    const field = schema.fields.find((candidate) => candidate.name === key || candidate.jsonName === key);
    const at = path === "" ? key : `${path}.${key}`;
    if (!field) throw refusal(schema, at, `unknown key "${key}"${suggest(schema, key)}`);
    const twin = seen.get(field);
    if (twin !== undefined) throw refusal(schema, at, `"${key}" and "${twin}" are the same field`);
    seen.set(field, key);
    if (value !== null) checkField(schema, field, key, value, at);
  }
};

const checkField = (schema: DescMessage, field: DescField, key: string, value: unknown, at: string): void => {
  switch (field.fieldKind) {
    case "message":
      checkMessage(field.message, value, at);
      return;
    case "list":
      if (!Array.isArray(value)) throw refusal(schema, at, `expected a list, got ${print(value)}`);
      for (const [index, element] of value.entries()) {
        if (field.listKind === "message") checkMessage(field.message, element, `${at}[${index}]`);
        else checkValue(schema, { [key]: [element] }, element, `${at}[${index}]`);
      }
      return;
    case "map":
      if (!isObject(value)) throw refusal(schema, at, `expected an object, got ${print(value)}`);
      for (const [name, entry] of Object.entries(value)) {
        const entryAt = `${at}[${JSON.stringify(name)}]`;
        if (field.mapKind === "message") checkMessage(field.message, entry, entryAt);
        else checkValue(schema, { [key]: { [name]: entry } }, entry, entryAt);
      }
      return;
    default:
      checkValue(schema, { [key]: value }, value, at);
  }
};

/** Lets protobuf judge one value by reading a message that holds nothing else. */
const checkValue = (schema: DescMessage, alone: Record<string, unknown>, value: unknown, at: string): void => {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value))
    throw refusal(schema, at, `${print(value)} is not exact as a number, write it as a string`);
  try {
    fromJson(schema, alone as JsonValue);
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^cannot decode \S+ \S+ from JSON: /, "") : String(error);
    throw refusal(schema, at, `${print(value)} does not fit (${reason})`);
  }
};

const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();

/** `log-path`, `LogPath` and `logpath` are what people write for `log_path`. */
const suggest = (schema: DescMessage, key: string): string => {
  const wanted = plain(key.replaceAll("-", ""));
  const near = schema.fields.find((field) => plain(field.name) === wanted);
  return near ? ` (did you mean "${near.name}"?)` : "";
};
