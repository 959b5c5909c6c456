import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildCrictl, CRI_TOOLS_VERSIONS, type CriToolsVersion } from "../cri-tools.ts";
import { type RunOptions, runProgram, startCrikit } from "../crikit.ts";
import type { Ring, RingContext } from "../ring.ts";

const IMAGE = "registry.k8s.io/e2e-test-images/busybox:1.29-2";

/** Drives one release of crictl through the life of a pod; each command is a case of its own, judged by what it prints. */
const driveCrictl = async (context: RingContext, version: CriToolsVersion): Promise<void> => {
  const crictl = buildCrictl(version);
  const folder = join(context.scratch, version);
  mkdirSync(folder, { recursive: true });
  const served = await startCrikit({ socketPath: join(folder, "crikit.sock"), args: ["serve", "--adapter", "mock"] });
  context.defer(() => served.stop());
  writeFileSync(join(folder, "crictl.yaml"), "timeout: 10\n");
  const run = (args: readonly string[], options: RunOptions = {}): string => {
    const all = [
      "--config",
      join(folder, "crictl.yaml"),
      "--runtime-endpoint",
      served.endpoint,
      "--image-endpoint",
      served.endpoint,
      ...args,
    ];
    const result = runProgram(crictl, all, options);
    assert.equal(
      result.status,
      0,
      `crictl ${args.join(" ")} exited ${result.status}: ${result.stderr}${result.stdout}`,
    );
    return result.stdout;
  };
  const check = (command: string, body: () => void): Promise<void> =>
    context.check(`crictl ${version} ${command}`, body);
  const podConfig = join(folder, "pod.json");
  const containerConfig = join(folder, "container.json");
  writeFileSync(
    podConfig,
    JSON.stringify({
      metadata: { name: "web", namespace: "default", uid: "uid-1", attempt: 0 },
      hostname: "web",
      log_directory: join(folder, "logs"),
      labels: { app: "web" },
      linux: {},
    }),
  );
  writeFileSync(
    containerConfig,
    JSON.stringify({
      metadata: { name: "main", attempt: 0 },
      image: { image: IMAGE },
      command: ["sh", "-c", "echo first line; echo second line >&2; sleep 1000"],
      envs: [{ key: "GREETING", value: "hello" }],
      log_path: "main.log",
      linux: {},
    }),
  );
  let podSandboxId = "";
  let containerId = "";

  await check("version", () =>
    assert.match(run(["version"]), /RuntimeName: +crikit-mock[\s\S]*RuntimeApiVersion: +v1\b/),
  );
  await check("info", () => {
    const { status } = JSON.parse(run(["info"]));
    const ready = status.conditions.filter((condition: { status: boolean }) => condition.status);
    assert.deepEqual(ready.map((condition: { type: string }) => condition.type).sort(), [
      "NetworkReady",
      "RuntimeReady",
    ]);
  });
  await check("pull", () => assert.match(run(["pull", IMAGE]), /Image is up to date for sha256:/));
  await check("images", () => assert.match(run(["images"]), /e2e-test-images\/busybox +1\.29-2/));
  await check("runp", () => {
    podSandboxId = run(["runp", podConfig]).trim();
    assert.match(podSandboxId, /^[0-9a-f]{64}$/);
  });
  await check("create", () => {
    containerId = run(["create", podSandboxId, containerConfig, podConfig]).trim();
    assert.match(containerId, /^[0-9a-f]{64}$/);
  });
  await check("start", () => assert.equal(run(["start", containerId]).trim(), containerId));
  await check("ps", () => assert.match(run(["ps"]), new RegExp(`${containerId.slice(0, 13)}[\\s\\S]*Running +main`)));
  await check("pods", () => assert.match(run(["pods", "--label", "app=web"]), /Ready +web +default/));
  await check("exec", () => assert.equal(run(["exec", containerId, "sh", "-c", "echo $GREETING"]), "hello\n"));
  await check("exec exit code", () => {
    const result = runProgram(crictl, [
      "--runtime-endpoint",
      served.endpoint,
      "exec",
      containerId,
      "sh",
      "-c",
      "exit 7",
    ]);
    assert.notEqual(result.status, 0);
    assert.match(result.stderr, /exit(ed with)?[a-z ]*:? ?(status|code)? ?7/);
  });
  await check("exec -s", () => assert.equal(run(["exec", "-s", containerId, "echo", "hi"]).trim(), "hi"));
  await check("exec -i", () => {
    const input = `${"0123456789".repeat(10_000)}\n`;
    assert.equal(run(["exec", "-i", containerId, "cat"], { input }), input);
  });
  await check("logs", () => {
    const result = runProgram(crictl, ["--runtime-endpoint", served.endpoint, "logs", containerId]);
    assert.equal(result.stdout, "first line\n");
    assert.match(result.stderr, /second line\n$/);
  });
  await check("stop", () => assert.equal(run(["stop", "-t", "1", containerId]).trim(), containerId));
  await check("ps -a shows it exited", () => assert.match(run(["ps", "-a"]), /Exited +main/));
  await check("rm", () => assert.equal(run(["rm", containerId]).trim(), containerId));
  await check("stopp", () => assert.match(run(["stopp", podSandboxId]), /Stopped sandbox/));
  await check("rmp", () => assert.match(run(["rmp", podSandboxId]), /Removed sandbox/));
  await check("nothing is left", () => {
    assert.equal(run(["pods", "-q"]), "");
    assert.equal(run(["ps", "-a", "-q"]), "");
  });
  await check("server ends by SIGTERM with code 0", async () => assert.equal(await served.stop(), 0));
};

export const ring: Ring = {
  name: "crictl",
  summary: "crictl 1.36.0 and 1.26.1 (Go) against crikit serve --adapter mock",
  run: async (context) => {
    for (const version of CRI_TOOLS_VERSIONS) await driveCrictl(context, version);
  },
};
