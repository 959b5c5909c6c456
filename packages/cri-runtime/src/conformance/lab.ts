import { randomBytes } from "node:crypto";
import {
  ContainerConfig,
  ContainerState,
  type ContainerStatus,
  type CriCode,
  type CriError,
  type CriService,
  ImageSpec,
  isCriError,
  NamespaceMode,
  PodSandboxConfig,
  type PodSandboxStatus,
} from "@crikit/cri-api";
import type { ConformanceAssert, ConformanceTarget } from "./options.ts";

/** Fields of a configuration; the rest has the suite's defaults. */
export type SandboxFields = Parameters<typeof PodSandboxConfig.fromPartial>[0];
/** Fields of a configuration; the rest has the suite's defaults. */
export type ContainerFields = Parameters<typeof ContainerConfig.fromPartial>[0];

/** What one test works with: the service, and short ways to make, ask and wait. What it made is removed when it ends. */
export interface Lab extends AsyncDisposable {
  readonly service: CriService;
  readonly assert: ConformanceAssert;
  readonly target: ConformanceTarget;
  readonly image: string;
  /** A name that nothing else has. */
  name(what: string): string;
  /** A pod sandbox' configuration, as {@link Lab.sandbox} uses it. */
  sandboxConfig(fields?: SandboxFields): PodSandboxConfig;
  /** Runs a pod sandbox and gives its id. */
  sandbox(fields?: SandboxFields): Promise<string>;
  /** Creates a container that sleeps, unless the fields say otherwise, and gives its id. */
  create(podSandboxId: string, fields?: ContainerFields): Promise<string>;
  /** Creates and starts. */
  run(podSandboxId: string, fields?: ContainerFields): Promise<string>;
  /** Executes a shell line. */
  sh(containerId: string, script: string): Promise<{ stdout: string; stderr: string; exitCode: number }>;
  containerStatus(containerId: string): Promise<ContainerStatus>;
  sandboxStatus(podSandboxId: string): Promise<PodSandboxStatus>;
  /** The container's status once it has exited. */
  exited(containerId: string): Promise<ContainerStatus>;
  /** What `look` gives once it is not undefined; asks again and again, and fails in the end saying what was waited for. */
  until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T>;
  /** Expects the call to fail, with one of the codes if any are given, and gives the error. */
  fails(call: Promise<unknown>, ...codes: readonly CriCode[]): Promise<CriError>;
}

const DEFAULT_IMAGE = "registry.k8s.io/e2e-test-images/busybox:1.29-2";
const POLL_MS = 25;

/** The message for one image. */
export const imageSpec = (image: string): ImageSpec => ImageSpec.create({ image });

/** A command that does nothing until it is told to end, and then ends at once. */
export const SLEEP = ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Cleaning up is no test of idempotence: what a test has removed itself may be gone. */
const unlessGone = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call;
  } catch (error) {
    if (!isCriError(error, "NotFound")) throw error;
  }
};

const ensureImage = async (service: CriService, image: string): Promise<void> => {
  const present = await service.imageStatus({ image: imageSpec(image), verbose: false });
  if (present.image !== undefined) return;
  await service.pullImage({ image: imageSpec(image), auth: undefined, sandboxConfig: undefined });
};

/** Makes a lab for each test over one service. The image is pulled once, by the first test that needs it. */
export const createLabs = (target: ConformanceTarget): ((area: string) => Promise<Lab>) => {
  let connected: Promise<CriService> | undefined;
  let pulled: Promise<void> | undefined;
  const image = target.image ?? DEFAULT_IMAGE;
  return async (area) => {
    connected ??= Promise.resolve(target.connect());
    const service = await connected;
    return createLab(service, target, {
      area,
      ensure: async () => {
        pulled ??= ensureImage(service, image);
        await pulled;
      },
      image,
    });
  };
};

