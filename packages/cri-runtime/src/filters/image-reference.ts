import type { Image, ImageFilter } from "@crikit/cri-api";

/** A reference to an image, taken apart and made whole: `busybox` is `docker.io`, `library/busybox`. */
export interface ImageReference {
  /** `docker.io`, `registry.k8s.io:443`. */
  readonly domain: string;
  /** The repository inside the registry: `library/busybox`. */
  readonly path: string;
  readonly tag?: string;
  /** `sha256:…`. */
  readonly digest?: string;
}

const DEFAULT_DOMAIN = "docker.io";
const DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;
const TAG = /^\w[\w.-]{0,127}$/;
const PATH = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*$/;
const IMAGE_ID = /^(?:sha256:)?(?<hex>[0-9a-f]{64})$/;

const splitDomain = (name: string): { domain: string; path: string } => {
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const isDomain = first === "localhost" || /[.:]/.test(first) || first !== first.toLowerCase();
  if (isDomain && first !== "index.docker.io" && first !== DEFAULT_DOMAIN) {
    return { domain: first, path: name.slice(slash + 1) };
  }
  const path = isDomain ? name.slice(slash + 1) : name;
  return { domain: DEFAULT_DOMAIN, path: path.includes("/") ? path : `library/${path}` };
};

/**
 * Takes a reference to an image apart, `busybox`, `registry.k8s.io/pause:3.10`, `example.com:5000/a/b@sha256:…`, as Docker and containerd
 * read it; `undefined` if it is none (an image id is none, see {@link imageIdOf}). A missing tag stays missing.
 */
export const parseImageReference = (text: string): ImageReference | undefined => {
  if (text.length > 1024) return undefined;
  const at = text.indexOf("@");
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !DIGEST.test(digest)) return undefined;
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(":");
  const hasTag = colon > named.lastIndexOf("/");
  const tag = hasTag ? named.slice(colon + 1) : undefined;
  if (tag !== undefined && !TAG.test(tag)) return undefined;
  const { domain, path } = splitDomain(hasTag ? named.slice(0, colon) : named);
  if (!PATH.test(path)) return undefined;
  return { domain, path, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
};

/** The whole text of a reference, as CRI lists it in `repo_tags` and `repo_digests`: `docker.io/library/busybox:latest`. */
export const formatImageReference = (reference: ImageReference): string =>
  `${reference.domain}/${reference.path}` +
  (reference.tag === undefined ? "" : `:${reference.tag}`) +
  (reference.digest === undefined ? "" : `@${reference.digest}`);

/** `sha256:` and 64 digits if the text is an image id with or without that prefix, else `undefined`. */
export const imageIdOf = (text: string): string | undefined => {
  const hex = IMAGE_ID.exec(text)?.groups?.hex;
  return hex === undefined ? undefined : `sha256:${hex}`;
};

const matchesListed = (wanted: ImageReference, listed: string): boolean => {
  const have = parseImageReference(listed);
  return (
    have !== undefined &&
    have.domain === wanted.domain &&
    have.path === wanted.path &&
    (wanted.digest !== undefined ? have.digest === wanted.digest : wanted.tag === undefined || have.tag === wanted.tag)
  );
};

/** Whether an image is one that a reference or an id (whole or its first digits) names; a name without a tag stands for every tag. */
export const matchesImageName = (image: Image, name: string): boolean => {
  if (image.id === name || (imageIdOf(name) ?? name) === image.id) return true;
  if (image.repoTags.includes(name) || image.repoDigests.includes(name)) return true;
  const wanted = parseImageReference(name);
  if (
    wanted !== undefined &&
    [...image.repoTags, ...image.repoDigests].some((listed) => matchesListed(wanted, listed))
  ) {
    return true;
  }
  const digits = name.startsWith("sha256:") ? name.slice("sha256:".length) : name;
  return /^[0-9a-f]{6,64}$/.test(digits) && image.id.replace(/^sha256:/, "").startsWith(digits);
};

/** Whether an image is one that the filter asks for. No filter, or one without a name, matches everything. */
export const matchesImageFilter = (image: Image, filter: ImageFilter | undefined): boolean => {
  const name = filter?.image?.image ?? "";
  return name === "" || matchesImageName(image, name);
};

/** The images that the filter asks for, the objects themselves. */
export const selectImages = (list: Image[], filter: ImageFilter | undefined): Image[] =>
  (filter?.image?.image ?? "") === "" ? list : list.filter((image) => matchesImageFilter(image, filter));
