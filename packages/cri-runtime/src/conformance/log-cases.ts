import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { parseLogLine } from "../log/line.ts";
import { type ConformanceCase, createArea } from "./case.ts";
import type { ContainerFields, Lab } from "./lab.ts";
import type { ConformanceTarget } from "./options.ts";

const hasFolder = (target: ConformanceTarget): boolean => target.sharedFolder !== undefined;

/** Runs a container whose log goes below the shared folder and gives its id and the log's path. */
const runLogged = async (
  lab: Lab,
  script: string,
  fields: ContainerFields = {},
): Promise<{ containerId: string; path: string }> => {
  const logDirectory = join(lab.target.sharedFolder ?? "", lab.name("logs"));
  const podSandboxId = await lab.sandbox({ logDirectory });
  const containerId = await lab.run(podSandboxId, { command: ["sh", "-c", script], logPath: "c/0.log", ...fields });
  return { containerId, path: join(logDirectory, "c/0.log") };
};

const linesOf = async (lab: Lab, path: string): Promise<{ tag: string; stream: string; text: string }[]> => {
  const text = await readFile(path);
  const lines: { tag: string; stream: string; text: string }[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf(10, start);
    lab.assert.ok(newline >= 0, "the last line has no newline");
    const bytes = text.subarray(start, newline < 0 ? text.length : newline);
    const line = parseLogLine(bytes);
    if (line === undefined) throw new Error(`no line of a CRI log: ${JSON.stringify(bytes.toString().slice(0, 200))}`);
    lab.assert.ok(line.timeNanos > 0n, "a line has no time");
    lines.push({ tag: line.isPartial ? "P" : "F", stream: line.stream, text: line.text.toString() });
    start = newline < 0 ? text.length : newline + 1;
  }
  return lines;
};

/** The log file once it has so many lines. */
const untilLines = (lab: Lab, path: string, count: number) =>
  lab.until(`${count} lines in ${path}`, async () => {
    const text = await readFile(path, "latin1").catch(() => "");
    return text.split("\n").length > count ? linesOf(lab, path) : undefined;
  });

/** Logs as files. */
export const logCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("logs");

  add(
    "a container's log is where its status says: log_directory and log_path put together",
    async (lab) => {
      const { containerId, path } = await runLogged(lab, "echo hello");
      await lab.exited(containerId);
      lab.assert.equal((await lab.containerStatus(containerId)).logPath, path);
      lab.assert.deepEqual(await untilLines(lab, path, 1), [{ tag: "F", stream: "stdout", text: "hello" }]);
    },
    hasFolder,
  );

  add(
    "both streams are logged, each in order, with all lines there when the container has exited",
    async (lab) => {
      const script = "for i in 1 2 3 4 5 6 7 8 9; do echo out $i; echo err $i >&2; done; printf 'no newline'";
      const { containerId, path } = await runLogged(lab, script);
      await lab.exited(containerId);
      const lines = await untilLines(lab, path, 19);
      for (const [stream, word] of [
        ["stdout", "out"],
        ["stderr", "err"],
      ]) {
        const texts = lines.filter((line) => line.stream === stream).map((line) => line.text);
        const wanted = Array.from({ length: 9 }, (_, index) => `${word} ${index + 1}`);
        lab.assert.deepEqual(texts, stream === "stdout" ? [...wanted, "no newline"] : wanted);
      }
    },
    hasFolder,
  );

  add(
    "a line longer than 16 KiB is logged in partial lines that make it up",
    async (lab) => {
      const { containerId, path } = await runLogged(
        lab,
        `i=0; while [ $i -lt 400 ]; do printf %s ${"x".repeat(100)}; i=$((i+1)); done; echo`,
      );
      await lab.exited(containerId);
      const lines = await lab.until("the end of the line", async () => {
        const found = await linesOf(lab, path).catch(() => []);
        return found.some((line) => line.tag === "F") ? found : undefined;
      });
      lab.assert.ok(lines.length > 1, "it is one line");
      lab.assert.ok(
        lines.every((line, index) => line.tag === (index === lines.length - 1 ? "F" : "P")),
        lines.map((line) => line.tag).join(""),
      );
      lab.assert.equal(lines.map((line) => line.text).join(""), "x".repeat(40_000));
    },
    hasFolder,
  );

  add(
    "after its rotation a log goes on in a new file, and no line is lost or twice",
    async (lab) => {
      const script = "i=0; while :; do i=$((i+1)); echo line $i; sleep 0.05; done";
      const { containerId, path } = await runLogged(lab, script);
      await untilLines(lab, path, 3);
      for (const rotated of [`${path}.1`, `${path}.2`]) {
        await rename(path, rotated);
        await lab.service.reopenContainerLog({ containerId });
        await untilLines(lab, path, 3);
      }
      await lab.service.stopContainer({ containerId, timeout: 0n });
      const texts = [];
      for (const file of [`${path}.1`, `${path}.2`, path])
        texts.push(...(await linesOf(lab, file)).map(({ text }) => text));
      lab.assert.deepEqual(
        texts,
        texts.map((_, index) => `line ${index + 1}`),
      );
    },
    hasFolder,
  );

  add(
    "the log of a container that has exited cannot be reopened",
    async (lab) => {
      const { containerId } = await runLogged(lab, "echo done");
      await lab.exited(containerId);
      await lab.fails(lab.service.reopenContainerLog({ containerId }));
    },
    hasFolder,
  );

  add(
    "a removed container's log stays",
    async (lab) => {
      const { containerId, path } = await runLogged(lab, "echo kept");
      await lab.exited(containerId);
      await untilLines(lab, path, 1);
      await lab.service.removeContainer({ containerId });
      lab.assert.equal((await linesOf(lab, path)).length, 1);
    },
    hasFolder,
  );

  return cases;
};
