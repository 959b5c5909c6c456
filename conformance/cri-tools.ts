import { buildGo } from "./go.ts";

/** The releases of cri-tools that judge us: the newest, and one that still sends the socket's path as `:authority`. */
export const CRI_TOOLS_VERSIONS = ["1.36.0", "1.26.1"] as const;

/** A release of cri-tools under `conformance/clients/`. */
export type CriToolsVersion = (typeof CRI_TOOLS_VERSIONS)[number];

const sources = {
  "1.36.0": { module: "cri-tools-1.36", path: "sigs.k8s.io/cri-tools" },
  "1.26.1": { module: "cri-tools-1.26", path: "github.com/kubernetes-sigs/cri-tools" },
} as const;

/** Builds crictl, or finds it built, and returns its path. */
export const buildCrictl = (version: CriToolsVersion): string => {
  const { module, path } = sources[version];
  const ldflags = `-X ${path}/pkg/version.Version=v${version}`;
  return buildGo({ module, package: `${path}/cmd/crictl`, output: `crictl-${version}`, ldflags });
};

/** Builds critest, or finds it built, and returns its path. */
export const buildCritest = (version: CriToolsVersion): string => {
  const { module, path } = sources[version];
  return buildGo({ module, package: `${path}/cmd/critest`, output: `critest-${version}`, test: true });
};
