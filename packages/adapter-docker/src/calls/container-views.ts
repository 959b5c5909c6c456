import { type Container, ContainerState, type ContainerStatus, type ImageSpec } from "@crikit/cri-api";
import type { ContainerRecord } from "../translate/container-status.ts";
import type { RuntimeParts } from "./parts.ts";

/** Containers as callers see them: what needs the images (their names, the user) is added to what the engine said, once for each state. */
export interface ContainerViews {
  container(record: ContainerRecord): Container;
  status(record: ContainerRecord): Promise<ContainerStatus>;
}

/** The name a person would know the image by. */
const imageSpecOf = (parts: RuntimeParts, record: ContainerRecord): ImageSpec => {
  const { image, userSpecifiedImage } = record.facts.image;
  const known = parts.images.known(record.status.imageId);
  const isId = image === "" || /^(sha256:)?[0-9a-f]{64}$/.test(image);
  const named =
    userSpecifiedImage !== ""
      ? userSpecifiedImage
      : isId
        ? (known?.repoTags[0] ?? known?.repoDigests[0] ?? image)
        : image;
  return {
    ...record.status.image,
    image: named,
    annotations: {},
    userSpecifiedImage,
    runtimeHandler: "",
    imageRef: "",
  };
};

const withUser = async (parts: RuntimeParts, record: ContainerRecord): Promise<ContainerStatus> => {
  const imageUser = record.inspect.Config?.User ?? "";
  const of = { imageId: record.status.imageId, containerId: record.id, imageUser };
  const linux = await parts.users.statusOf(record.facts.user, of).catch((error: unknown) => {
    parts.warn(
      `the user of container "${record.id}" cannot be told: ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  });
  return { ...record.status, image: imageSpecOf(parts, record), user: linux === undefined ? undefined : { linux } };
};

/** Keeps one view of each record as long as the record lives. */
export const createContainerViews = (parts: RuntimeParts): ContainerViews => {
  const containers = new WeakMap<ContainerRecord, Container>();
  const statuses = new WeakMap<ContainerRecord, Promise<ContainerStatus>>();
  return {
    container: (record) => {
      let view = containers.get(record);
      if (view === undefined) {
        view = { ...record.container, image: imageSpecOf(parts, record) };
        containers.set(record, view);
      }
      return view;
    },
    status: (record) => {
      let view = statuses.get(record);
      if (view === undefined) {
        view = withUser(parts, record);
        statuses.set(record, view);
        const isUnknown = record.state === ContainerState.CONTAINER_UNKNOWN;
        void view.then(({ user }) => (user === undefined || isUnknown) && statuses.delete(record));
      }
      return view;
    },
  };
};
