import {
  type IDMapping,
  type Int64Value,
  type LinuxContainerSecurityContext,
  type LinuxSandboxSecurityContext,
  NamespaceMode,
  type NamespaceOption,
  type SecurityProfile,
  SecurityProfile_ProfileType,
  type UserNamespace,
} from "@crikit/cri-api";
import { checkPresent, refuse } from "./fields.ts";

const checkNumber = (value: Int64Value | undefined, field: string): void => {
  if (value !== undefined && value.value < 0n) refuse(`${field} must not be negative, it is ${value.value}`);
};

const checkProfile = (profile: SecurityProfile | undefined, field: string): void => {
  if (profile?.profileType === SecurityProfile_ProfileType.Localhost) {
    checkPresent(profile.localhostRef, `${field}.localhost_ref`);
  }
};

const checkMappings = (mappings: readonly IDMapping[], field: string): void => {
  const [mapping] = mappings;
  if (mapping === undefined || mappings.length > 1) {
    refuse(`${field} must have exactly one mapping, it has ${mappings.length}`);
  } else if (mapping.containerId !== 0) refuse(`${field} must map id 0 of the container`);
  else if (mapping.length === 0) refuse(`${field} maps no ids, its length is 0`);
};

const checkUserNamespace = (userns: UserNamespace | undefined, field: string): void => {
  if (userns === undefined) return;
  switch (userns.mode) {
    case NamespaceMode.POD:
      checkMappings(userns.uids, `${field}.uids`);
      checkMappings(userns.gids, `${field}.gids`);
      return;
    case NamespaceMode.NODE:
      if (userns.uids.length + userns.gids.length > 0) refuse(`${field} must have no mappings in mode NODE`);
      return;
    default:
      refuse(`${field}.mode must be POD or NODE, it is ${userns.mode}`);
  }
};

const checkNamespaces = (options: NamespaceOption | undefined, field: string): void => {
  if (options === undefined) return;
  if (options.network === NamespaceMode.TARGET) refuse(`${field}.network must not be TARGET`);
  if (options.ipc === NamespaceMode.TARGET) refuse(`${field}.ipc must not be TARGET`);
  if (options.pid === NamespaceMode.TARGET) checkPresent(options.targetId, `${field}.target_id`);
  checkUserNamespace(options.usernsOptions, `${field}.userns_options`);
};

/** What a pod sandbox' security context must not be. */
export const checkSandboxSecurity = (context: LinuxSandboxSecurityContext | undefined, field: string): void => {
  if (context === undefined) return;
  checkNumber(context.runAsUser, `${field}.run_as_user`);
  checkNumber(context.runAsGroup, `${field}.run_as_group`);
  if (context.runAsGroup !== undefined && context.runAsUser === undefined) {
    refuse(`${field}.run_as_group is set without run_as_user`);
  }
  if (context.namespaceOptions?.pid === NamespaceMode.TARGET) {
    refuse(`${field}.namespace_options.pid must not be TARGET for a pod sandbox`);
  }
  checkNamespaces(context.namespaceOptions, `${field}.namespace_options`);
  checkProfile(context.seccomp, `${field}.seccomp`);
  checkProfile(context.apparmor, `${field}.apparmor`);
};

/** What a container's security context must not be. */
export const checkContainerSecurity = (context: LinuxContainerSecurityContext | undefined, field: string): void => {
  if (context === undefined) return;
  checkNumber(context.runAsUser, `${field}.run_as_user`);
  checkNumber(context.runAsGroup, `${field}.run_as_group`);
  if (context.runAsUser !== undefined && context.runAsUsername !== "") {
    refuse(`${field}.run_as_user and run_as_username are both set`);
  }
  if (context.runAsGroup !== undefined && context.runAsUser === undefined && context.runAsUsername === "") {
    refuse(`${field}.run_as_group is set without run_as_user or run_as_username`);
  }
  checkNamespaces(context.namespaceOptions, `${field}.namespace_options`);
  checkProfile(context.seccomp, `${field}.seccomp`);
  checkProfile(context.apparmor, `${field}.apparmor`);
};
