import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContainerConfig, type CriService, PodSandboxConfig, PullImageRequest } from "@crikit/cri-api";
import { connectCri } from "@crikit/cri-api/client";
import { formatMs } from "../arguments/duration.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";
import { truncateId } from "../output/units.ts";
import { ADAPTER_NAMES } from "../serve/adapters.ts";
import { startServeChild } from "../serve/child.ts";

const IMAGE = "registry.k8s.io/e2e-test-images/busybox:1.29-2";
const SCRIPT = 'echo "$GREETING from $(hostname)"; echo "this goes to stderr" >&2; while true; do sleep 1; done';
const COMMAND = ["sh", "-c", 'read name; echo "hello $name, this is $(hostname), pid $$"; exit 7'] as const;

/** Runs the steps of a demonstration and prints each with what it brought and how long it took. */
class Demonstration {
  readonly #context: CommandContext;
  readonly #startedMs = performance.now();

  constructor(context: CommandContext) {
    this.#context = context;
  }

  get tookMs(): number {
    return performance.now() - this.#startedMs;
  }

  async step<T>(title: string, act: () => Promise<T>, describe: (result: T) => string): Promise<T> {
    const startedMs = performance.now();
    const result = await act();
    const [first = "", ...more] = describe(result).split("\n");
    const took = formatMs(performance.now() - startedMs).padStart(8);
    await this.#context.print(
      `${title.padEnd(10)}${took}  ${first}\n${more.map((line) => `${" ".repeat(20)}${line}\n`).join("")}`,
    );
    return result;
  }
}

/** What the steps work with. */
interface Stage {
  readonly demonstration: Demonstration;
  readonly service: CriService;
  readonly image: string;
  readonly logFolder: string;
  readonly signal: AbortSignal;
}

