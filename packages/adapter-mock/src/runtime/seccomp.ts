import { readFileSync } from "node:fs";
import { CriError, type LinuxContainerSecurityContext, SecurityProfile_ProfileType } from "@crikit/cri-api";

/** A container's seccomp filter. */
export interface Seccomp {
  /** As in /proc/PID/status: 0 none, 2 a filter. */
  readonly mode: 0 | 2;
  readonly blockedCalls: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const UNCONFINED: Seccomp = { mode: 0, blockedCalls: NONE };
const DEFAULT: Seccomp = { mode: 2, blockedCalls: NONE };

interface ProfileRule {
  readonly names?: readonly string[];
  readonly action?: string;
}

const isProfile = (value: unknown): value is { readonly syscalls?: readonly ProfileRule[] } =>
  typeof value === "object" && value !== null && (!("syscalls" in value) || Array.isArray(value.syscalls));

const loadProfile = (path: string): Seccomp => {
  let profile: unknown;
  try {
    profile = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new CriError("InvalidArgument", `seccomp profile "${path}" cannot be read`, { cause });
  }
  if (!isProfile(profile)) throw new CriError("InvalidArgument", `seccomp profile "${path}" has no list "syscalls"`);
  const refused = (profile.syscalls ?? []).filter(
    ({ action }) => action !== undefined && action !== "SCMP_ACT_ALLOW" && action !== "SCMP_ACT_LOG",
  );
  return { mode: 2, blockedCalls: new Set(refused.flatMap(({ names }) => names ?? [])) };
};

/** The filter that a security context asks for; no profile is no filter, as the CRI has it. Throws `InvalidArgument` for a profile that cannot be read. */
export const seccompOf = (context: LinuxContainerSecurityContext | undefined): Seccomp => {
  if (context?.privileged === true) return UNCONFINED;
  const profile = context?.seccomp;
  if (profile === undefined) {
    const path = context?.seccompProfilePath ?? "";
    if (path === "runtime/default" || path === "docker/default") return DEFAULT;
    if (path === "" || path === "unconfined") return UNCONFINED;
    if (path.startsWith("localhost/")) return loadProfile(path.slice("localhost/".length));
    throw new CriError(
      "InvalidArgument",
      `seccomp_profile_path "${path}" is none of "unconfined", "runtime/default" and "localhost/PATH"`,
    );
  }
  switch (profile.profileType) {
    case SecurityProfile_ProfileType.Unconfined:
      return UNCONFINED;
    case SecurityProfile_ProfileType.Localhost:
      return loadProfile(profile.localhostRef);
    default:
      return DEFAULT;
  }
};
