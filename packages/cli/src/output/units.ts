const decimalUnits = ["B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"] as const;

/** A number with so many significant digits, as C's `%g` writes it. */
const formatGeneral = (value: number, digits: number): string => {
  const [mantissa = "", exponent = "0"] = value.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  const trim = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  if (power >= -4 && power < digits) return trim(value.toFixed(digits - 1 - power));
  const sign = power < 0 ? "-" : "+";
  return `${trim(mantissa)}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
};

/** A size in decimal units, `4.27MB`, as Docker and crictl write it: three digits by default. */
export const formatSize = (bytes: number | bigint, digits = 3): string => {
  let size = Number(bytes);
  let unit = 0;
  while (size >= 1000 && unit < decimalUnits.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${formatGeneral(size, digits)}${decimalUnits[unit]}`;
};

/** How long, in words: `Less than a second`, `About a minute`, `3 weeks`. Docker's and crictl's words. */
export const formatHumanDuration = (ms: number): string => {
  const seconds = Math.trunc(ms / 1000);
  if (seconds < 1) return "Less than a second";
  if (seconds === 1) return "1 second";
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.trunc(ms / 60_000);
  if (minutes === 1) return "About a minute";
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.trunc(ms / 3_600_000 + 0.5);
  if (hours === 1) return "About an hour";
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(ms / 3_600_000 / 24 / 365)} years`;
};

/** `3 weeks ago` for a time in CRI's nanoseconds. */
export const formatAge = (atNanos: bigint, nowMs: number): string =>
  `${formatHumanDuration(nowMs - Number(atNanos / 1_000_000n))} ago`;

/** RFC 3339 with nanoseconds, in UTC, as Go's RFC3339Nano: no zeros at the end. */
export const formatNanoTime = (atNanos: bigint): string => {
  const seconds = atNanos / 1_000_000_000n;
  const nanos = atNanos % 1_000_000_000n;
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  const fraction = nanos === 0n ? "" : `.${String(nanos).padStart(9, "0").replace(/0+$/, "")}`;
  return `${whole}${fraction}Z`;
};

const TRUNCATED_LENGTH = 13;

/** The first 13 characters of an id, without `sha256:` or another algorithm before it. */
export const truncateId = (id: string): string =>
  id.replace(/^[a-z0-9]+:(?=[0-9a-f]{32,}$)/, "").slice(0, TRUNCATED_LENGTH);
