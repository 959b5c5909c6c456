import assert from "node:assert/strict";
import { join } from "node:path";
import { ContainerConfig, type CriService, ExecRequest, PodSandboxConfig } from "@crikit/cri-api";
import { connectCri } from "@crikit/cri-api/client";
import { execute, type StreamOptions } from "@crikit/streaming/client";
import { BUSYBOX_IMAGE, startContainerd } from "../containerd.ts";
import type { RingContext } from "../ring.ts";

const startShell = async (cri: CriService, folder: string): Promise<string> => {
  const sandboxConfig = PodSandboxConfig.fromPartial({
    metadata: { name: "shell", namespace: "default", uid: "streaming", attempt: 0 },
    logDirectory: folder,
    linux: { securityContext: { namespaceOptions: { network: 2, pid: 1, ipc: 0, targetId: "" } } },
  });
  const { podSandboxId } = await cri.runPodSandbox({ config: sandboxConfig, runtimeHandler: "" });
  const config = ContainerConfig.fromPartial({
    metadata: { name: "shell", attempt: 0 },
    image: { image: BUSYBOX_IMAGE },
    command: ["sh", "-c", "sleep 1000"],
    logPath: "shell.log",
    linux: {},
  });
  const { containerId } = await cri.createContainer({ podSandboxId, config, sandboxConfig });
  await cri.startContainer({ containerId });
  return containerId;
};

/** Our client against a real containerd. */
export const checkContainerd = async (context: RingContext): Promise<void> => {
  const containerd = await startContainerd(join(context.scratch, "containerd"));
  context.defer(containerd.stop);
  const cri = connectCri(containerd.endpoint);
  context.defer(() => cri[Symbol.asyncDispose]());
  const check = (name: string, body: () => Promise<void>): Promise<void> =>
    context.check(`our client, containerd ${containerd.version}: ${name}`, body);
  let containerId = "";
  await check("a pod to execute in", async () => {
    containerId = await startShell(cri, context.scratch);
  });
  const run = async (command: string, options: StreamOptions = {}): Promise<readonly [number, string]> => {
    let text = "";
    const request = ExecRequest.fromPartial({
      containerId,
      cmd: ["sh", "-c", command],
      stdin: options.stdin !== undefined,
      stdout: true,
      stderr: options.tty !== true,
      tty: options.tty === true,
    });
    const { exitCode } = await execute(async () => (await cri.exec(request)).url, {
      stdout: (chunk) => {
        text += Buffer.from(chunk).toString();
      },
      ...(options.tty === true ? {} : { stderr: () => {} }),
      ...options,
    });
    return [exitCode, text];
  };
  for (const transport of ["spdy", "auto"] as const) {
    await check(`${transport}: stdout and exit code`, async () =>
      assert.deepEqual(await run("echo hello; exit 3", { transport }), [3, "hello\n"]),
    );
    await check(`${transport}: stdin of 20 MB`, async () =>
      assert.deepEqual(await run("wc -c", { transport, stdin: [Buffer.alloc(20_000_000)] }), [0, "20000000\n"]),
    );
    await check(`${transport}: a terminal of 100 by 30`, async () => {
      const resize = async function* () {
        yield { width: 100, height: 30 };
      };
      const [exitCode, text] = await run("sleep 0.5; stty size", { transport, tty: true, resize: resize() });
      assert.deepEqual([exitCode, text.trim()], [0, "30 100"]);
    });
  }
};
