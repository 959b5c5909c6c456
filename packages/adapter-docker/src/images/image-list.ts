import type { Image } from "@crikit/cri-api";
import { matchesImageName } from "@crikit/cri-runtime";
import type { Engine } from "../engine/engine.ts";
import { isEngineError } from "../engine/engine-error.ts";
import type { ImageRow } from "../engine/types.ts";

/** The engine's images in memory, listed again after each event about one. */
export interface ImageList {
  /** All images as CRI's messages, never older than the last event. */
  all(): Promise<Image[]>;
  /** The image that a name of any kind means. */
  find(name: string): Promise<Image | undefined>;
  /** As of the last list, without asking. */
  known(id: string): Image | undefined;
  /** Something has changed: the next read lists. */
  touch(): void;
}

const isReal = (name: string): boolean => !name.startsWith("<none>");

const userOf = (user: string): Pick<Image, "uid" | "username"> => {
  const [name = ""] = user.split(":");
  if (name === "") return { uid: undefined, username: "" };
  return /^\d+$/.test(name) ? { uid: { value: BigInt(name) }, username: "" } : { uid: undefined, username: name };
};

/** Lists the engine's images; `isPinned` says which ones no garbage collector may remove. */
export const createImageList = (engine: Engine, isPinned: (image: Image) => boolean): ImageList => {
  const users = new Map<string, string>();
  let images: Image[] = [];
  let byId = new Map<string, Image>();
  let version = 0;
  let listedVersion = -1;
  let listing: Promise<void> | undefined;

  const userOfImage = async (id: string): Promise<string | undefined> => {
    const known = users.get(id);
    if (known !== undefined) return known;
    try {
      const inspect = await engine.inspectImage(id);
      const user = inspect.Config?.User ?? "";
      users.set(id, user);
      return user;
    } catch (error) {
      if (isEngineError(error, 404)) return undefined;
      throw error;
    }
  };

  const toImage = async (row: ImageRow): Promise<Image[]> => {
    const user = await userOfImage(row.Id);
    if (user === undefined) return [];
    const image: Image = {
      id: row.Id,
      repoTags: (row.RepoTags ?? []).filter(isReal),
      repoDigests: (row.RepoDigests ?? []).filter(isReal),
      size: BigInt(row.Size ?? 0),
      ...userOf(user),
      spec: undefined,
      pinned: false,
    };
    const spec = {
      image: image.repoTags[0] ?? image.repoDigests[0] ?? image.id,
      annotations: {},
      userSpecifiedImage: "",
      runtimeHandler: "",
      imageRef: "",
    };
    return [{ ...image, spec, pinned: isPinned(image) }];
  };

  const list = async (): Promise<void> => {
    while (listedVersion !== version) {
      const current = version;
      const rows = await engine.listImages({});
      const next = (await Promise.all(rows.map(toImage))).flat();
      images = next;
      byId = new Map(next.map((image) => [image.id, image]));
      for (const id of users.keys()) if (!byId.has(id)) users.delete(id);
      listedVersion = current;
    }
  };

  const fresh = async (): Promise<void> => {
    while (listedVersion !== version) {
      listing ??= list().finally(() => {
        listing = undefined;
      });
      await listing;
    }
  };

  return {
    all: async () => {
      if (listedVersion !== version) await fresh();
      return images;
    },
    find: async (name) => {
      if (listedVersion !== version) await fresh();
      return byId.get(name) ?? images.find((image) => matchesImageName(image, withTag(name)));
    },
    known: (id) => byId.get(id),
    touch: () => {
      version++;
    },
  };
};

/** A name without tag and digest means `latest` when one image is asked for. */
const withTag = (name: string): string => {
  const last = name.slice(name.lastIndexOf("/") + 1);
  const isId = /^(sha256:)?[0-9a-f]{6,64}$/.test(name);
  return isId || last.includes(":") || name.includes("@") ? name : `${name}:latest`;
};
