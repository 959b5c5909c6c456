import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A path for a unix socket in a folder of its own. */
export interface TemporarySocket extends Disposable {
  readonly path: string;
}

export const createTemporarySocket = (): TemporarySocket => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-grpc-"));
  return {
    path: join(folder, "s.sock"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
};
