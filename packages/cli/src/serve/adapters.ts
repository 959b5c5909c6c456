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
  /** Where the Docker Engine is. */
  readonly dockerEndpoint?: string | undefined;
  /** The folder of what has to outlive the process. */
  readonly root?: string | undefined;
  readonly instance?: string | undefined;
  readonly sandboxImage?: string | undefined;
  readonly network?: "bridge" | "host" | undefined;
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
  const { dockerEndpoint, root, instance, sandboxImage, network, onWarning } = choice;
  const runtime = await createDockerRuntime({
    dockerEndpoint,
    root,
    instance,
    sandboxImage,
    onWarning,
    ...(network !== undefined && { network: { mode: network } }),
  });
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
