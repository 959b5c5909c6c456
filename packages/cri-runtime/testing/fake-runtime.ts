import {
  Container,
  ContainerState,
  ContainerStatus,
  CriError,
  type CriService,
  ImageServiceDefinition,
  type PodSandboxState,
  PodSandboxStatus,
  RuntimeServiceDefinition,
} from "@crikit/cri-api";
import type { CriRuntime, SessionUrls } from "../src/contract/runtime.ts";

const METHODS = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };

/** A runtime that answers what a test gives it and refuses all else. */
export const fakeRuntime = (answers: Partial<CriRuntime>): CriRuntime => {
  const refusals = Object.entries(METHODS).map(([name, method]) => {
    const refuse = () => {
      throw new CriError("Unimplemented", `${method.name} is not part of this fake`);
    };
    return [name, method.responseStream ? refuse : async () => refuse()];
  });
  return { ...Object.fromEntries(refusals), ...answers } as CriRuntime;
};

/** A runtime with one container and one pod sandbox in the given states. */
export const fakeWithStates = (
  states: { container?: ContainerState; exitCode?: number; sandbox?: PodSandboxState },
  answers: Partial<CriRuntime> = {},
): CriRuntime =>
  fakeRuntime({
    containerStatus: async ({ containerId }) => {
      if (states.container === undefined) throw new CriError("NotFound", `container "${containerId}" does not exist`);
      const status = ContainerStatus.create({
        id: "c1-whole",
        state: states.container,
        exitCode: states.exitCode ?? 0,
      });
      return { status, info: {} };
    },
    podSandboxStatus: async ({ podSandboxId }) => {
      if (states.sandbox === undefined) throw new CriError("NotFound", `pod sandbox "${podSandboxId}" does not exist`);
      const status = PodSandboxStatus.create({ id: "p1-whole", state: states.sandbox });
      return { status, info: {}, containersStatuses: [], timestamp: 0n };
    },
    ...answers,
  });

/** Session URLs that tell what they were asked for. */
export const fakeUrls: SessionUrls = {
  exec: async (request) => ({ url: `exec:${request.containerId}` }),
  attach: async (request) => ({ url: `attach:${request.containerId}` }),
  portForward: async (request) => ({ url: `portforward:${request.podSandboxId}` }),
};

/** A list of so many containers with ids `c0`, `c1`… */
export const fakeContainers = (count: number): Container[] =>
  Array.from({ length: count }, (_, index) =>
    Container.create({
      id: `c${index}`,
      podSandboxId: `p${index % 3}`,
      state: index % 2 === 0 ? ContainerState.CONTAINER_RUNNING : ContainerState.CONTAINER_EXITED,
      labels: { parity: index % 2 === 0 ? "even" : "odd" },
    }),
  );

/** Every name of the CRI's calls. */
export const CALL_NAMES = Object.keys(METHODS) as (keyof CriService)[];
