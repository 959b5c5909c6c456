import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { buildCrictl } from "../cri-tools.ts";
import { startCrikit } from "../crikit.ts";
import type { RingContext } from "../ring.ts";

const busybox = "registry.k8s.io/e2e-test-images/busybox:1.29-2";
const nginx = "registry.k8s.io/e2e-test-images/nginx:1.14-2";

interface Crictl {
  (
    args: readonly string[],
    input?: string,
  ): { readonly status: number | null; readonly stdout: string; readonly stderr: string };
  /** The command line, for a shell. */
  line(args: readonly string[]): string;
  spawn(args: readonly string[]): ReturnType<typeof spawn>;
}

const crictlOn = (endpoint: string, config: string): Crictl => {
  const crictl = buildCrictl("1.36.0");
  const head = ["--config", config, "--runtime-endpoint", endpoint, "--image-endpoint", endpoint];
  const run = (args: readonly string[], input = "") =>
    spawnSync(crictl, [...head, ...args], { encoding: "utf8", input, timeout: 30_000, maxBuffer: 64 << 20 });
  return Object.assign(run, {
    line: (args: readonly string[]) => [crictl, ...head, ...args].map((word) => `'${word}'`).join(" "),
    spawn: (args: readonly string[]) => spawn(crictl, [...head, ...args], { stdio: ["pipe", "pipe", "pipe"] }),
  });
};

/** Makes a pod sandbox and a running container of `command`. */
const startContainer = (
  crictl: Crictl,
  options: {
    readonly folder: string;
    readonly name: string;
    readonly command?: readonly string[];
    readonly image?: string;
    readonly stdin?: boolean;
  },
): { readonly podSandboxId: string; readonly containerId: string } => {
  const { folder, name, image = busybox } = options;
  const pod = join(folder, `${name}-pod.json`);
  const container = join(folder, `${name}.json`);
  const ok = (args: readonly string[]): string => {
    const { status, stdout, stderr } = crictl(args);
    assert.equal(status, 0, `crictl ${args[0]}: ${stderr}`);
    return stdout.trim();
  };
  writeFileSync(
    pod,
    JSON.stringify({
      metadata: { name, namespace: "default", uid: name, attempt: 0 },
      log_directory: folder,
      linux: {},
    }),
  );
  writeFileSync(
    container,
    JSON.stringify({
      metadata: { name, attempt: 0 },
      image: { image },
      command: options.command ?? [],
      log_path: `${name}.log`,
      stdin: options.stdin ?? false,
      linux: {},
    }),
  );
  ok(["pull", image]);
  const podSandboxId = ok(["runp", pod]);
  const containerId = ok(["create", podSandboxId, container, pod]);
  ok(["start", containerId]);
  return { podSandboxId, containerId };
};

/** Output of a program until `wanted` has come, or what came in ten seconds. */
const outputUntil = async (child: ReturnType<typeof spawn>, wanted: RegExp): Promise<string> => {
  let text = "";
  child.stdout?.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    text += chunk;
  });
  for (let n = 0; n < 200 && !wanted.test(text); n++) await delay(50);
  return text;
};

/** crictl 1.36 against `crikit serve --adapter mock`: exec, exec -it, attach and port-forward over both transports. */
export const checkCrictl = async (context: RingContext): Promise<void> => {
  const folder = join(context.scratch, "crictl");
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "crictl.yaml");
  writeFileSync(config, "timeout: 10\n");
  const served = await startCrikit({ socketPath: join(folder, "crikit.sock"), args: ["serve", "--adapter", "mock"] });
  context.defer(() => served.stop());
  const crictl = crictlOn(served.endpoint, config);
  const { containerId } = startContainer(crictl, { folder, name: "shell", command: ["sh", "-c", "sleep 1000"] });
  const reader = startContainer(crictl, { folder, name: "reader", command: ["cat"], stdin: true });
  const web = startContainer(crictl, { folder, name: "web", image: nginx });
  for (const transport of ["spdy", "websocket"]) {
    const check = (name: string, body: () => unknown): Promise<void> =>
      context.check(`crictl ${transport}: ${name}`, body);
    await check("exec", () => {
      const { status, stdout } = crictl(["exec", "-r", transport, containerId, "sh", "-c", "echo out; echo err >&2"]);
      assert.deepEqual([status, stdout], [0, "out\n"]);
    });
    await check("exec -i", () => {
      const input = "0123456789".repeat(100_000);
      const { status, stdout } = crictl(["exec", "-i", "-r", transport, containerId, "cat"], input);
      assert.equal(status, 0);
      assert.ok(stdout === input, `${stdout.length} bytes came back`);
    });
    await check("exec ends with the command's failure", () => {
      const { status, stderr } = crictl(["exec", "-r", transport, containerId, "sh", "-c", "exit 7"]);
      assert.notEqual(status, 0);
      assert.match(stderr, /exit(ed with)?[a-z ]*:? ?(status|code)? ?7/);
    });
    await check("exec -it on a terminal", () => {
      const line = crictl.line(["exec", "-it", "-r", transport, containerId, "echo", "on a terminal"]);
      const { status, stdout } = spawnSync("script", ["-qec", line, "/dev/null"], {
        encoding: "utf8",
        timeout: 30_000,
      });
      assert.equal(status, 0, stdout);
      assert.match(stdout, /on a terminal\r?\n/);
    });
    await check("attach", async () => {
      const child = crictl.spawn(["attach", "-i", "-r", transport, reader.containerId]);
      child.stdin?.write(`typed over ${transport}\n`);
      const text = await outputUntil(child, new RegExp(`typed over ${transport}`));
      child.kill();
      assert.match(text, new RegExp(`typed over ${transport}`));
    });
    await check("port-forward", async () => {
      const child = crictl.spawn(["port-forward", "-r", transport, web.podSandboxId, ":80"]);
      try {
        const text = await outputUntil(child, /127\.0\.0\.1:(\d+) ->/);
        const port = /127\.0\.0\.1:(\d+) ->/.exec(text)?.[1];
        assert.ok(port, text);
        const response = await fetch(`http://127.0.0.1:${port}/`);
        assert.ok(response.status === 200 || response.status === 404, `status ${response.status}`);
      } finally {
        child.kill();
      }
    });
  }
};
