import { findEngineAddress } from "../engine/address.ts";
import { connectEngine } from "../engine/engine.ts";
import type { ContainerInspect } from "../engine/types.ts";
import { FACTS_LABEL, INSTANCE_LABEL, LOG_PATH_LABEL, TYPE_LABEL } from "../identity/labels.ts";
import { parseDockerName } from "../identity/names.ts";
import type { DockerRuntimeOptions } from "../options/options.ts";

/** One pod sandbox or container that dockershim or cri-dockerd has made, and what would be different under this adapter. */
export interface Adoptable {
  readonly id: string;
  readonly kind: "podsandbox" | "container";
  readonly name: string;
  readonly isRunning: boolean;
  /** What cannot be had of it; empty if nothing is missing. */
  readonly limits: readonly string[];
}

const readableDrivers = new Set(["json-file", "journald", "local"]);

const logLimits = (inspect: ContainerInspect): string[] => {
  const driver = inspect.HostConfig?.LogConfig?.Type ?? "";
  if (driver === "json-file")
    return ["its log stays Docker's file: it is read through the link, and cannot be rotated"];
  if (readableDrivers.has(driver))
    return [`its log is in Docker's driver "${driver}": docker logs reads it, a kubelet cannot`];
  return [`its log driver "${driver}" keeps nothing that can be read`];
};

const toAdoptable = (inspect: ContainerInspect): Adoptable => {
  const labels = inspect.Config?.Labels ?? {};
  const isSandbox = labels[TYPE_LABEL] === "podsandbox";
  const name = parseDockerName(inspect.Name ?? "");
  const limits = [
    ...(name === undefined ? ["its name is none of cri-dockerd's: its attempt is taken for 0"] : []),
    ...(!isSandbox && labels[LOG_PATH_LABEL] !== undefined ? logLimits(inspect) : []),
    ...(isSandbox && inspect.HostConfig?.NetworkMode === "none"
      ? ["its network is CNI's: serve with --network cni to have it taken down"]
      : []),
  ];
  return {
    id: inspect.Id,
    kind: isSandbox ? "podsandbox" : "container",
    name: (inspect.Name ?? "").replace(/^\//, ""),
    isRunning: inspect.State?.Running === true,
    limits,
  };
};

/** Lists what dockershim or cri-dockerd has left on an engine, and what would be missing under this adapter; nothing is changed. */
export const reportAdoption = async (
  options: Pick<DockerRuntimeOptions, "dockerEndpoint" | "env"> = {},
): Promise<readonly Adoptable[]> => {
  const engine = await connectEngine(
    findEngineAddress({ endpoint: options.dockerEndpoint, env: options.env ?? process.env }),
  );
  const rows = await engine.listContainers({ label: [TYPE_LABEL] });
  const foreign = rows.filter(({ Labels: labels }) => {
    const isPods = labels?.[TYPE_LABEL] !== undefined;
    return isPods && labels[FACTS_LABEL] === undefined && labels[INSTANCE_LABEL] === undefined;
  });
  const reports: Adoptable[] = [];
  for (const row of foreign) reports.push(toAdoptable(await engine.inspectContainer(row.Id)));
  return reports.sort((one, other) => one.name.localeCompare(other.name));
};
