const MAX_LEFT = 34;
const WIDTH = 110;

const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** Two columns, the right one wrapped; a left side that is too long stands on a line of its own. */
export const formatColumns = (rows: readonly (readonly [left: string, right: string])[]): string => {
  const left = Math.min(MAX_LEFT, Math.max(0, ...rows.map(([text]) => text.length)));
  const indent = " ".repeat(left + 4);
  return rows
    .map(([text, right]) => {
      const [first = "", ...more] = wrap(right, WIDTH - indent.length);
      const head = text.length > left ? `  ${text}\n${indent}${first}` : `  ${text.padEnd(left)}  ${first}`;
      return [head, ...more.map((line) => indent + line)].map((line) => `${line.trimEnd()}\n`).join("");
    })
    .join("");
};
