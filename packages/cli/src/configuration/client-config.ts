import { formatSuggestion } from "../arguments/suggest.ts";
import { CommandError } from "../context/command-error.ts";

const keys = {
  "runtime-endpoint": { kind: "text", standard: "" },
  "image-endpoint": { kind: "text", standard: "" },
  timeout: { kind: "integer", standard: 0 },
  debug: { kind: "switch", standard: false },
  "pull-image-on-create": { kind: "switch", standard: false },
  "disable-pull-on-run": { kind: "switch", standard: false },
  "max-retries": { kind: "integer", standard: 0 },
} as const;

type Keys = typeof keys;

/** A key of the client configuration: crictl's. */
export type ConfigKey = keyof Keys;

/** The keys of the client configuration, in the order in which they are listed. */
export const CONFIG_KEYS = Object.keys(keys) as readonly ConfigKey[];

type ValueOf<K extends ConfigKey> = Keys[K]["kind"] extends "text"
  ? string
  : Keys[K]["kind"] extends "integer"
    ? number
    : boolean;

/** A client configuration: what the file says and nothing else; `timeout` in seconds. */
export type ClientConfig = { readonly [K in ConfigKey]?: ValueOf<K> };

/** Any value a key can have. */
export type ConfigValue = string | number | boolean;

/** The value of a key that the file does not set. */
export const standardOf = (key: ConfigKey): ConfigValue => keys[key].standard;

/** Narrows to a key, or refuses what is none with the nearest one; `where` begins the message. */
export const checkConfigKey = (key: string, where: string): ConfigKey => {
  const known = CONFIG_KEYS.find((candidate) => candidate === key);
  if (known !== undefined) return known;
  const hint = formatSuggestion(key, CONFIG_KEYS) || `; keys are ${CONFIG_KEYS.join(", ")}`;
  throw new CommandError(`${where}: unknown key ${JSON.stringify(key)}${hint}`);
};

/** Reads the text of a value as its key wants it. */
export const parseConfigValue = (key: ConfigKey, text: string, where: string): ConfigValue => {
  const refuse = (wanted: string): CommandError =>
    new CommandError(`${where}: "${key}" takes ${wanted}, not ${JSON.stringify(text)}`);
  switch (keys[key].kind) {
    case "text":
      return text;
    case "integer":
      if (!/^\d{1,9}$/.test(text)) throw refuse(key === "timeout" ? "a whole number of seconds" : "a whole number");
      return Number(text);
    case "switch":
      if (!/^(true|false)$/i.test(text)) throw refuse("true or false");
      return text.toLowerCase() === "true";
    default:
      return keys[key] satisfies never;
  }
};
