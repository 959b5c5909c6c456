import { CriError } from "@crikit/cri-api";
import { parseImageReference } from "@crikit/cri-runtime";

/** What the engine is asked to pull: a repository and a tag or a digest. */
export interface PullReference {
  readonly repository: string;
  readonly tag: string;
  /** The whole name by which the pulled image is found. */
  readonly name: string;
  /** `registry.k8s.io`, `docker.io`. */
  readonly registry: string;
}

/** Takes an image's name apart for a pull; a missing tag is `latest`, a digest wins over a tag. */
export const toPullReference = (image: string): PullReference => {
  const reference = parseImageReference(image);
  if (reference === undefined)
    throw new CriError("InvalidArgument", `image name ${JSON.stringify(image)} is no reference to an image`);
  const repository = `${reference.domain}/${reference.path}`;
  const tag = reference.digest ?? reference.tag ?? "latest";
  const separator = reference.digest === undefined ? ":" : "@";
  return { repository, tag, name: `${repository}${separator}${tag}`, registry: reference.domain };
};
