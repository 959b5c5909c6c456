/** Nanoseconds since 1970 of the engine's RFC 3339 text; 0 for its zero time (year 1), an empty text and no text. */
export const toNanos = (text: string | undefined): bigint => {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text ?? "");
  if (match === null) return 0n;
  const [, seconds = "", fraction = "", zone = "Z"] = match;
  const millis = Date.parse(`${seconds}${zone}`);
  if (Number.isNaN(millis) || millis <= 0) return 0n;
  return BigInt(millis) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
};

/** This moment in nanoseconds since 1970. */
export const nowNanos = (): bigint => BigInt(Date.now()) * 1_000_000n;
