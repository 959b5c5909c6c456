/** How many letters have to be inserted, removed, replaced or swapped to make one word of the other. */
export const editDistance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row !== undefined) row[j] = cost;
    }
  }
  return at(a.length, b.length);
};

/** The word that somebody who typed `typed` most likely meant, if one is near enough. */
export const nearestWord = (typed: string, words: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.floor((typed.length + 1) / 2)) + 1;
  for (const word of words) {
    const begins = typed.length >= 3 && word.startsWith(typed);
    const distance = begins ? 1 : editDistance(typed, word);
    if (distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
};

/** `; did you mean "ps"?` or nothing. */
export const formatSuggestion = (typed: string, words: Iterable<string>): string => {
  const word = nearestWord(typed, words);
  return word === undefined ? "" : `; did you mean "${word}"?`;
};
