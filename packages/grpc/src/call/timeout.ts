const UNITS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };
const TIMEOUT = /^(\d{1,8})([HMSmun])$/;
/** A `grpc-timeout` has at most eight digits. */
const MOST = 99_999_999;

/** The milliseconds of a `grpc-timeout` header; undefined if it is none. */
export const parseTimeout = (text: string): number | undefined => {
  const match = TIMEOUT.exec(text);
  const unit = UNITS[match?.[2] ?? ""];
  return unit === undefined ? undefined : Number(match?.[1]) * unit;
};

/** A `grpc-timeout` header of so many milliseconds, in the finest unit that holds it. */
export const formatTimeout = (timeoutMs: number): string => {
  const ms = Math.max(0, timeoutMs);
  if (ms < 1000) return `${Math.ceil(ms * 1000)}u`;
  if (ms <= MOST) return `${Math.ceil(ms)}m`;
  if (ms <= MOST * 1000) return `${Math.ceil(ms / 1000)}S`;
  return `${Math.min(MOST, Math.ceil(ms / 3_600_000))}H`;
};
