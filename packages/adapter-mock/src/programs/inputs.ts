import { FsError } from "../filesystem/fs-error.ts";
import type { ProgramContext } from "../process/program.ts";
import { complain } from "./options.ts";

const READ_BYTES = 64 * 1024;

/** The bytes of a file, or of stdin for "-". `/dev/stdin` is stdin too. */
export async function* chunksOf(p: ProgramContext, path: string): AsyncGenerator<Uint8Array> {
  if (path === "-" || path === "/dev/stdin") {
    yield* p.stdin;
    return;
  }
  const file = p.fs.open(path, { read: true });
  try {
    for (let chunk = file.read(READ_BYTES); chunk.byteLength > 0; chunk = file.read(READ_BYTES)) yield chunk;
  } finally {
    file.close();
  }
}

/** The lines of a file or of stdin, without their ends. */
export async function* linesOf(p: ProgramContext, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunksOf(p, path)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

/** Does `each` for every path ("-" if there is none); reports files that fail and goes on. The result is the exit code. */
export const forEachInput = async (
  p: ProgramContext,
  paths: readonly string[],
  each: (path: string) => Promise<void>,
): Promise<number> => {
  let status = 0;
  for (const path of paths.length === 0 ? ["-"] : paths) {
    try {
      await each(path);
    } catch (error) {
      if (!(error instanceof FsError)) throw error;
      await complain(p, error.message);
      status = 1;
    }
  }
  return status;
};
