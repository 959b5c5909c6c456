import { CriError } from "@crikit/cri-api";

/** What Docker and crictl take when nothing is said. */
export const defaultDetachKeys = "ctrl-p,ctrl-q";

const controlNames = "@abcdefghijklmnopqrstuvwxyz[\\]^_";

/** Reads keys as Docker writes them: single characters or `ctrl-` and a letter or one of `@[\]^_`, joined by commas. */
export const parseDetachKeys = (text: string): Buffer => {
  if (text === "") return Buffer.alloc(0);
  return Buffer.concat(
    text.split(",").map((key) => {
      if ([...key].length === 1) return Buffer.from(key);
      const code = /^ctrl-.$/i.test(key) ? controlNames.indexOf(key.slice(5).toLowerCase()) : -1;
      if (code < 0)
        throw new CriError(
          "InvalidArgument",
          `detach key ${JSON.stringify(key)} is neither one character nor ctrl- and a letter`,
        );
      return Buffer.of(code);
    }),
  );
};

/**
 * Passes typed bytes on until the detach keys come in a row, which it keeps to itself and reports. What may be their beginning is held back
 * until the next byte decides.
 */
export async function* untilDetached(
  source: AsyncIterable<Uint8Array>,
  keys: Buffer,
  onDetach: () => void,
): AsyncGenerator<Uint8Array, undefined> {
  let matched = 0;
  for await (const chunk of source) {
    const passed: number[] = [];
    for (const byte of chunk) {
      if (byte === keys[matched]) {
        matched++;
        if (matched < keys.length) continue;
        if (passed.length > 0) yield Buffer.from(passed);
        onDetach();
        return;
      }
      passed.push(...keys.subarray(0, matched));
      matched = byte === keys[0] ? 1 : 0;
      if (matched === 0) passed.push(byte);
    }
    if (passed.length > 0) yield Buffer.from(passed);
  }
  if (matched > 0) yield keys.subarray(0, matched);
}
