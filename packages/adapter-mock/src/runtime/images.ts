import {
  type AuthConfig,
  type Call,
  CriError,
  type ImageFsInfoResponse,
  type ImageStatusRequest,
  type ImageStatusResponse,
  type ListImagesRequest,
  type ListImagesResponse,
  type PullImageRequest,
  type PullImageResponse,
  type RemoveImageRequest,
  type RemoveImageResponse,
} from "@crikit/cri-api";
import { formatImageReference, type ImageReference, parseImageReference } from "@crikit/cri-runtime";
import { findTemplate } from "../images/catalogue.ts";
import type { StoredImage } from "../images/image-store.ts";
import type { ImageTemplate } from "../images/image-template.ts";
import { checkRule, findRule, type RegistryRule } from "../images/registry.ts";
import type { MockState } from "./state.ts";

/** How long a pull takes if nothing is said: long enough for a caller with a deadline of a millisecond to see it pass. */
const DEFAULT_PULL_MS = 5;
/** Steps a pull reports its progress in. */
const PROGRESS_STEPS = 10;
/** Where the mock says its images are. */
const MOUNTPOINT = "/var/lib/crikit/images";
const CONTAINERS_MOUNTPOINT = "/var/lib/crikit/containers";

/** An image nobody has described: tools, and it runs the program of its own name, or waits. */
const undescribed = (state: MockState, reference: ImageReference): ImageTemplate => {
  const name = reference.path.split("/").at(-1) ?? "";
  const program = [name, `${name}-server`].find((candidate) => state.registered.has(candidate));
  if (program !== undefined) return { command: [program] };
  return { entrypoint: ["/pause"], programs: { "/pause": "pause" } };
};

/** The template of a reference. Throws `NotFound` if only images of the catalogue can be pulled and it is not there. */
const templateOf = (state: MockState, reference: ImageReference, name: string): ImageTemplate => {
  const anyImage = state.options.anyImage ?? true;
  const template = findTemplate(reference, { catalogue: state.options.images ?? {}, wellKnown: anyImage });
  if (template !== undefined) return template;
  if (!anyImage) throw new CriError("NotFound", `image "${name}" is not in the catalogue of this runtime`);
  return undescribed(state, reference);
};

const parseName = (name: string): ImageReference => {
  const reference = parseImageReference(name);
  if (reference === undefined) throw new CriError("InvalidArgument", `"${name}" is not a reference to an image`);
  return reference;
};

/** Stores an image without asking a registry. */
export const addImage = (state: MockState, name: string): StoredImage => {
  const reference = parseName(name);
  const spec = { image: name, annotations: {}, userSpecifiedImage: "", runtimeHandler: "", imageRef: "" };
  return state.images.add(reference, templateOf(state, reference, name), spec);
};

