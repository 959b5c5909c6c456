import type { Image, ImageSpec } from "@crikit/cri-api";
import { formatImageReference, type ImageReference, imageIdOf, parseImageReference } from "@crikit/cri-runtime";
import { sha256 } from "../clock/identities.ts";
import type { DirectoryNode } from "../filesystem/node.ts";
import type { ImageTemplate } from "./image-template.ts";
import { createImageTree, type ToolFiles } from "./image-tree.ts";

/** One image that has been pulled. */
export interface StoredImage {
  /** `sha256:…`: what the CRI calls image id and, since 1.36, image ref. */
  readonly imageId: string;
  readonly digest: string;
  readonly template: ImageTemplate;
  readonly sizeBytes: number;
  /** Made at the first container's start. */
  readonly tree: DirectoryNode;
  /** The message that answers list this image with, the same object while nothing changes. */
  readonly message: Image;
}

interface MutableImage extends StoredImage {
  message: Image;
}

/** Sizes of images nobody says otherwise of, in bytes. */
const LEAST_SIZE_BYTES = 1_200_000;
const SIZE_SPREAD_BYTES = 60_000_000;

const sizeOf = (imageId: string): number =>
  LEAST_SIZE_BYTES + (Number.parseInt(imageId.slice(7, 15), 16) % SIZE_SPREAD_BYTES);

/** A reference with the tag that a missing one means. */
const withTag = (reference: ImageReference): ImageReference =>
  reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: "latest" } : reference;

const userOf = (user: string | undefined): Pick<Image, "uid" | "username"> => {
  const [name = ""] = (user ?? "").split(":");
  if (/^\d+$/.test(name)) return { uid: { value: BigInt(name) }, username: "" };
  return { uid: undefined, username: name };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The images of one runtime: ids and digests follow from the references, so that every run has the same. */
export class ImageStore {
  readonly #byId = new Map<string, MutableImage>();
  /** Whole references, tags and digests, of what is stored. */
  readonly #byName = new Map<string, MutableImage>();
  /** Digests of everything that was ever resolved, so that a pull by digest finds the content its tag had. */
  readonly #contentOfDigest = new Map<string, { readonly content: string; readonly template: ImageTemplate }>();
  readonly #toolFiles: ToolFiles;
  #list: Image[] | undefined;

  constructor(toolFiles: ToolFiles) {
    this.#toolFiles = toolFiles;
  }

  /** The images in order of their ids; the same array while nothing changes. */
  list(): Image[] {
    this.#list ??= [...this.#byId.values()].map(({ message }) => message).sort((a, b) => compareText(a.id, b.id));
    return this.#list;
  }

  get images(): IterableIterator<StoredImage> {
    return this.#byId.values();
  }

  /** The image that an id (with or without its prefix, or the first digits of it), a tag or a digest names. */
  find(name: string): StoredImage | undefined {
    const imageId = imageIdOf(name);
    const byId = imageId === undefined ? undefined : this.#byId.get(imageId);
    if (byId !== undefined) return byId;
    const reference = parseImageReference(name);
    if (reference !== undefined) {
      const whole = withTag(reference);
      const found =
        this.#byName.get(formatImageReference(whole)) ??
        (whole.digest === undefined
          ? undefined
          : this.#byName.get(formatImageReference({ domain: whole.domain, path: whole.path, digest: whole.digest })));
      if (found !== undefined) return found;
    }
    return this.#findByDigits(name.replace(/^sha256:/, ""));
  }

  #findByDigits(digits: string): StoredImage | undefined {
    if (!/^[0-9a-f]{6,64}$/.test(digits)) return undefined;
    const matches = [...this.#byId.values()].filter(({ imageId }) => imageId.startsWith(`sha256:${digits}`));
    return matches.length === 1 ? matches[0] : undefined;
  }

  /** Stores what `reference` names; an image that is there gets one more tag. */
  add(reference: ImageReference, template: ImageTemplate, spec: ImageSpec): StoredImage {
    const whole = withTag(reference);
    const known = whole.digest === undefined ? undefined : this.#contentOfDigest.get(whole.digest);
    const content = known?.content ?? template.content ?? `${whole.path}:${whole.digest ?? whole.tag ?? ""}`;
    const digest = whole.digest ?? `sha256:${sha256(`manifest ${content}`)}`;
    const imageId = `sha256:${sha256(`image ${content}`)}`;
    this.#contentOfDigest.set(digest, { content, template: known?.template ?? template });
    const image = this.#byId.get(imageId) ?? this.#create(imageId, digest, known?.template ?? template);
    const repoDigest = formatImageReference({ domain: whole.domain, path: whole.path, digest });
    const repoTag = whole.digest === undefined ? formatImageReference(whole) : undefined;
    const { repoTags, repoDigests } = image.message;
    if (repoDigests.includes(repoDigest) && (repoTag === undefined || repoTags.includes(repoTag))) return image;
    image.message = {
      ...image.message,
      repoTags: repoTag === undefined || repoTags.includes(repoTag) ? repoTags : [...repoTags, repoTag].sort(),
      repoDigests: repoDigests.includes(repoDigest) ? repoDigests : [...repoDigests, repoDigest].sort(),
      spec: image.message.spec ?? { ...spec, image: formatImageReference(whole), userSpecifiedImage: "" },
    };
    for (const name of [...image.message.repoTags, ...image.message.repoDigests]) this.#byName.set(name, image);
    // A tag that has moved to another image leaves its old one.
    if (repoTag !== undefined) this.#moveTag(repoTag, image);
    this.#list = undefined;
    return image;
  }

  #create(imageId: string, digest: string, template: ImageTemplate): MutableImage {
    const sizeBytes = template.sizeBytes ?? sizeOf(imageId);
    let tree: DirectoryNode | undefined;
    const toolFiles = this.#toolFiles;
    const image: MutableImage = {
      imageId,
      digest,
      template,
      sizeBytes,
      get tree() {
        tree ??= createImageTree(template, toolFiles);
        return tree;
      },
      message: {
        id: imageId,
        repoTags: [],
        repoDigests: [],
        size: BigInt(sizeBytes),
        ...userOf(template.user),
        spec: undefined,
        pinned: template.pinned ?? false,
      },
    };
    this.#byId.set(imageId, image);
    return image;
  }

  #moveTag(repoTag: string, to: MutableImage): void {
    for (const image of this.#byId.values()) {
      if (image === to || !image.message.repoTags.includes(repoTag)) continue;
      image.message = { ...image.message, repoTags: image.message.repoTags.filter((tag) => tag !== repoTag) };
    }
  }

  /** Removes an image with all its tags and digests. */
  remove(image: StoredImage): void {
    this.#byId.delete(image.imageId);
    for (const [name, named] of this.#byName) if (named.imageId === image.imageId) this.#byName.delete(name);
    this.#list = undefined;
  }
}
