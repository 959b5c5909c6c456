/** `Name: value` lines; what has no value is left out. */
export const formatFields = (
  fields: readonly (readonly [name: string, value: string | number | bigint | undefined])[],
): string =>
  fields
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}: ${value}\n`)
    .join("");

/** A heading and `key -> value` lines in the order of their keys; nothing for an empty map. */
export const formatPairs = (heading: string, pairs: Readonly<Record<string, string>>): string => {
  const lines = Object.keys(pairs)
    .sort()
    .map((key) => `\t${key} -> ${pairs[key]}\n`);
  return lines.length === 0 ? "" : `${heading}:\n${lines.join("")}`;
};
