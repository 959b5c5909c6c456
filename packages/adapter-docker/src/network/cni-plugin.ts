import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CniNetwork, CniPlugin } from "./cni-config.ts";

/** What a plugin is asked to do. */
export type CniVerb = "ADD" | "DEL" | "CHECK" | "STATUS" | "GC";

/** What all plugins of a chain are told. */
export interface CniCall {
  readonly network: CniNetwork;
  readonly binFolders: readonly string[];
  readonly containerId?: string | undefined;
  /** The path of the network namespace; "" if it has gone. */
  readonly netns?: string | undefined;
  readonly args?: Readonly<Record<string, string>> | undefined;
  /** By capability: `portMappings`, `bandwidth`, `ipRanges`, `dns`. */
  readonly capabilities?: Readonly<Record<string, unknown>> | undefined;
  /** Further keys of the configuration, such as `cni.dev/valid-attachments`. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** What ADD answers with. */
export interface CniResult {
  readonly cniVersion?: string;
  readonly interfaces?: readonly { readonly name?: string; readonly sandbox?: string }[];
  readonly ips?: readonly { readonly address?: string; readonly interface?: number }[];
  readonly ip4?: { readonly ip?: string };
  readonly ip6?: { readonly ip?: string };
  readonly [key: string]: unknown;
}

/** The interface that pods have. */
export const POD_INTERFACE = "eth0";

const timeoutMs = 220_000;

const runtimeConfig = (plugin: CniPlugin, call: CniCall): Record<string, unknown> => {
  const wanted = Object.entries(call.capabilities ?? {}).filter(([name]) => plugin.capabilities?.[name] === true);
  return wanted.length === 0 ? {} : { runtimeConfig: Object.fromEntries(wanted) };
};

const findProgram = (plugin: CniPlugin, folders: readonly string[]): string => {
  const found = folders.map((folder) => join(folder, plugin.type)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`CNI plugin "${plugin.type}" is in none of ${folders.join(", ")}`);
  return found;
};

const explain = (plugin: CniPlugin, verb: CniVerb, text: string): Error => {
  try {
    const failure: { readonly msg?: string; readonly details?: string } = JSON.parse(text);
    return new Error(
      `CNI plugin "${plugin.type}" ${verb}: ${[failure.msg, failure.details].filter(Boolean).join("; ")}`,
    );
  } catch {
    return new Error(`CNI plugin "${plugin.type}" ${verb}: ${text.trim().slice(0, 1000)}`);
  }
};

/** Runs one plugin; gives back what it printed. */
const runPlugin = (verb: CniVerb, plugin: CniPlugin, call: CniCall, previous: CniResult | undefined): Promise<string> =>
  new Promise((resolve, reject) => {
    const { network } = call;
    const input = {
      ...plugin,
      name: network.name,
      cniVersion: network.cniVersion,
      ...call.extra,
      ...runtimeConfig(plugin, call),
      ...(previous === undefined ? {} : { prevResult: previous }),
    };
    const args = Object.entries({ IgnoreUnknown: "1", ...call.args }).map(([key, value]) => `${key}=${value}`);
    const child = spawn(findProgram(plugin, call.binFolders), [], {
      env: {
        PATH: process.env.PATH,
        CNI_COMMAND: verb,
        CNI_PATH: call.binFolders.join(":"),
        ...(call.containerId === undefined
          ? {}
          : {
              CNI_CONTAINERID: call.containerId,
              CNI_NETNS: call.netns ?? "",
              CNI_IFNAME: POD_INTERFACE,
              CNI_ARGS: args.join(";"),
            }),
      },
      timeout: timeoutMs,
      killSignal: "SIGKILL",
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => {});
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const text = Buffer.concat(out).toString();
      if (code === 0) return resolve(text);
      const why = text.trim() === "" ? Buffer.concat(errors).toString() || `it ended with ${code ?? signal}` : text;
      reject(explain(plugin, verb, why));
    });
    child.stdin.end(JSON.stringify(input));
  });

/** ADD: each plugin gets what the one before has made. */
export const addCni = async (call: CniCall): Promise<CniResult> => {
  let result: CniResult | undefined;
  for (const plugin of call.network.plugins) {
    const text = await runPlugin("ADD", plugin, call, result);
    result = text.trim() === "" ? result : JSON.parse(text);
  }
  return result ?? {};
};

/** DEL: the last plugin first. All are run; the first error is thrown at the end. */
export const deleteCni = async (call: CniCall, result: CniResult | undefined): Promise<void> => {
  const errors: unknown[] = [];
  for (const plugin of [...call.network.plugins].reverse())
    await runPlugin("DEL", plugin, call, result).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
};

/** CHECK, STATUS or GC of the whole chain. */
export const askCni = async (verb: "CHECK" | "STATUS" | "GC", call: CniCall, result?: CniResult): Promise<void> => {
  for (const plugin of call.network.plugins) await runPlugin(verb, plugin, call, result);
};

/** The addresses inside the pod. */
export const addressesOf = (result: CniResult): string[] => {
  const inPod = (result.ips ?? []).filter(({ interface: index }) => {
    const link = index === undefined ? undefined : result.interfaces?.[index];
    return link === undefined || (link.sandbox ?? "") !== "";
  });
  return [...inPod.map((ip) => ip.address), result.ip4?.ip, result.ip6?.ip]
    .filter((address) => address !== undefined)
    .map((address) => address.split("/")[0] ?? "");
};
