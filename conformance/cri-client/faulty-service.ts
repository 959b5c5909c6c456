import {
  type Call,
  ContainerStatus,
  CriError,
  type CriService,
  ExecSyncResponse,
  Image,
  ImageServiceDefinition,
  PodSandboxStatus,
  RuntimeServiceDefinition,
} from "@crikit/cri-api";

/** What a service saw of a call: its name and the deadline it came with. */
export interface SeenCall {
  readonly call: string;
  readonly timeoutMs: number | undefined;
}

/** A whole message without the field that `missing` names. */
const without = <T extends object>(whole: T, missing: string): T => {
  const { [missing as keyof T]: _gone, ...rest } = whole;
  return rest as T;
};

const METADATA = { name: "n", namespace: "ns", uid: "u" };
const VERSION = { version: "0.1.0", runtimeName: "faulty", runtimeVersion: "1", runtimeApiVersion: "v1" };
const SANDBOX = { id: "s", createdAt: 1n };
const CONTAINER = { id: "c", metadata: { name: "n" }, createdAt: 1n, image: { image: "i" }, imageRef: "r" };

/** The calls that answer without what their request names; the others answer empty messages. */
const faultyCalls: Partial<CriService> = {
  version: async ({ version: missing }) => ({
    ...{ version: "", runtimeName: "", runtimeVersion: "", runtimeApiVersion: "" },
    ...without(VERSION, missing),
  }),
  podSandboxStatus: async ({ podSandboxId: missing }) => ({
    status:
      missing === "status"
        ? undefined
        : PodSandboxStatus.create(without({ ...SANDBOX, metadata: without(METADATA, missing) }, missing)),
    info: {},
    containersStatuses: [],
    timestamp: 0n,
  }),
  containerStatus: async ({ containerId: missing }) => ({
    status:
      missing === "status"
        ? undefined
        : ContainerStatus.create(without({ ...CONTAINER, metadata: without(METADATA, missing) }, missing)),
    info: {},
  }),
  imageStatus: async ({ image }) => ({
    image: image?.image === "image" ? undefined : Image.create(without({ id: "i", size: 1n }, image?.image ?? "")),
    info: {},
  }),
  execSync: async ({ containerId }) => {
    if (containerId === "hangs") await new Promise(() => {});
    return ExecSyncResponse.create();
  },
};

/** A runtime that answers less than the kubelet needs, and notes what it was asked. It has no streaming lists if `isOld`. */
export const createFaultyService = (seen: SeenCall[], isOld: boolean): CriService => {
  const methods = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };
  const calls = Object.entries(methods).map(([name, { responseType, responseStream }]) => {
    const answer = (faultyCalls[name as keyof CriService] ?? (async () => responseType.create())) as (
      request: unknown,
    ) => Promise<unknown>;
    const note = (call: Call | undefined): void => void seen.push({ call: name, timeoutMs: call?.timeoutMs });
    const stream = async function* (_request: unknown, call?: Call) {
      note(call);
      if (isOld) throw new CriError("Unimplemented", `unknown method ${name}`);
      yield responseType.create();
    };
    const unary = (request: unknown, call?: Call): Promise<unknown> => {
      note(call);
      return answer(request);
    };
    return [name, responseStream ? stream : unary];
  });
  return Object.fromEntries(calls);
};
