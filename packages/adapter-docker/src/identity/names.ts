import { createHash } from "node:crypto";

/** What a container's name in the engine says, as dockershim and cri-dockerd write it. */
export interface DockerName {
  /** The container's name, or `POD` for the sandbox container. */
  readonly container: string;
  readonly pod: string;
  readonly namespace: string;
  readonly uid: string;
  readonly attempt: number;
}

/** The container part of a sandbox container's name; cAdvisor and log shippers look for it. */
export const SANDBOX_CONTAINER_NAME = "POD";

const unfit = /[^a-zA-Z0-9_.-]/g;

/**
 * Formats `k8s_<container>_<pod>_<namespace>_<uid>_<attempt>`. It is unique in the engine, which is what makes a creation idempotent; a named
 * instance adds its name as a seventh part. What the engine's names cannot hold becomes `-` and is told apart by a hash.
 */
export const formatDockerName = (name: DockerName, instance: string): string => {
  const parts = ["k8s", name.container, name.pod, name.namespace, name.uid, String(name.attempt)];
  const plain = [...parts, ...(instance === "" ? [] : [instance])].join("_");
  const fit = plain.replace(unfit, "-");
  return fit === plain ? plain : `${fit}-${createHash("sha256").update(plain).digest("hex").slice(0, 8)}`;
};

/** Reads a name that dockershim or cri-dockerd wrote; `undefined` if it is none. A seventh part (theirs is random, ours the instance) is allowed. */
export const parseDockerName = (text: string): DockerName | undefined => {
  const parts = text.replace(/^\//, "").split("_");
  if (parts[0] !== "k8s" || parts.length < 6 || parts.length > 7) return undefined;
  const [, container = "", pod = "", namespace = "", uid = "", attempt = ""] = parts;
  return /^\d+$/.test(attempt) ? { container, pod, namespace, uid, attempt: Number(attempt) } : undefined;
};
