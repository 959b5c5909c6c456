import { CriError } from "@crikit/cri-api";
import type { PodNetwork } from "./pod-network.ts";

/** No networks are made: pods have to ask for the host's. */
export const createHostNetwork = (): PodNetwork => ({
  mode: "host",
  engineMode: "host",
  publishesPorts: false,
  status: () => ({ ready: true, reason: "", message: "" }),
  prepare: async (config) => {
    throw new CriError(
      "FailedPrecondition",
      `pod "${config.metadata?.namespace}/${config.metadata?.name}" wants a network of its own, and this runtime makes none (--network host): set hostNetwork, or serve with --network bridge or cni`,
    );
  },
  setUp: async () => undefined,
  tearDown: async () => {},
  known: () => ({}),
  collect: async () => {},
  updatePodCidr: () => {},
});
