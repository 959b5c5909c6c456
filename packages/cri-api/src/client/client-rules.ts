import { CriError } from "../cri/error.ts";
import type { CriService } from "../cri/service.ts";
import type { ContainerStatus, PodSandboxStatus, VersionResponse } from "../gen/runtime/v1/api.ts";

/** The deadline of a call that names none: the kubelet's `--runtime-request-timeout`. */
export const DEFAULT_TIMEOUT_MS = 120_000;

type Name = keyof CriService;
type RequestOf<N extends Name> = Parameters<CriService[N]>[0];
type ResponseOf<N extends Name> =
  ReturnType<CriService[N]> extends Promise<infer Response>
    ? Response
    : ReturnType<CriService[N]> extends AsyncIterable<infer Response>
      ? Response
      : never;

/** What the kubelet's client does with one call, beyond sending it. */
export interface ClientRule<Request, Response> {
  /** How long the call may take if the caller does not say; `undefined` is for ever. Without a rule: `defaultMs`. */
  readonly timeoutMs?: (request: Request, defaultMs: number) => number | undefined;
  /** Throws for a request that is not sent. */
  readonly refuse?: (request: Request) => void;
  /** What is wrong with the answer, or `undefined`. */
  readonly fault?: (response: Response, request: Request) => string | undefined;
  /** Another error in the place of the runtime's. */
  readonly rephrase?: (error: CriError, request: Request) => CriError;
}

type ClientRules = { readonly [N in Name]?: ClientRule<RequestOf<N>, ResponseOf<N>> };

const forEver = (): undefined => undefined;
const quote = (text: string): string => JSON.stringify(text);

const missing = (fields: { readonly [field: string]: unknown }): string | undefined => {
  const names = Object.keys(fields).filter((field) => !fields[field]);
  return names.length === 0 ? undefined : `${names.join(", ")} ${names.length === 1 ? "is" : "are"} not set`;
};

const missingInVersion = ({ version, runtimeName, runtimeVersion, runtimeApiVersion }: VersionResponse) =>
  missing({ version, runtimeName, runtimeVersion, runtimeApiVersion });

const missingInSandbox = (status: PodSandboxStatus | undefined): string | undefined =>
  status &&
  missing({
    "status.id": status.id,
    "status.metadata.name": status.metadata?.name,
    "status.metadata.namespace": status.metadata?.namespace,
    "status.metadata.uid": status.metadata?.uid,
    "status.created_at": status.createdAt,
  });

const missingInContainer = (status: ContainerStatus | undefined): string | undefined =>
  status &&
  missing({
    "status.id": status.id,
    "status.metadata.name": status.metadata?.name,
    "status.created_at": status.createdAt,
    "status.image.image": status.image?.image,
    "status.image_ref": status.imageRef,
  });

const missingUrl = ({ url }: { readonly url: string }): string | undefined =>
  url === "" ? "URL is not set" : undefined;

/** Whole seconds as Go prints a duration: `90` is `1m30s`. */
const formatGoSeconds = (seconds: number): string => {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return `${hours > 0 ? `${hours}h` : ""}${seconds >= 60 ? `${minutes}m` : ""}${seconds % 60}s`;
};

/**
 * The kubelet's client rules by call: what `k8s.io/cri-client` does in `remote_runtime.go`, `remote_image.go` and `utils.go`, checked at
 * 1d4af36. Where a rule names no `timeoutMs`, the default holds.
 */
export const CLIENT_RULES: ClientRules = {
  version: { fault: missingInVersion },
  status: {
    fault: ({ status }) =>
      (status?.conditions.length ?? 0) < 2 ? "RuntimeReady or NetworkReady condition is not set" : undefined,
  },
  runPodSandbox: {
    timeoutMs: (_request, defaultMs) => 2 * defaultMs,
    fault: ({ podSandboxId }) => missing({ pod_sandbox_id: podSandboxId }),
  },
  podSandboxStatus: { fault: ({ status }) => missingInSandbox(status) },
  createContainer: { fault: ({ containerId }) => missing({ container_id: containerId }) },
  containerStatus: { fault: ({ status }) => missingInContainer(status) },
  stopContainer: { timeoutMs: ({ timeout }, defaultMs) => defaultMs + 1000 * Math.max(0, Number(timeout)) },
  execSync: {
    timeoutMs: ({ timeout }, defaultMs) => (timeout > 0n ? defaultMs + 1000 * Number(timeout) : undefined),
    rephrase: (error, { cmd, timeout }) =>
      error.code !== "DeadlineExceeded"
        ? error
        : new CriError(
            "DeadlineExceeded",
            `command timed out: ${quote(cmd.join(" "))} timed out after ${formatGoSeconds(Number(timeout))}`,
            { cause: error },
          ),
  },
  exec: { fault: missingUrl },
  attach: { fault: missingUrl },
  portForward: { fault: missingUrl },
  checkpointContainer: {
    refuse: ({ containerId, timeout }) => {
      if (timeout >= 0n) return;
      throw new CriError(
        "InvalidArgument",
        `checkpoint of container "${containerId}" has timeout ${timeout}, want 0 or more`,
      );
    },
    timeoutMs: ({ timeout }, defaultMs) => Math.max(defaultMs, 1000 * Number(timeout)),
  },
  getContainerEvents: { timeoutMs: forEver },
  pullImage: {
    timeoutMs: forEver,
    fault: ({ imageRef }, { image }) =>
      imageRef === "" ? `image_ref of image ${quote(image?.image ?? "")} is not set` : undefined,
  },
  imageStatus: {
    fault: ({ image }, request) => {
      const of = `of image ${quote(request.image?.image ?? "")}`;
      return image && missing({ [`id ${of}`]: image.id, [`size ${of}`]: image.size });
    },
  },
};
