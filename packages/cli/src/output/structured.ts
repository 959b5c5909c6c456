import type { JsonObject } from "@crikit/cri-api/descriptor";
import type { TextFlag } from "../arguments/flag.ts";

/** A value as `JSON.parse` returns it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The formats that need no table. */
export type StructuredFormat = "json" | "yaml" | "ndjson" | "go-template";

/** `-o` of a command, with the formats it has. */
export const outputFlag = <const Format extends string>(
  formats: readonly Format[],
  standard: Format,
): TextFlag & { readonly choices: readonly Format[] } => ({
  kind: "text",
  short: "o",
  choices: formats,
  completion: formats,
  standard,
  summary: "Output format",
});

/** `--template` of a command with `-o go-template`. */
export const TEMPLATE_FLAG = {
  kind: "text",
  placeholder: "TEMPLATE",
  summary: "What -o go-template prints: Go's template language on the JSON, with json, title, lower and upper",
} as const satisfies TextFlag;

const sortKeys = (json: Json): Json => {
  if (Array.isArray(json)) return json.map(sortKeys);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sortKeys(value)]),
  );
};

/** An object with its keys in order, as crictl prints what it puts together itself. */
export const inKeyOrder = (json: JsonObject): JsonObject => sortKeys(json as Json) as unknown as JsonObject;

/** JSON as text in one of the formats; ends with a newline. */
export const formatStructured = async (
  json: JsonObject | readonly JsonObject[],
  format: StructuredFormat,
  template?: string | undefined,
): Promise<string> => {
  switch (format) {
    case "json":
      return `${JSON.stringify(json, undefined, 2)}\n`;
    case "ndjson":
      return (Array.isArray(json) ? json : [json]).map((entry) => `${JSON.stringify(entry)}\n`).join("");
    case "yaml": {
      const { stringify } = await import("yaml");
      return stringify(json, { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false });
    }
    case "go-template": {
      const { executeTemplate } = await import("../template/execute.ts");
      return `${executeTemplate(template ?? "", json as unknown as Json)}\n`;
    }
    default:
      return format satisfies never;
  }
};