const wait = (state: MockState, ms: number, call: Call | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const onAbort = (): void => {
      cancel();
      reject(new CriError("Canceled", "the pull was given up by its caller"));
    };
    const cancel = state.clock.schedule(ms, () => {
      call?.signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    if (call?.signal?.aborted === true) onAbort();
    else call?.signal?.addEventListener("abort", onAbort, { once: true });
  });

/** Lets a pull take the time that its registry takes, and tells who watches. */
const transfer = async (
  state: MockState,
  pull: { readonly name: string; readonly rule: RegistryRule | undefined; readonly sizeBytes: number },
  call: Call | undefined,
): Promise<void> => {
  const { onPullProgress } = state.options;
  const latencyMs =
    pull.rule?.latencyMs ?? state.options.pullMs ?? (state.options.clock === "manual" ? 0 : DEFAULT_PULL_MS);
  if (pull.rule?.failure === "hang") return await wait(state, Number.MAX_SAFE_INTEGER / 1e6, call);
  if (latencyMs === 0 && onPullProgress === undefined) return;
  const steps = onPullProgress === undefined ? 1 : PROGRESS_STEPS;
  for (let step = 1; step <= steps; step++) {
    if (latencyMs > 0) await wait(state, latencyMs / steps, call);
    onPullProgress?.({
      image: pull.name,
      receivedBytes: Math.round((pull.sizeBytes * step) / steps),
      totalBytes: pull.sizeBytes,
    });
  }
};

const checkRegistry = (
  state: MockState,
  reference: ImageReference,
  name: string,
  auth: AuthConfig | undefined,
): RegistryRule | undefined => {
  const whole = formatImageReference(reference);
  const rule = findRule(state.options.registries ?? [], whole);
  if (rule === undefined) return undefined;
  const pulls = (state.pulls.get(whole) ?? 0) + 1;
  state.pulls.set(whole, pulls);
  checkRule(rule, { name, reference, pulls }, auth);
  return rule;
};

/** PullImage; the answer is the image's id. */
export const pullImage = async (
  state: MockState,
  request: PullImageRequest,
  call?: Call,
): Promise<PullImageResponse> => {
  const name = request.image?.image ?? "";
  const present = /^(?:sha256:)?[0-9a-f]{64}$/.test(name) ? state.images.find(name) : undefined;
  if (present !== undefined) return { imageRef: present.imageId };
  const reference = parseName(name);
  const rule = checkRegistry(state, reference, name, request.auth);
  const template = templateOf(state, reference, name);
  if (call?.signal?.aborted === true) throw new CriError("Canceled", "the pull was given up by its caller");
  await transfer(state, { name, rule, sizeBytes: template.sizeBytes ?? 10_000_000 }, call);
  const spec = {
    image: name,
    annotations: request.image?.annotations ?? {},
    userSpecifiedImage: "",
    runtimeHandler: request.image?.runtimeHandler ?? "",
    imageRef: "",
  };
  state.changes++;
  return { imageRef: state.images.add(reference, template, spec).imageId };
};

/** ListImages without its filter, which the service applies. */
export const listImages = (state: MockState, _request: ListImagesRequest): ListImagesResponse => ({
  images: state.images.list(),
});

/** ImageStatus: by id, tag or digest; an image that is not there is an empty answer. */
export const imageStatus = (state: MockState, request: ImageStatusRequest): ImageStatusResponse => {
  const image = state.images.find(request.image?.image ?? "");
  if (image === undefined) return { image: undefined, info: {} };
  const { entrypoint, command, env, user, workingDir, stopSignal } = image.template;
  const config = {
    Entrypoint: entrypoint,
    Cmd: command,
    Env: env,
    User: user,
    WorkingDir: workingDir,
    StopSignal: stopSignal,
  };
  const info = { digest: image.digest, imageSpec: { os: "linux", architecture: "amd64", config } };
  return { image: image.message, info: request.verbose ? { info: JSON.stringify(info) } : {} };
};

/** RemoveImage: with all its tags. Containers that were made from it go on; a pinned image stays. */
export const removeImage = (state: MockState, request: RemoveImageRequest): RemoveImageResponse => {
  const name = request.image?.image ?? "";
  const image = state.images.find(name);
  if (image === undefined) throw new CriError("NotFound", `image "${name}" is not present`);
  state.images.remove(image);
  state.changes++;
  return {};
};

/** ImageFsInfo: the sizes of the images, and of what containers have written. */
export const imageFsInfo = (state: MockState): ImageFsInfoResponse => {
  const timestamp = state.clock.nowNanos();
  let imageBytes = 0;
  let images = 0;
  for (const { sizeBytes } of state.images.images) {
    imageBytes += sizeBytes;
    images++;
  }
  let bytes = 0;
  let inodes = 0;
  for (const { layerUsage } of state.containers.values()) {
    bytes += layerUsage.bytes;
    inodes += layerUsage.inodes;
  }
  const usage = (mountpoint: string, used: number, inodesUsed: number) => ({
    timestamp,
    fsId: { mountpoint },
    usedBytes: { value: BigInt(used) },
    inodesUsed: { value: BigInt(inodesUsed) },
  });
  return {
    imageFilesystems: [usage(MOUNTPOINT, imageBytes, images * 1000)],
    containerFilesystems: [usage(CONTAINERS_MOUNTPOINT, bytes, inodes)],
  };
};
