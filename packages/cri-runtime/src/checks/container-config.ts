import { type ContainerConfig, type Device, type KeyValue, type Mount, MountPropagation } from "@crikit/cri-api";
import { checkAbsolute, checkInside, checkPresent, refuse } from "./fields.ts";
import { checkLinuxResources, checkWindowsResources } from "./resources.ts";
import { checkContainerSecurity } from "./security.ts";

const checkRecursiveReadOnly = (mount: Mount, field: string): void => {
  if (!mount.recursiveReadOnly) return;
  if (!mount.readonly) refuse(`${field}.recursive_read_only is set without readonly`);
  if (mount.propagation !== MountPropagation.PROPAGATION_PRIVATE) {
    refuse(`${field}.recursive_read_only needs propagation PROPAGATION_PRIVATE`);
  }
};

const checkMount = (mount: Mount, field: string): void => {
  checkPresent(mount.containerPath, `${field}.container_path`);
  checkAbsolute(mount.containerPath, `${field}.container_path`);
  checkRecursiveReadOnly(mount, field);
  if (mount.image === undefined) {
    checkPresent(mount.hostPath, `${field}.host_path`);
    checkAbsolute(mount.hostPath, `${field}.host_path`);
    if (mount.imageSubPath !== "") refuse(`${field}.image_sub_path is set without image`);
    return;
  }
  checkPresent(mount.image.image || mount.image.imageRef, `${field}.image.image`);
  if (mount.hostPath !== "") refuse(`${field}.host_path and image are both set`);
  if (!mount.readonly) refuse(`${field}.readonly must be set for an image`);
  checkInside(mount.imageSubPath, `${field}.image_sub_path`);
};

const checkDevice = (device: Device, field: string): void => {
  checkPresent(device.hostPath, `${field}.host_path`);
  checkAbsolute(device.containerPath, `${field}.container_path`);
  if (!/^[rwm]*$/.test(device.permissions)) {
    refuse(`${field}.permissions must be of r, w and m, they are ${JSON.stringify(device.permissions)}`);
  }
};

const checkEnv = (env: KeyValue, field: string): void => {
  checkPresent(env.key, `${field}.key`);
  if (/[=\0]/.test(env.key)) refuse(`${field}.key must have no "=" and no zero byte, it is ${JSON.stringify(env.key)}`);
  if (env.value.includes(0)) refuse(`${field}.value of ${JSON.stringify(env.key)} has a zero byte in it`);
};

/** Refuses a configuration that no container can be made from. */
export const checkContainerConfig = (config: ContainerConfig | undefined, field = "config"): void => {
  checkPresent(config, field);
  if (config === undefined) return;
  checkPresent(config.metadata, `${field}.metadata`);
  checkPresent(config.metadata?.name, `${field}.metadata.name`);
  checkPresent(config.image?.image, `${field}.image.image`);
  checkAbsolute(config.workingDir, `${field}.working_dir`);
  checkInside(config.logPath, `${field}.log_path`);
  for (const [index, env] of config.envs.entries()) checkEnv(env, `${field}.envs[${index}]`);
  for (const [index, mount] of config.mounts.entries()) checkMount(mount, `${field}.mounts[${index}]`);
  for (const [index, device] of config.devices.entries()) checkDevice(device, `${field}.devices[${index}]`);
  for (const [index, device] of config.CDIDevices.entries()) {
    checkPresent(device.name, `${field}.CDI_devices[${index}].name`);
  }
  checkLinuxResources(config.linux?.resources, `${field}.linux.resources`);
  checkWindowsResources(config.windows?.resources, `${field}.windows.resources`);
  checkContainerSecurity(config.linux?.securityContext, `${field}.linux.security_context`);
};
