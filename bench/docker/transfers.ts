import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { get } from "node:http";

const mib = 1024 * 1024;

/** A command that runs another in a container: crictl or docker. */
export interface ExecCommand {
  readonly program: string;
  /** Words up to the container's id; `-i` is added for input. */
  readonly words: readonly string[];
  readonly containerId: string;
}

const rate = (bytes: number, startedAt: number): number => bytes / mib / ((performance.now() - startedAt) / 1000);

/** MiB a second of an executed process' output. */
export const measureStdout = async (exec: ExecCommand, megabytes: number): Promise<number> => {
  const startedAt = performance.now();
  const command = ["dd", "if=/dev/zero", "bs=1M", `count=${megabytes}`];
  const child = spawn("sh", [
    "-c",
    '"$@" 2>/dev/null | wc -c',
    "sh",
    exec.program,
    ...exec.words,
    exec.containerId,
    ...command,
  ]);
  const out: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  await once(child, "close");
  const bytes = Number(Buffer.concat(out).toString().trim());
  if (bytes !== megabytes * mib) throw new Error(`${exec.program} gave ${bytes} of ${megabytes * mib} bytes`);
  return rate(bytes, startedAt);
};

/** MiB a second of a file read by an executed md5sum; its sum is checked. */
export const measureStdin = async (
  exec: ExecCommand,
  file: { readonly path: string; readonly bytes: number; readonly md5: string },
): Promise<number> => {
  const input = openSync(file.path, "r");
  const startedAt = performance.now();
  const child = spawn(exec.program, [...exec.words, "-i", exec.containerId, "md5sum"], {
    stdio: [input, "pipe", "ignore"],
  });
  closeSync(input);
  const out: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  await once(child, "close");
  const sum = Buffer.concat(out).toString().split(" ")[0];
  if (sum !== file.md5) throw new Error(`${exec.program}: md5sum gave ${sum}, it is ${file.md5}`);
  return rate(file.bytes, startedAt);
};

/** MiB a second of an HTTP answer through a forwarded port. */
export const measurePortForward = async (
  crictl: ExecCommand,
  forward: { readonly podSandboxId: string; readonly port: number; readonly path: string; readonly bytes: number },
): Promise<number> => {
  const words = [...crictl.words.slice(0, -1), "port-forward", forward.podSandboxId, `:${forward.port}`];
  const child = spawn(crictl.program, words, { stdio: ["ignore", "pipe", "pipe"] });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      let text = "";
      child.stdout.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        const found = /Forwarding from 127\.0\.0\.1:(\d+)/.exec(text);
        if (found !== null) resolve(Number(found[1]));
      });
      child.once("exit", () => reject(new Error(`crictl port-forward ended: ${text}`)));
    });
    const startedAt = performance.now();
    const bytes = await new Promise<number>((resolve, reject) => {
      get({ host: "127.0.0.1", port, path: forward.path }, (answer) => {
        let count = 0;
        answer.on("data", (chunk: Buffer) => {
          count += chunk.length;
        });
        answer.on("end", () => resolve(count));
        answer.on("error", reject);
      }).on("error", reject);
    });
    if (bytes !== forward.bytes) throw new Error(`port-forward gave ${bytes} of ${forward.bytes} bytes`);
    return rate(bytes, startedAt);
  } finally {
    child.kill("SIGKILL");
  }
};
