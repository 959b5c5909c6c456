import type { DockerRuntimeOptions } from "@crikit/adapter-docker";
import type { CriRuntime } from "@crikit/cri-runtime";

/** A runtime that this process serves, and how it is ended. */
export interface AdapterRuntime {
  readonly runtime: CriRuntime;
  close(): Promise<void>;
}

/** What an adapter is told by the command line. */
export interface AdapterChoice {
  readonly seed?: string | undefined;
  readonly podCidr?: string | undefined;
  /** A file in which the runtime's state is kept. */
  readonly state?: string | undefined;
  readonly runtimeHandlers?: readonly string[] | undefined;
  /** What the Docker adapter is told. */
  readonly docker?: DockerRuntimeOptions | undefined;
  /** Hears what an operator should read. */
  readonly onWarning?: ((text: string) => void) | undefined;
}

const createMock = async (choice: AdapterChoice): Promise<AdapterRuntime> => {
  const { seed, podCidr, state, runtimeHandlers } = choice;
  const { createMockRuntime } = await import("@crikit/adapter-mock");
  const runtime = createMockRuntime({ seed, podCidr, state, runtimeHandlers });
  return { runtime, close: () => runtime.close() };
};

const createDocker = async (choice: AdapterChoice): Promise<AdapterRuntime> => {
  const { createDockerRuntime } = await import("@crikit/adapter-docker");
  const runtime = await createDockerRuntime({ ...choice.docker, onWarning: choice.onWarning });
  return { runtime, close: () => runtime.close() };
};

const ADAPTERS = { mock: createMock, docker: createDocker } as const;

/** The name of an adapter. */
export type AdapterName = keyof typeof ADAPTERS;

/** The adapters there are. */
export const ADAPTER_NAMES = Object.keys(ADAPTERS) as readonly AdapterName[];

/** Makes a runtime by its adapter's name. What an adapter needs is loaded here and not before. */
export const createAdapter = (name: AdapterName, choice: AdapterChoice): Promise<AdapterRuntime> =>
  ADAPTERS[name](choice);
