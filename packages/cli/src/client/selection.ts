import { UsageError } from "../arguments/usage-error.ts";

/** Takes `key=value` texts apart; everything after the first `=` is the value. */
export const parseLabels = (texts: readonly string[], flag: string): Record<string, string> =>
  Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`${flag} takes KEY=VALUE, not ${JSON.stringify(text)}`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );

/** A label's value, if it is there. */
export const labelOf = (labels: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

/** A regular expression as Go writes them, flags such as `(?i)` in front included; none matches everything. */
export const parsePattern = (text: string | undefined, flag: string): RegExp => {
  const [, letters = "", body = ""] = /^(?:\(\?([imsU]+)\))?([\s\S]*)$/.exec(text ?? "") ?? [];
  try {
    return new RegExp(
      body.replaceAll("(?P<", "(?<"),
      [...new Set(letters)].filter((letter) => letter !== "U").join(""),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /, "") : String(error);
    throw new UsageError(`${flag} takes a regular expression, not ${JSON.stringify(text)}: ${why}`);
  }
};

/** The newest first; of the same age in their own order. */
export const newestFirst = <T extends { readonly createdAt: bigint }>(listed: readonly T[]): readonly T[] =>
  [...listed].sort((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt > b.createdAt ? -1 : 1));

/** The first one (`latest`), or so many (`last`), or all. */
export const takeLatest = <T>(
  sorted: readonly T[],
  choice: { readonly latest: boolean; readonly last: number | undefined },
): readonly T[] => {
  const { latest, last = 0 } = choice;
  if (last < 0) throw new UsageError(`--last takes 0 or more, not ${last}`);
  if (last > 0) return sorted.slice(0, last);
  return latest ? sorted.slice(0, 1) : sorted;
};