const createLab = (
  service: CriService,
  target: ConformanceTarget,
  setting: { readonly area: string; readonly image: string; readonly ensure: () => Promise<void> },
): Lab => {
  const { assert } = target;
  const sandboxes: string[] = [];
  const configs = new Map<string, PodSandboxConfig>();
  let count = 0;
  const name = (what: string): string => `conformance-${setting.area}-${what}-${randomBytes(4).toString("hex")}`;

  const sandboxConfig = (fields: SandboxFields = {}): PodSandboxConfig => {
    const config = PodSandboxConfig.fromPartial(fields);
    const podName = name("pod");
    config.metadata ??= { name: podName, uid: `${podName}-uid`, namespace: "conformance", attempt: 0 };
    config.linux ??= PodSandboxConfig.fromPartial({ linux: {} }).linux;
    if (config.linux !== undefined) {
      config.linux.cgroupParent ||= target.cgroupParent ?? "";
      config.linux.securityContext ??= PodSandboxConfig.fromPartial({
        linux: { securityContext: { namespaceOptions: { pid: NamespaceMode.CONTAINER } } },
      }).linux?.securityContext;
      const options = config.linux.securityContext?.namespaceOptions;
      if (target.network === "NODE" && options !== undefined) options.network = NamespaceMode.NODE;
    }
    return config;
  };

  const lab: Lab = {
    service,
    assert,
    target,
    image: setting.image,
    name,
    sandboxConfig,
    sandbox: async (fields) => {
      const config = sandboxConfig(fields);
      const { podSandboxId } = await service.runPodSandbox({ config, runtimeHandler: target.runtimeHandler ?? "" });
      sandboxes.push(podSandboxId);
      configs.set(podSandboxId, config);
      return podSandboxId;
    },
    create: async (podSandboxId, fields = {}) => {
      await setting.ensure();
      const config = ContainerConfig.fromPartial({ image: { image: setting.image }, ...fields });
      config.metadata ??= { name: `container-${count++}`, attempt: 0 };
      if (config.command.length === 0 && config.args.length === 0) config.command = [...SLEEP];
      config.linux ??= ContainerConfig.fromPartial({ linux: {} }).linux;
      const sandboxOptions = configs.get(podSandboxId)?.linux?.securityContext?.namespaceOptions;
      if (config.linux !== undefined && sandboxOptions !== undefined) {
        config.linux.securityContext ??= ContainerConfig.fromPartial({
          linux: { securityContext: { namespaceOptions: sandboxOptions } },
        }).linux?.securityContext;
      }
      const request = { podSandboxId, config, sandboxConfig: configs.get(podSandboxId) };
      return (await service.createContainer(request)).containerId;
    },
    run: async (podSandboxId, fields) => {
      const containerId = await lab.create(podSandboxId, fields);
      await service.startContainer({ containerId });
      return containerId;
    },
    sh: async (containerId, script) => {
      const answer = await service.execSync({ containerId, cmd: ["sh", "-c", script], timeout: 10n });
      return {
        stdout: Buffer.from(answer.stdout).toString(),
        stderr: Buffer.from(answer.stderr).toString(),
        exitCode: answer.exitCode,
      };
    },
    containerStatus: async (containerId) => {
      const { status } = await service.containerStatus({ containerId, verbose: false });
      if (status === undefined) throw new Error(`ContainerStatus of "${containerId}" has no status`);
      return status;
    },
    sandboxStatus: async (podSandboxId) => {
      const { status } = await service.podSandboxStatus({ podSandboxId, verbose: false });
      if (status === undefined) throw new Error(`PodSandboxStatus of "${podSandboxId}" has no status`);
      return status;
    },
    exited: (containerId) =>
      lab.until(`container "${containerId}" to exit`, async () => {
        const status = await lab.containerStatus(containerId);
        return status.state === ContainerState.CONTAINER_EXITED ? status : undefined;
      }),
    until: async (what, look) => {
      const deadline = performance.now() + (target.waitMs ?? 10_000);
      for (;;) {
        const found = await look();
        if (found !== undefined) return found;
        if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
        await pause(POLL_MS);
      }
    },
    fails: async (call, ...codes) => {
      const error: unknown = await call.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error === undefined)
        throw new Error(`the call succeeds${codes.length > 0 ? `, not ${codes.join(" or ")}` : ""}`);
      if (!isCriError(error)) throw error;
      const text = `${error.code} (${error.message}) instead of ${codes.join(" or ")}`;
      assert.ok(codes.length === 0 || codes.includes(error.code), text);
      return error;
    },
    [Symbol.asyncDispose]: async () => {
      for (const podSandboxId of sandboxes.reverse()) {
        await unlessGone(service.stopPodSandbox({ podSandboxId }));
        await unlessGone(service.removePodSandbox({ podSandboxId }));
      }
    },
  };
  return lab;
};
