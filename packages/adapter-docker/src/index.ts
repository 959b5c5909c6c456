/// <reference types="node" preserve="true" />
export { type Adoptable, reportAdoption } from "./adoption/adoption-report.ts";
export { createDockerRuntime, type DockerRuntime } from "./docker-runtime.ts";
export type { HostPlace } from "./engine/engine-host.ts";
export { type DockerRuntimeOptions, type NetworkChoice, SANDBOX_IMAGE } from "./options/options.ts";
