const replace = (_: string, value: unknown): unknown => {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Uint8Array) return `bytes:${Buffer.from(value).toString("base64")}`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => part !== undefined && !(key === "_unknownFields" && Object.keys(part).length === 0))
      .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );
};

/** A text that is the same for equal messages, whatever the order in which a client wrote a map's entries. */
export const canonicalText = (message: unknown): string => JSON.stringify(message, replace);