const quote = (words: readonly string[]): string =>
  words.map((word) => (/[ "$;]/.test(word) ? `'${word}'` : word)).join(" ");

const readLog = async (path: string): Promise<string> => {
  const { readLogs } = await import("@crikit/cri-runtime/log");
  const lines: string[] = [];
  for await (const { stream, text } of readLogs(path)) lines.push(`${stream}: ${Buffer.from(text).toString()}`);
  return lines.join("\n");
};

const execute = async ({ service, signal }: Stage, containerId: string) => {
  const request = { containerId, cmd: [...COMMAND], tty: false, stdin: true, stdout: true, stderr: true };
  const { url } = await service.exec(request);
  const { execute: open } = await import("@crikit/streaming/client");
  const chunks: Buffer[] = [];
  const collect = (chunk: Uint8Array): void => void chunks.push(Buffer.from(chunk));
  const { exitCode } = await open(url, { stdin: ["newcomer\n"], stdout: collect, stderr: collect, signal });
  if (exitCode !== 7) throw new CommandError(`the command exited with ${exitCode}, 7 was expected`);
  return { url, output: Buffer.concat(chunks).toString().trimEnd(), exitCode };
};

const waitForLog = async (path: string, signal: AbortSignal): Promise<string> => {
  for (let tries = 0; tries < 100 && !signal.aborted; tries += 1) {
    const text = await readLog(path).catch(() => "");
    if (text.includes("stderr")) return text;
    await new Promise((settle) => setTimeout(settle, 50));
  }
  throw new CommandError(`the container's log ${path} does not have its two lines`);
};

const showContainer = async (stage: Stage, podSandboxId: string, podConfig: PodSandboxConfig): Promise<void> => {
  const { demonstration, service, image, logFolder, signal } = stage;
  const config = ContainerConfig.fromPartial({
    metadata: { name: "main" },
    image: { image, userSpecifiedImage: image },
    command: ["sh", "-c", SCRIPT],
    envs: [{ key: "GREETING", value: Buffer.from("hello") }],
    logPath: "main.log",
    linux: {},
  });
  const { containerId } = await demonstration.step(
    "create",
    () => service.createContainer({ podSandboxId, config, sandboxConfig: podConfig }),
    ({ containerId }) => `container main, ${truncateId(containerId)}`,
  );
  await demonstration.step(
    "start",
    () => service.startContainer({ containerId }),
    () => "running",
  );
  await demonstration.step(
    "exec",
    () => execute(stage, containerId),
    ({ url, output, exitCode }) => `${quote(COMMAND)}\nover ${new URL(url).origin}\n> ${output}\nexit code ${exitCode}`,
  );
  await demonstration.step(
    "logs",
    () => waitForLog(join(logFolder, "main.log"), signal),
    (text) => text,
  );
  await demonstration.step(
    "stop",
    () => service.stopContainer({ containerId, timeout: 2n }),
    () => "container stopped",
  );
  await demonstration.step(
    "remove",
    () => service.removeContainer({ containerId }),
    () => "container removed",
  );
};

const showPod = async (stage: Stage): Promise<void> => {
  const { demonstration, service, image, logFolder } = stage;
  await demonstration.step(
    "version",
    () => service.version({ version: "v1" }),
    ({ runtimeName, runtimeVersion, runtimeApiVersion }) =>
      `${runtimeName} ${runtimeVersion}, CRI ${runtimeApiVersion}`,
  );
  await demonstration.step(
    "pull",
    () => service.pullImage(PullImageRequest.fromPartial({ image: { image } })),
    ({ imageRef }) => `${image}\n${imageRef}`,
  );
  const config = PodSandboxConfig.fromPartial({
    metadata: { name: "demo", namespace: "default", uid: `demo-${process.pid}` },
    hostname: "demo",
    logDirectory: logFolder,
    labels: { app: "demo" },
    linux: {},
  });
  const { podSandboxId } = await demonstration.step(
    "run pod",
    () => service.runPodSandbox({ config, runtimeHandler: "" }),
    ({ podSandboxId }) => `pod demo, ${truncateId(podSandboxId)}`,
  );
  try {
    await showContainer(stage, podSandboxId, config);
    await demonstration.step(
      "stop pod",
      () => service.stopPodSandbox({ podSandboxId }),
      () => "pod stopped",
    );
  } catch (error) {
    await service.removePodSandbox({ podSandboxId }, { timeoutMs: 10_000 }).catch(() => {});
    throw error;
  }
  await demonstration.step(
    "remove pod",
    () => service.removePodSandbox({ podSandboxId }),
    () => "pod removed",
  );
};

export const command = defineCommand({
  name: "demo",
  usage: "[flags]",
  description:
    "Serves a runtime in a process of its own and drives it over its socket: pull, run a pod, create and start a container, execute a command over a streaming connection, read the log, stop and remove. Nothing is left behind.",
  flags: {
    adapter: {
      kind: "text",
      choices: ADAPTER_NAMES,
      completion: ADAPTER_NAMES,
      standard: "mock",
      summary: "What the runtime is",
    },
    image: { kind: "text", standard: IMAGE, summary: "The image of the container; it needs a shell" },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    const adapter = flags.adapter ?? "mock";
    const folder = await mkdtemp(join(tmpdir(), "crikit-demo-"));
    const endpoint = `unix://${join(folder, "crikit.sock")}`;
    const demonstration = new Demonstration(context);
    const { signal } = context;
    try {
      const server = await demonstration.step(
        "serve",
        () => startServeChild(["--adapter", adapter, "--listen", endpoint], signal),
        ({ readyLine }) => readyLine.replace(/^crikit: /, ""),
      );
      try {
        await using service = connectCri(endpoint, { timeoutMs: 60_000 });
        const image = flags.image ?? IMAGE;
        await showPod({ demonstration, service, image, logFolder: join(folder, "logs"), signal });
      } finally {
        await server.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    await context.print(`done in ${formatMs(demonstration.tookMs)}; nothing is left behind\n`);
    return 0;
  },
});
