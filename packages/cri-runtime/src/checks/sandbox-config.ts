import type { PodSandboxConfig, PortMapping } from "@crikit/cri-api";
import { checkAbsolute, checkPresent, checkRange } from "./fields.ts";
import { checkLinuxResources } from "./resources.ts";
import { checkSandboxSecurity } from "./security.ts";

const checkPort = (mapping: PortMapping, field: string): void => {
  checkRange(mapping.hostPort, `${field}.host_port`, [0, 65535]);
  // A mapping without a host port opens nothing; some clients send those with a container port of 0.
  checkRange(mapping.containerPort, `${field}.container_port`, [mapping.hostPort === 0 ? 0 : 1, 65535]);
};

/** Refuses a configuration that no pod sandbox can be made from. */
export const checkSandboxConfig = (config: PodSandboxConfig | undefined, field = "config"): void => {
  checkPresent(config, field);
  if (config === undefined) return;
  checkPresent(config.metadata, `${field}.metadata`);
  checkPresent(config.metadata?.name, `${field}.metadata.name`);
  checkPresent(config.metadata?.uid, `${field}.metadata.uid`);
  checkPresent(config.metadata?.namespace, `${field}.metadata.namespace`);
  checkAbsolute(config.logDirectory, `${field}.log_directory`);
  for (const [index, mapping] of config.portMappings.entries()) checkPort(mapping, `${field}.port_mappings[${index}]`);
  checkSandboxSecurity(config.linux?.securityContext, `${field}.linux.security_context`);
  checkLinuxResources(config.linux?.resources, `${field}.linux.resources`);
  checkLinuxResources(config.linux?.overhead, `${field}.linux.overhead`);
};
