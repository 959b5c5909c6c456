/** What a template works on: JSON. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** A map. */
export type ValueMap = { readonly [key: string]: Value };

/** Whether a value is a map. */
export const isMap = (value: Value): value is ValueMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value counts as true: not null, false, 0 or empty. */
export const isTruthy = (value: Value): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  return isMap(value) ? Object.keys(value).length > 0 : Boolean(value);
};

/** A value as Go prints it: `map[a:1 b:[x y]]`. */
export const formatValue = (value: Value | undefined): string => {
  if (value === null || value === undefined) return "<no value>";
  if (Array.isArray(value)) return `[${value.map((entry) => formatInner(entry)).join(" ")}]`;
  if (isMap(value)) {
    const entries = Object.keys(value).sort();
    return `map[${entries.map((key) => `${key}:${formatInner(value[key] ?? null)}`).join(" ")}]`;
  }
  return String(value);
};

const formatInner = (value: Value): string => (value === null ? "<nil>" : formatValue(value));
