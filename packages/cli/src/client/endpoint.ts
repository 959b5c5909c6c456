import { connect } from "node:net";
import { type Endpoint, parseEndpoint } from "@crikit/cri-api";
import { CommandError, systemCodeOf } from "../context/command-error.ts";
import type { Io } from "../context/io.ts";

/** Where `crikit serve` listens if it is not told: `/run/crikit.sock` for root, else a socket in the user's own runtime folder. */
export const defaultServeEndpoint = ({ env, platform, uid }: Pick<Io, "env" | "platform" | "uid">): string => {
  if (platform === "win32") return "npipe:////./pipe/crikit";
  if (uid === 0) return "unix:///run/crikit.sock";
  const folder = env.XDG_RUNTIME_DIR ?? env.TMPDIR ?? `/tmp`;
  return `unix://${folder.replace(/\/$/, "")}/crikit.sock`;
};

/** The endpoints that are tried when nobody named one: ours, then crictl's list. */
export const knownEndpoints = (io: Pick<Io, "env" | "platform" | "uid">): readonly string[] => {
  if (io.platform === "win32")
    return [defaultServeEndpoint(io), "npipe:////./pipe/containerd-containerd", "npipe:////./pipe/cri-dockerd"];
  const ours = [...new Set([defaultServeEndpoint(io), "unix:///run/crikit.sock"])];
  return [
    ...ours,
    "unix:///run/containerd/containerd.sock",
    "unix:///run/crio/crio.sock",
    "unix:///var/run/cri-dockerd.sock",
  ];
};

const netOptions = (endpoint: Endpoint) =>
  endpoint.kind === "tcp"
    ? { host: endpoint.host, port: endpoint.port }
    : { path: endpoint.kind === "fd" ? "" : endpoint.path };

/** Whether something takes connections there: `undefined`, or the system's code of what went wrong (`ETIMEDOUT` for silence). */
export const probeEndpoint = (
  text: string,
  options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
): Promise<string | undefined> =>
  new Promise((settle) => {
    const socket = connect(netOptions(parseEndpoint(text)));
    const end = (code: string | undefined): void => {
      socket.destroy();
      settle(code);
    };
    socket.setTimeout(options.timeoutMs, () => end("ETIMEDOUT"));
    socket.once("connect", () => end(undefined));
    socket.once("error", (error) => end(systemCodeOf(error) ?? "EIO"));
    options.signal?.addEventListener("abort", () => end("ECANCELED"), { once: true });
  });

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such socket",
  ECONNREFUSED: "nobody listens there",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ETIMEDOUT: "no answer in time",
  ENOTSOCK: "not a socket",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the host's name cannot be resolved now",
  EHOSTUNREACH: "the host cannot be reached",
};

/** What a probe found, in words. */
export const describeProbe = (code: string): string => reasons[code] ?? code;

/** Finds the first known endpoint that takes connections; says which and why not the others if there is none. */
export const findEndpoint = async (
  candidates: readonly string[],
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<string> => {
  const failures: string[] = [];
  for (const candidate of candidates) {
    const code = await probeEndpoint(candidate, options);
    if (code === undefined) return candidate;
    failures.push(`${candidate} (${describeProbe(code)})`);
  }
  throw new CommandError(
    `no runtime answers at ${failures.join(", ")}; start one with "crikit serve", or name one with --runtime-endpoint`,
  );
};
