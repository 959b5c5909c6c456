const MIN_WIDTH = 20;
const PADDING = 3;

/** Columns a table pads to, as crictl's tables are: 20 characters at least and three spaces between. */
export interface TableWidths {
  readonly minWidth?: number | undefined;
  readonly padding?: number | undefined;
}

/** How many cells a text takes on a terminal, near enough: marks that combine take none, East Asian wide characters two. */
const widthOf = (text: string): number => {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text)
    width += /\p{Mark}/u.test(character)
      ? 0
      : /\p{Script=Han}|[\u3040-\u30ff\uac00-\ud7a3\uff01-\uff60]/u.test(character)
        ? 2
        : 1;
  return width;
};

/** A character that would move the cursor or start a new row becomes visible. */
const plain = (cell: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  cell.replace(/[\x00-\x1f\x7f-\x9f]/g, (character) => JSON.stringify(character).slice(1, -1));

/** Rows as text, one line each, columns aligned; the last column is not padded. */
export const formatTable = (rows: readonly (readonly string[])[], widths: TableWidths = {}): string => {
  const { minWidth = MIN_WIDTH, padding = PADDING } = widths;
  const cells = rows.map((row) => row.map(plain));
  const columns: number[] = [];
  for (const row of cells)
    for (const [index, cell] of row.entries())
      if (index < row.length - 1) columns[index] = Math.max(columns[index] ?? minWidth, widthOf(cell) + padding);
  return cells
    .map((row) => {
      const last = row.length - 1;
      const padded = row.map((cell, at) =>
        at === last ? cell : cell + " ".repeat((columns[at] ?? 0) - widthOf(cell)),
      );
      return `${padded.join("")}\n`;
    })
    .join("");
};
