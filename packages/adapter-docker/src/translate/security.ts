import { readFile } from "node:fs/promises";
import {
  CriError,
  type LinuxContainerSecurityContext,
  type LinuxSandboxSecurityContext,
  type SELinuxOption,
  type SecurityProfile,
  SecurityProfile_ProfileType,
} from "@crikit/cri-api";
import { cannot } from "./unsupported.ts";

/** What of the engine's host decides how security options are given. */
export interface SecurityHost {
  /** Whether the engine confines with AppArmor. */
  readonly hasAppArmor: boolean;
  readonly hasSeccomp: boolean;
}

const localhostPrefix = "localhost/";

const deprecatedProfile = (text: string): SecurityProfile | undefined => {
  if (text === "") return undefined;
  if (text === "unconfined") return { profileType: SecurityProfile_ProfileType.Unconfined, localhostRef: "" };
  if (text === "runtime/default" || text === "docker/default")
    return { profileType: SecurityProfile_ProfileType.RuntimeDefault, localhostRef: "" };
  if (text.startsWith(localhostPrefix))
    return { profileType: SecurityProfile_ProfileType.Localhost, localhostRef: text.slice(localhostPrefix.length) };
  throw new CriError(
    "InvalidArgument",
    `security profile ${JSON.stringify(text)} is not runtime/default, unconfined or localhost/…`,
  );
};

const readSeccomp = async (path: string): Promise<string> => {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new CriError("InvalidArgument", `seccomp profile "${path}" cannot be read`, { cause: error });
  }
  try {
    return JSON.stringify(JSON.parse(text));
  } catch (error) {
    throw new CriError("InvalidArgument", `seccomp profile "${path}" is not JSON`, { cause: error });
  }
};

const seccompOption = async (profile: SecurityProfile | undefined, host: SecurityHost): Promise<string[]> => {
  switch (profile?.profileType) {
    case SecurityProfile_ProfileType.RuntimeDefault:
      return [];
    case SecurityProfile_ProfileType.Localhost:
      if (!host.hasSeccomp) return cannot("a seccomp profile", "the engine's host has no seccomp");
      return [`seccomp=${await readSeccomp(profile.localhostRef.replace(localhostPrefix, ""))}`];
    default:
      // No profile means unconfined in CRI; the engine's default would be its own profile.
      return ["seccomp=unconfined"];
  }
};

const appArmorOption = (profile: SecurityProfile | undefined, host: SecurityHost): string[] => {
  switch (profile?.profileType) {
    case SecurityProfile_ProfileType.Unconfined:
      return host.hasAppArmor ? ["apparmor=unconfined"] : [];
    case SecurityProfile_ProfileType.Localhost:
      if (!host.hasAppArmor)
        return cannot(
          `AppArmor profile "${profile.localhostRef}"`,
          "the engine's host has no AppArmor (docker info, Security Options)",
        );
      return [`apparmor=${profile.localhostRef.replace(localhostPrefix, "")}`];
    default:
      return [];
  }
};

const seLinuxOptions = (options: SELinuxOption | undefined): string[] =>
  (["user", "role", "type", "level"] as const).flatMap((name) => {
    const value = options?.[name] ?? "";
    return value === "" ? [] : [`label=${name}:${value}`];
  });

/** The engine's SecurityOpt for a container. */
export const containerSecurityOptions = async (
  context: LinuxContainerSecurityContext | undefined,
  host: SecurityHost,
): Promise<string[]> => {
  const seccomp = context?.seccomp ?? deprecatedProfile(context?.seccompProfilePath ?? "");
  const appArmor = context?.apparmor ?? deprecatedProfile(context?.apparmorProfile ?? "");
  const isPrivileged = context?.privileged === true;
  return [
    // A privileged container is confined by nothing, whatever profile is named beside.
    ...(isPrivileged ? ["seccomp=unconfined"] : await seccompOption(seccomp, host)),
    ...(isPrivileged ? [] : appArmorOption(appArmor, host)),
    ...seLinuxOptions(context?.selinuxOptions),
    ...(context?.noNewPrivs === true ? ["no-new-privileges"] : []),
  ];
};

/** The engine's SecurityOpt for a sandbox container: the engine's own profile where none is named, and never new privileges. */
export const sandboxSecurityOptions = async (
  context: LinuxSandboxSecurityContext | undefined,
  host: SecurityHost,
): Promise<string[]> => {
  const seccomp = context?.seccomp ?? deprecatedProfile(context?.seccompProfilePath ?? "");
  return [
    ...(seccomp === undefined ? [] : await seccompOption(seccomp, host)),
    ...appArmorOption(context?.apparmor, host),
    ...seLinuxOptions(context?.selinuxOptions),
    "no-new-privileges",
  ];
};
