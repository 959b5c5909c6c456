const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of `90s`, `1m30s`, `1.5h`, `500ms` or a number of seconds; `undefined` for what is no time. A sign is kept. */
export const parseDuration = (text: string): number | undefined => {
  const [, sign = "", rest = ""] = /^([+-]?)(.+)$/.exec(text) ?? [];
  const factor = sign === "-" ? -1 : 1;
  if (/^\d+(\.\d+)?$/.test(rest)) return factor * Number(rest) * 1000;
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(rest)) return undefined;
  let totalMs = 0;
  for (const [, amount, unit] of rest.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g))
    totalMs += Number(amount) * unitMs[unit as keyof typeof unitMs];
  return factor * totalMs;
};

/** A time for people: `850 ms`, `2 s`, `1.5 s`, `2 min`. */
export const formatMs = (ms: number): string => {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${Number((ms / 1000).toFixed(1))} s`;
  return `${Number((ms / 60_000).toFixed(1))} min`;
};
