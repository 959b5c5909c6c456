const escapeCharacters = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** A shell pattern (`*`, `?`, `[…]`; a backslash takes a character as it is) as the source of a regular expression. */
export const patternSource = (pattern: string): string => {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? "";
    if (character === "\\") source += escapeCharacters(pattern[++at] ?? "\\");
    else if (character === "*") source += "[\\s\\S]*";
    else if (character === "?") source += "[\\s\\S]";
    else if (character === "[") {
      const end = pattern.indexOf("]", at + (pattern[at + 1] === "!" ? 3 : 2));
      if (end < 0) {
        source += "\\[";
        continue;
      }
      const inner = pattern
        .slice(at + 1, end)
        .replace(/^!/, "^")
        .replace(/[\\\][]/g, "\\$&");
      source += `[${inner}]`;
      at = end;
    } else source += escapeCharacters(character);
  }
  return source;
};

/** Whether all of `text` matches a shell pattern. */
export const matchesPattern = (text: string, pattern: string): boolean =>
  new RegExp(`^${patternSource(pattern)}$`).test(text);

/** Whether a word has a character that makes it a pattern. */
export const isPattern = (word: string): boolean => /[*?[]/.test(word.replace(/\\./g, ""));

/** The same text with nothing in it that a pattern would act on. */
export const quotePattern = (text: string): string => text.replace(/[\\*?[\]]/g, "\\$&");

/** What `quotePattern` added is taken away. */
export const unquotePattern = (text: string): string => text.replace(/\\([\s\S])/g, "$1");
