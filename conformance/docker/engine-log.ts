import { request } from "node:http";

/** What the engine has stored of a container's output, by stream. */
export interface StoredOutput {
  readonly stdout: string;
  readonly stderr: string;
}

const readAll = (socketPath: string, path: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath, path }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve(Buffer.concat(chunks)));
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end();
  });

/** Reads the engine's own store, past the adapter. */
export const readEngineLog = async (socketPath: string, containerId: string): Promise<StoredOutput> => {
  const body = await readAll(socketPath, `/containers/${containerId}/logs?stdout=1&stderr=1`);
  const text = { stdout: "", stderr: "" };
  for (let at = 0; at + 8 <= body.length; ) {
    const length = body.readUInt32BE(at + 4);
    text[body[at] === 2 ? "stderr" : "stdout"] += body.subarray(at + 8, at + 8 + length).toString();
    at += 8 + length;
  }
  return text;
};
