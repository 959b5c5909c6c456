import type { JsonObject } from "@crikit/cri-api/descriptor";
import { UsageError } from "../arguments/usage-error.ts";
import { formatStructured, inKeyOrder, outputFlag, type StructuredFormat, TEMPLATE_FLAG } from "./structured.ts";

/** The flags of commands that print statuses. */
export const STATUS_FLAGS = {
  output: outputFlag(["json", "yaml", "ndjson", "go-template", "table"], "json"),
  template: TEMPLATE_FLAG,
  quiet: { kind: "switch", short: "q", summary: "Without the runtime's verbose information" },
} as const;

/** A status with the runtime's verbose information beside it. */
export interface StatusEntry {
  readonly fields: Readonly<Record<string, JsonObject | readonly JsonObject[]>>;
  readonly info: Readonly<Record<string, string>>;
}

/** Verbose information is JSON where it looks like it, and text else: quotes around it are taken off. */
const parseInfo = (text: string): unknown => {
  if (!/^[{[]/.test(text)) return text.replace(/^"+|"+$/g, "");
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const toJson = ({ fields, info }: StatusEntry): JsonObject =>
  inKeyOrder({
    ...fields,
    ...Object.fromEntries(Object.entries(info).map(([key, text]) => [key, parseInfo(text)])),
  } as JsonObject);

/** Refuses a template where none is used, and the format that needs one without it. */
export const checkTemplate = (output: string | undefined, template: string | undefined): void => {
  if (output === "go-template" && !template) throw new UsageError("-o go-template needs --template");
  if (output !== "go-template" && template !== undefined)
    throw new UsageError(`--template is for -o go-template, not for -o ${output ?? "json"}`);
};

/** Statuses as crictl puts them together: one is an object, several are a list. */
export const formatStatuses = (
  entries: readonly StatusEntry[],
  format: StructuredFormat,
  template: string | undefined,
): Promise<string> => {
  const all = entries.map(toJson);
  const [first] = all;
  return formatStructured(all.length === 1 && first !== undefined ? first : all, format, template);
};
