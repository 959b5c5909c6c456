import {
  type Container,
  type ContainerConfig,
  ContainerEventType,
  ContainerState,
  CriError,
  ImageSpec,
  type Mount,
  NamespaceMode,
  SecurityProfile_ProfileType,
} from "@crikit/cri-api";
import type { StoredImage } from "../images/image-store.ts";
import { unknownCapabilities } from "./capabilities.ts";
import { ContainerRecord } from "./container.ts";
import { emitEvent } from "./events.ts";
import { keepContainerConfig } from "./keep.ts";
import { configuredMounts } from "./mounts.ts";
import type { SandboxRecord } from "./sandbox.ts";
import { seccompOf } from "./seccomp.ts";
import { containersChanged, imageOf, type MockState } from "./state.ts";
import { credentialsOf } from "./users.ts";

const checkName = (sandbox: SandboxRecord, config: ContainerConfig): void => {
  const { name = "", attempt = 0 } = config.metadata ?? {};
  const holder = sandbox.containers.find(
    ({ message }) => message.metadata?.name === name && message.metadata.attempt === attempt,
  );
  if (holder === undefined) return;
  throw new CriError(
    "AlreadyExists",
    `container "${name}" attempt ${attempt} exists already in pod sandbox "${sandbox.title}" as "${holder.containerId}"`,
  );
};

const checkTarget = (sandbox: SandboxRecord, config: ContainerConfig): void => {
  const options = config.linux?.securityContext?.namespaceOptions;
  if (options?.pid !== NamespaceMode.TARGET) return;
  const target = sandbox.containers.find(({ containerId }) => containerId === options.targetId);
  if (target === undefined)
    throw new CriError(
      "InvalidArgument",
      `target container "${options.targetId}" is not in pod sandbox "${sandbox.title}"`,
    );
  if (!target.isRunning)
    throw new CriError("FailedPrecondition", `target container "${options.targetId}" is not running`);
};

const checkSecurity = (state: MockState, config: ContainerConfig): void => {
  const context = config.linux?.securityContext;
  const [unknown] = unknownCapabilities(context);
  if (unknown !== undefined) throw new CriError("InvalidArgument", `capability "${unknown}" does not exist`);
  const loaded = state.options.apparmorProfiles;
  const profile =
    context?.apparmor?.profileType === SecurityProfile_ProfileType.Localhost
      ? context.apparmor.localhostRef
      : (context?.apparmorProfile ?? "").replace(/^(?:localhost\/|runtime\/default|unconfined)/, "");
  if (loaded === undefined || profile === "" || context?.privileged === true || loaded.includes(profile)) return;
  throw new CriError("InvalidArgument", `AppArmor profile "${profile}" is not loaded`);
};

/** Volumes of images get their image's id, as ContainerStatus reports it. */
const withImageRefs = (state: MockState, mounts: Mount[]): Mount[] =>
  mounts.some(({ image }) => image !== undefined)
    ? mounts.map((mount) =>
        mount.image === undefined
          ? mount
          : { ...mount, image: { ...mount.image, imageRef: state.images.find(mount.image.image)?.imageId ?? "" } },
      )
    : mounts;

/** What of a configuration a container keeps. */
const keep = (state: MockState, config: ContainerConfig): ContainerConfig => {
  const mounts = withImageRefs(state, config.mounts);
  return keepContainerConfig(state.parts, mounts === config.mounts ? config : { ...config, mounts });
};

const toMessage = (
  state: MockState,
  options: { readonly config: ContainerConfig; readonly sandbox: SandboxRecord; readonly image: StoredImage },
): Container => {
  const { config, sandbox, image } = options;
  const asked = config.image?.image ?? "";
  return {
    id: state.identities.id(),
    podSandboxId: sandbox.podSandboxId,
    metadata: config.metadata,
    image: state.parts.share(ImageSpec, {
      image: asked,
      annotations: {},
      userSpecifiedImage: config.image?.userSpecifiedImage ?? "",
      runtimeHandler: "",
      imageRef: "",
    }),
    imageRef: image.imageId,
    state: ContainerState.CONTAINER_CREATED,
    createdAt: state.clock.nowNanos(),
    labels: config.labels,
    annotations: config.annotations,
    imageId: image.imageId,
  };
};

/** Makes the record of a container; nothing runs yet. */
export const addContainer = (state: MockState, sandbox: SandboxRecord, given: ContainerConfig): ContainerRecord => {
  const image = imageOf(state, given.image?.image ?? "");
  checkName(sandbox, given);
  checkTarget(sandbox, given);
  checkSecurity(state, given);
  const context = given.linux?.securityContext;
  const credentials = credentialsOf(image, context);
  const seccomp = seccompOf(context);
  if (given.mounts.length > 0) configuredMounts(state, given.mounts);
  const config = keep(state, given);
  const container = new ContainerRecord({
    state,
    sandbox,
    config,
    image,
    credentials,
    seccomp,
    message: toMessage(state, { config, sandbox, image }),
  });
  sandbox.containers.push(container);
  state.containers.set(container.containerId, container);
  containersChanged(state);
  emitEvent(state, { id: container.containerId, sandbox, type: ContainerEventType.CONTAINER_CREATED_EVENT });
  return container;
};
