import {
  type Call,
  type ContainerConfig,
  type CreateContainerRequest,
  type CreateContainerResponse,
  CriError,
  NamespaceMode,
  PodSandboxState,
  SupplementalGroupsPolicy,
} from "@crikit/cri-api";
import {
  askedUser,
  type ContainerSurroundings,
  containerName,
  makeContainerFacts,
  toContainerCreate,
} from "../translate/container-config.ts";
import type { SandboxRecord } from "../translate/sandbox-status.ts";
import { createNamed } from "./create-named.ts";
import { type RuntimeParts, requireContainer, requireSandbox } from "./parts.ts";

const runtimeOf = (parts: RuntimeParts, sandbox: SandboxRecord): string => {
  const runtime = sandbox.inspect.HostConfig?.Runtime ?? "";
  return runtime === "" ? parts.host().defaultRuntime : runtime;
};

const requireImage = async (parts: RuntimeParts, config: ContainerConfig) => {
  const name = config.image?.image ?? "";
  const image = await parts.images.find(name);
  if (image === undefined) throw new CriError("NotFound", `image "${name}" is not present: pull it first`);
  return image;
};

/**
 * The strict policy leaves out the groups that the image gives the user: the engine does so for a user with an explicit group, so the group that would be
 * taken is looked up and named.
 */
const strictUser = async (
  parts: RuntimeParts,
  asked: string,
  of: { readonly imageId: string; readonly sandboxId: string },
): Promise<string> => {
  const imageUser = asked !== "" ? asked : ((await parts.engine.inspectImage(of.imageId)).Config?.User ?? "");
  if (imageUser.includes(":")) return imageUser;
  // The image's files are read through a container of it that is never started.
  const containerId = await parts.engine.createContainer(`crikit-lookup-${process.pid}-${Date.now()}`, {
    Image: of.imageId,
    Entrypoint: ["/"],
    HostConfig: { NetworkMode: "none", LogConfig: { Type: "none", Config: {} } },
  });
  try {
    const user = await parts.users.resolve(imageUser, { imageId: of.imageId, containerId });
    return `${imageUser === "" ? "0" : imageUser}:${user.gid}`;
  } finally {
    await parts.engine.removeContainer(containerId, { force: true }).catch(() => {});
  }
};

const resolveTarget = async (parts: RuntimeParts, config: ContainerConfig, sandbox: SandboxRecord): Promise<void> => {
  const options = config.linux?.securityContext?.namespaceOptions;
  if (options?.pid !== NamespaceMode.TARGET) return;
  const target = await requireContainer(parts, options.targetId);
  if (target.podSandboxId !== sandbox.id)
    throw new CriError(
      "InvalidArgument",
      `target container "${options.targetId}" is not in pod sandbox "${sandbox.id}"`,
    );
};

/** `CreateContainer`: everything asked for is translated or refused before the engine is asked. */
export const createContainer = async (
  parts: RuntimeParts,
  request: CreateContainerRequest,
  call?: Call,
): Promise<CreateContainerResponse> => {
  const { config } = request;
  if (config === undefined) throw new CriError("InvalidArgument", "missing required config");
  const sandbox = await requireSandbox(parts, request.podSandboxId);
  if (sandbox.status.state !== PodSandboxState.SANDBOX_READY)
    throw new CriError("FailedPrecondition", `pod sandbox "${sandbox.id}" is not ready`);
  await resolveTarget(parts, config, sandbox);
  const image = await requireImage(parts, config);
  const { settings, engine } = parts;
  const host = parts.host();
  const context = config.linux?.securityContext;
  const asked = askedUser(context);
  const isStrict = context?.supplementalGroupsPolicy === SupplementalGroupsPolicy.Strict;
  const around: ContainerSurroundings = {
    instance: settings.instance,
    sandbox,
    imageId: image.id,
    user: isStrict ? await strictUser(parts, asked, { imageId: image.id, sandboxId: sandbox.id }) : asked,
    logDriver: settings.logDriver,
    writesLog: settings.logMode === "cri",
    lowestOomScoreAdj: parts.oomFloor.lowest(sandbox.facts.runtimeHandler),
    hasAppArmor: host.hasAppArmor,
    hasSeccomp: host.hasSeccomp,
    hasSeLinux: host.hasSeLinux,
    isLocal: host.place === "local",
    hasRecursiveReadOnly: host.runtimes.get(runtimeOf(parts, sandbox))?.hasRecursiveReadOnly === true,
    speaks: (version) => engine.speaks(version),
  };
  const facts = makeContainerFacts(config, around);
  const containerId = await createNamed(parts, {
    name: containerName(facts, sandbox, settings.instance),
    what: `container "${facts.name}" of pod sandbox "${sandbox.id}"`,
    config: await toContainerCreate(config, facts, around),
    signal: call?.signal,
  });
  await parts.inventory.refresh(containerId);
  return { containerId };
};
