/**
 * The four texts that the kubelet looks for in an error's message, to tell a user why a container waits. A runtime that means one of them starts
 * its message with it: `RegistryUnavailable: registry "example.com" answers 503`.
 */
export const KUBELET_ERRORS = {
  /** The image registry cannot be reached; the kubelet keeps trying. */
  registryUnavailable: "RegistryUnavailable",
  /** The image's signature does not satisfy the policy of this node. */
  signatureValidationFailed: "SignatureValidationFailed",
  /** Recursive read-only mounts were asked for and this runtime handler has none. */
  recursiveReadOnlyUnsupported: "RROUnsupported",
  /** An image could not be mounted as a volume. */
  imageVolumeMountFailed: "ImageVolumeMountFailed",
} as const;

/** One of the texts of {@link KUBELET_ERRORS}. */
export type KubeletError = (typeof KUBELET_ERRORS)[keyof typeof KUBELET_ERRORS];

/** A message that the kubelet recognises: the text it looks for, then what a person needs. */
export const formatKubeletError = (error: KubeletError, detail: string): string => `${error}: ${detail}`;
