import { CriError } from "@crikit/cri-api";
import { loadCriRegistry } from "@crikit/cri-api/descriptor";
import type { CommandContext } from "../context/command.ts";
import type { Json } from "./structured.ts";

type Registry = Awaited<ReturnType<typeof loadCriRegistry>>;
type Message = NonNullable<ReturnType<Registry["getMessage"]>>;
type Field = Message["fields"][number];

const integer = { type: "integer" } as const;

/** Schemas of protobuf's scalar types by their number: doubles and floats, integers, flags, texts, bytes. */
const scalarSchema = (scalar: number): Json => {
  if (scalar === 1 || scalar === 2) return { type: "number" };
  if (scalar === 8) return { type: "boolean" };
  if (scalar === 9) return { type: "string" };
  if (scalar === 12) return { type: "string", contentEncoding: "base64" };
  return integer;
};

const fieldSchema = (field: Field): Json => {
  switch (field.fieldKind) {
    case "scalar":
      return scalarSchema(field.scalar);
    case "enum":
      return { oneOf: [{ enum: field.enum.values.map(({ name }) => name) }, integer] };
    case "message":
      return { $ref: `#/$defs/${field.message.name}` };
    case "list":
      if (field.listKind === "message") return { type: "array", items: { $ref: `#/$defs/${field.message.name}` } };
      return { type: "array", items: field.listKind === "scalar" ? scalarSchema(field.scalar) : integer };
    case "map":
      return { type: "object", additionalProperties: field.mapKind === "scalar" ? scalarSchema(field.scalar) : true };
    default:
      return field satisfies never;
  }
};

const below = (field: Field): Message | undefined => {
  if (field.fieldKind === "message") return field.message;
  return field.fieldKind === "list" && field.listKind === "message" ? field.message : undefined;
};

const collect = (message: Message, into: Map<string, Json>): void => {
  if (into.has(message.name)) return;
  into.set(message.name, null);
  for (const field of message.fields) {
    const next = below(field);
    if (next !== undefined) collect(next, into);
  }
  const properties = Object.fromEntries(message.fields.map((field) => [field.name, fieldSchema(field)]));
  into.set(message.name, { type: "object", additionalProperties: false, properties });
};

/** The JSON schema (2020-12) of a message's configuration file, with the proto's own key names. */
export const createJsonSchema = async (name: "PodSandboxConfig" | "ContainerConfig"): Promise<Json> => {
  const message = (await loadCriRegistry({ envValues: "text" })).getMessage(`runtime.v1.${name}`);
  if (message === undefined) throw new CriError("Internal", `runtime.v1 has no message "${name}"`);
  const definitions = new Map<string, Json>();
  collect(message, definitions);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $ref: `#/$defs/${name}`,
    $defs: Object.fromEntries(definitions),
  };
};

/** Prints the schemas of messages, one after the other. */
export const printJsonSchema = async (
  context: CommandContext,
  names: readonly ("PodSandboxConfig" | "ContainerConfig")[],
): Promise<number> => {
  for (const name of names) await context.print(`${JSON.stringify(await createJsonSchema(name), undefined, 2)}\n`);
  return 0;
};
