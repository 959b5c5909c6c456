import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where a Docker Engine listens. */
export type EngineAddress =
  | { readonly kind: "unix"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number; readonly tls?: EngineTls | undefined };

/** Certificates in PEM for an engine behind TLS. */
export interface EngineTls {
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** What decides the address when none is given. */
export interface AddressSources {
  /** A docker endpoint: `unix:///run/docker.sock`, `tcp://host:2376`, or a socket's path. */
  readonly endpoint?: string | undefined;
  /** The process' environment: DOCKER_HOST, DOCKER_TLS_VERIFY, DOCKER_CERT_PATH, DOCKER_CONTEXT, DOCKER_CONFIG. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

const readPem = (folder: string, file: string): string | undefined =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined;

const tlsOf = (folder: string): EngineTls => ({
  ca: readPem(folder, "ca.pem"),
  cert: readPem(folder, "cert.pem"),
  key: readPem(folder, "key.pem"),
});

/** Reads a docker endpoint; `tls` says that a tcp one is to be dialled with these certificates. */
export const parseEngineEndpoint = (endpoint: string, tls?: EngineTls): EngineAddress => {
  if (endpoint.startsWith("/")) return { kind: "unix", path: endpoint };
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === "unix:") return { kind: "unix", path: decodeURIComponent(url.pathname) };
  if (url?.protocol === "tcp:" || url?.protocol === "http:" || url?.protocol === "https:") {
    const secure = tls ?? (url.protocol === "https:" ? {} : undefined);
    const port = url.port === "" ? (secure === undefined ? 2375 : 2376) : Number(url.port);
    return { kind: "tcp", host: url.hostname.replace(/^\[|\]$/g, ""), port, tls: secure };
  }
  throw new Error(`docker endpoint ${JSON.stringify(endpoint)} is not unix:///path, tcp://host:port or a path`);
};

interface DockerContext {
  readonly Endpoints?: { readonly docker?: { readonly Host?: string } };
}

const contextAddress = (config: string, name: string): EngineAddress => {
  const folder = createHash("sha256").update(name).digest("hex");
  const file = join(config, "contexts", "meta", folder, "meta.json");
  if (!existsSync(file)) throw new Error(`docker context "${name}" does not exist (${file})`);
  const context: DockerContext = JSON.parse(readFileSync(file, "utf8"));
  const host = context.Endpoints?.docker?.Host;
  if (host === undefined) throw new Error(`docker context "${name}" names no docker endpoint (${file})`);
  const certificates = join(config, "contexts", "tls", folder, "docker");
  return parseEngineEndpoint(host, existsSync(certificates) ? tlsOf(certificates) : undefined);
};

const currentContext = (config: string): string | undefined => {
  const file = join(config, "config.json");
  if (!existsSync(file)) return undefined;
  const parsed: { readonly currentContext?: string } = JSON.parse(readFileSync(file, "utf8"));
  return parsed.currentContext;
};

/** Finds the engine as the docker command does: the endpoint given, DOCKER_HOST, the docker context, the usual sockets. */
export const findEngineAddress = (sources: AddressSources = {}): EngineAddress => {
  const env = sources.env ?? {};
  const verify = env.DOCKER_TLS_VERIFY;
  const certificates = env.DOCKER_CERT_PATH ?? join(homedir(), ".docker");
  const tls = verify !== undefined && verify !== "" ? tlsOf(certificates) : undefined;
  if (sources.endpoint !== undefined && sources.endpoint !== "") return parseEngineEndpoint(sources.endpoint, tls);
  const host = env.DOCKER_HOST;
  if (host !== undefined && host !== "") return parseEngineEndpoint(host, tls);
  const config = env.DOCKER_CONFIG ?? join(homedir(), ".docker");
  const context = env.DOCKER_CONTEXT ?? currentContext(config);
  if (context !== undefined && context !== "" && context !== "default") return contextAddress(config, context);
  const sockets = ["/var/run/docker.sock", join(homedir(), ".docker", "run", "docker.sock")];
  return { kind: "unix", path: sockets.find((path) => existsSync(path)) ?? "/var/run/docker.sock" };
};

/** The address for a person: `unix:///run/docker.sock`. */
export const formatEngineAddress = (address: EngineAddress): string =>
  address.kind === "unix" ? `unix://${address.path}` : `tcp://${address.host}:${address.port}`;
