import type { Engine } from "../engine/engine.ts";
import { isEngineError } from "../engine/engine-error.ts";
import { toCriError } from "../translate/cri-error.ts";
import type { PodNetwork } from "./pod-network.ts";

/** How the bridge is made if it is not there. */
export interface BridgeOptions {
  /** The Docker network's name. */
  readonly name: string;
  readonly mtu?: number | undefined;
  readonly ipv6?: boolean | undefined;
  readonly subnets?: readonly string[] | undefined;
}

const known = {};

/** A Docker network of the adapter's own: no root and no CNI needed, and it works with an engine elsewhere. */
export const createBridgeNetwork = (engine: Engine, options: BridgeOptions): PodNetwork => {
  let subnets = options.subnets ?? [];
  let made: Promise<void> | undefined;
  let failure: string | undefined;

  const ensure = async (): Promise<void> => {
    try {
      await engine.inspectNetwork(options.name);
      return;
    } catch (error) {
      if (!isEngineError(error, 404)) throw error;
    }
    await engine.createNetwork({
      Name: options.name,
      CheckDuplicate: true,
      Driver: "bridge",
      EnableIPv6: options.ipv6 === true,
      Labels: { "io.crikit.network": "pods" },
      ...(subnets.length === 0 ? {} : { IPAM: { Driver: "default", Config: subnets.map((Subnet) => ({ Subnet })) } }),
      Options: options.mtu === undefined ? {} : { "com.docker.network.driver.mtu": String(options.mtu) },
    });
  };

  return {
    mode: "bridge",
    engineMode: options.name,
    publishesPorts: true,
    status: () =>
      failure === undefined
        ? { ready: true, reason: "", message: "" }
        : {
            ready: false,
            reason: "BridgeNotReady",
            message: `Docker network "${options.name}" cannot be made (${failure}); make it yourself or name another one with --network-bridge`,
          },
    prepare: async () => {
      made ??= ensure();
      try {
        await made;
        failure = undefined;
      } catch (error) {
        made = undefined;
        failure = error instanceof Error ? error.message : String(error);
        throw toCriError(error, `Docker network "${options.name}"`);
      }
    },
    setUp: async () => undefined,
    tearDown: async () => {},
    // The engine keeps the addresses.
    known: () => known,
    collect: async () => {
      made = undefined;
    },
    updatePodCidr: (podCidr) => {
      if (options.subnets === undefined && podCidr !== "") subnets = podCidr.split(",").map((cidr) => cidr.trim());
    },
  };
};
