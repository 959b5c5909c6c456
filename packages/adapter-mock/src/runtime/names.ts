import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { FsError } from "../filesystem/fs-error.ts";
import type { SandboxRecord } from "./sandbox.ts";
import type { MockState } from "./state.ts";

const LOCAL = new Set(["localhost", "127.0.0.1", "::1", "0.0.0.0"]);

const byIp = (state: MockState, ip: string): SandboxRecord | undefined => {
  for (const sandbox of state.sandboxes.values()) if (sandbox.isReady && sandbox.ip === ip) return sandbox;
  return undefined;
};

/** The addresses of a name inside the pods: an address, localhost, the pod itself, another pod (by `name`, `name.namespace` or its hostname), a host of the options. */
export const resolveHost = (state: MockState, from: SandboxRecord, host: string): readonly string[] => {
  if (isIP(host) !== 0) return [host];
  if (LOCAL.has(host)) return ["127.0.0.1"];
  if (host === from.config.hostname) return from.network.ips;
  const listed = state.options.hosts?.[host];
  if (listed !== undefined) return [listed];
  const [name, namespace = from.message.metadata?.namespace] = host.split(".");
  for (const sandbox of state.sandboxes.values()) {
    const { metadata } = sandbox.message;
    const named = metadata?.name === name || (sandbox.config.hostname !== "" && sandbox.config.hostname === name);
    if (named && metadata?.namespace === namespace && sandbox.isReady && sandbox.ip !== undefined) return [sandbox.ip];
  }
  return [];
};

/** Connects from a pod to another, or to itself. Nothing outside the mock is ever dialled: such an address is unreachable. */
export const connectPods = (state: MockState, from: SandboxRecord, host: string, port: number): Duplex => {
  const [ip] = resolveHost(state, from, host);
  if (ip === undefined) throw new FsError("ENETUNREACH", host);
  if (LOCAL.has(ip) || from.network.ips.includes(ip)) return from.network.connect(port);
  const target = byIp(state, ip);
  if (target === undefined) throw new FsError("ENETUNREACH", host);
  return target.network.connect(port);
};
