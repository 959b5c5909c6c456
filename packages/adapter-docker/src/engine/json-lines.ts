const maxLineBytes = 16 * 1024 * 1024;

/** The values of a body of concatenated JSON, one a line. A line that is no JSON, or longer than 16 MiB, ends it with an error. */
export async function* readJsonLines<T>(body: AsyncIterable<Buffer>): AsyncGenerator<T, void, undefined> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  const parse = (line: Buffer): T => JSON.parse(line.toString());
  for await (const chunk of body) {
    let at = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, at)) {
      const line = Buffer.concat([...rest, chunk.subarray(at, end)]);
      rest = [];
      restBytes = 0;
      at = end + 1;
      if (line.toString("latin1").trim() !== "") yield parse(line);
    }
    if (at < chunk.length) {
      rest.push(chunk.subarray(at));
      restBytes += chunk.length - at;
      if (restBytes > maxLineBytes) throw new Error(`a line of JSON is longer than ${maxLineBytes} bytes`);
    }
  }
  const last = Buffer.concat(rest);
  if (last.toString("latin1").trim() !== "") yield parse(last);
}
