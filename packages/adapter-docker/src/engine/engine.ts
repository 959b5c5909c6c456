import { type EngineAddress, formatEngineAddress } from "./address.ts";
import { isApiAtLeast, negotiateApiVersion } from "./api-version.ts";
import { causeCode, EngineError, isEngineError } from "./engine-error.ts";
import { type HijackedStream, hijack } from "./hijack.ts";
import { readJsonLines } from "./json-lines.ts";
import { createEngineRest, type EngineRequest, type EngineRest } from "./rest.ts";
import type {
  ContainerCreate,
  ContainerInspect,
  ContainerRow,
  EngineEvent,
  EngineHost,
  EngineNetwork,
  EngineStats,
  EngineVersion,
  ExecInspect,
  ImageInspect,
  ImageRow,
  PullProgress,
} from "./types.ts";

/** How one call to the engine is bounded. */
export interface EngineCall {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

type Filters = Readonly<Record<string, readonly string[]>>;

/** A Docker Engine, in its own words; it knows no CRI. */
export interface Engine {
  readonly address: EngineAddress;
  /** The API version that was negotiated and is pinned: `1.51`. */
  readonly apiVersion: string;
  /** Whether the pinned API is at least `version`. */
  speaks(version: string): boolean;
  ping(call?: EngineCall): Promise<void>;
  version(call?: EngineCall): Promise<EngineVersion>;
  host(call?: EngineCall): Promise<EngineHost>;
  listContainers(filters: Filters, options?: EngineCall & { readonly size?: boolean }): Promise<ContainerRow[]>;
  inspectContainer(id: string, call?: EngineCall): Promise<ContainerInspect>;
  createContainer(name: string, config: ContainerCreate, call?: EngineCall): Promise<string>;
  startContainer(id: string, call?: EngineCall): Promise<void>;
  stopContainer(id: string, options: EngineCall & { readonly graceSeconds: number }): Promise<void>;
  killContainer(id: string, signalName: string, call?: EngineCall): Promise<void>;
  removeContainer(id: string, options?: EngineCall & { readonly force?: boolean }): Promise<void>;
  updateContainer(id: string, resources: object, call?: EngineCall): Promise<void>;
  resizeContainer(id: string, size: { readonly width: number; readonly height: number }): Promise<void>;
  containerStats(id: string, call?: EngineCall): Promise<EngineStats>;
  /** A container's stored log from `sinceSeconds` on, raw or multiplexed as its terminal decides. */
  containerLog(id: string, options: LogOptions): Promise<AsyncIterable<Buffer>>;
  attachContainer(id: string, options: AttachOptions): Promise<HijackedStream>;
  createExec(containerId: string, exec: ExecCreate, call?: EngineCall): Promise<string>;
  startExec(
    execId: string,
    options: { readonly tty: boolean; readonly signal?: AbortSignal | undefined },
  ): Promise<HijackedStream>;
  runExecDetached(execId: string): Promise<void>;
  inspectExec(execId: string, call?: EngineCall): Promise<ExecInspect>;
  resizeExec(execId: string, size: { readonly width: number; readonly height: number }): Promise<void>;
  listImages(filters: Filters, call?: EngineCall): Promise<ImageRow[]>;
  inspectImage(name: string, call?: EngineCall): Promise<ImageInspect>;
  imageHistory(name: string, call?: EngineCall): Promise<object[]>;
  pullImage(options: PullOptions): Promise<AsyncIterable<PullProgress>>;
  removeImage(name: string, options?: EngineCall & { readonly force?: boolean }): Promise<void>;
  diskUsage(types: readonly string[], call?: EngineCall): Promise<DiskUsage>;
  inspectNetwork(name: string, call?: EngineCall): Promise<EngineNetwork>;
  createNetwork(config: object, call?: EngineCall): Promise<void>;
  removeNetwork(name: string, call?: EngineCall): Promise<void>;
  /** The engine's events since a moment, as they come, until the signal fires or the engine ends them. */
  events(options: {
    readonly sinceNanos?: bigint;
    readonly filters: Filters;
    readonly signal: AbortSignal;
  }): Promise<AsyncIterable<EngineEvent>>;
  /** A file or folder of a container as a tar stream's bytes. */
  readArchive(id: string, path: string, call?: EngineCall): Promise<AsyncIterable<Buffer>>;
}

/** How a stored log is read. */
export interface LogOptions {
  /** `SECONDS.NANOSECONDS` since 1970; "" for everything. */
  readonly since: string;
  readonly follow: boolean;
  readonly signal: AbortSignal;
  readonly tail?: number | undefined;
}

/** How a container's first process is attached to. */
export interface AttachOptions {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly blockBytes?: number | undefined;
}

/** What is executed. */
export interface ExecCreate {
  readonly command: readonly string[];
  readonly tty: boolean;
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly env?: readonly string[];
  readonly user?: string;
  readonly privileged?: boolean;
}

/** What is pulled. */
export interface PullOptions {
  readonly repository: string;
  /** A tag or a digest. */
  readonly tag: string;
  /** The X-Registry-Auth object. */
  readonly auth?: object | undefined;
  readonly platform?: string | undefined;
  readonly signal: AbortSignal;
}

/** `GET /system/df`. */
export interface DiskUsage {
  readonly LayersSize?: number;
  readonly Images?: readonly ImageRow[] | null;
  readonly Containers?: readonly ContainerRow[] | null;
}

/** The engine wants base64url with its padding, and takes credentials it cannot decode for none. */
const registryAuth = (auth: object | undefined): Readonly<Record<string, string>> => ({
  "X-Registry-Auth": Buffer.from(JSON.stringify(auth ?? {}))
    .toString("base64")
    .replaceAll("+", "-")
    .replaceAll("/", "_"),
});

const ignoring = async (promise: Promise<unknown>, status: number): Promise<void> => {
  try {
    await promise;
  } catch (error) {
    if (!isEngineError(error, status)) throw error;
  }
};

/** Asks an engine which API it speaks, and binds to it. Throws one clear line where it cannot be reached or is too old. */
export const connectEngine = async (address: EngineAddress, call: EngineCall = {}): Promise<Engine> => {
  const first = await createEngineRest(address, "");
  const hello = await first
    .json<EngineVersion>({ method: "GET", path: "/version", ...call })
    .catch((error: unknown) => {
      throw explainUnreachable(address, error);
    });
  const apiVersion = negotiateApiVersion({ newest: hello.ApiVersion ?? "", oldest: hello.MinAPIVersion });
  return createEngine(address, apiVersion, await createEngineRest(address, apiVersion));
};

const explainUnreachable = (address: EngineAddress, error: unknown): Error => {
  const where = formatEngineAddress(address);
  const texts: Readonly<Record<string, string>> = {
    ENOENT: `no Docker Engine at ${where}: the socket does not exist; install Docker or name its socket`,
    ECONNREFUSED: `no Docker Engine at ${where}: the connection was refused; start it (systemctl start docker)`,
    EACCES: `no permission to open ${where}: run as root or join the group "docker"`,
  };
  const text = texts[causeCode(error)];
  if (text !== undefined) return new EngineError(0, text, { cause: error });
  return error instanceof Error ? error : new EngineError(0, String(error));
};

const createEngine = (address: EngineAddress, apiVersion: string, rest: EngineRest): Engine => {
  const prefix = `/v${apiVersion}`;
  const get = <T>(path: string, query?: EngineRequest["query"], call?: EngineCall): Promise<T> =>
    rest.json<T>({ method: "GET", path, query, ...call });
  const post = <T>(path: string, rest_: Omit<EngineRequest, "method" | "path"> = {}): Promise<T> =>
    rest.json<T>({ method: "POST", path, timeoutMs: 120_000, ...rest_ });
  const container = (id: string): string => `/containers/${encodeURIComponent(id)}`;
  const image = (name: string): string => `/images/${name.split("/").map(encodeURIComponent).join("/")}`;

  return {
    address,
    apiVersion,
    speaks: (version) => isApiAtLeast(apiVersion, version),
    ping: async (call) => void (await get<unknown>("/_ping", undefined, { timeoutMs: 5_000, ...call })),
    version: (call) => get("/version", undefined, call),
    host: (call) => get("/info", undefined, call),
    listContainers: (filters, options) =>
      get("/containers/json", { all: true, filters, size: options?.size === true ? true : undefined }, options),
    inspectContainer: (id, call) => get(`${container(id)}/json`, undefined, call),
    createContainer: async (name, config, call) => {
      const answer = await post<{ readonly Id: string }>("/containers/create", {
        query: { name },
        body: config,
        ...call,
      });
      return answer.Id;
    },
    startContainer: async (id, call) => void (await post(`${container(id)}/start`, call)),
    stopContainer: async (id, { graceSeconds, ...call }) =>
      void (await post(`${container(id)}/stop`, {
        query: { t: graceSeconds },
        timeoutMs: graceSeconds * 1000 + 120_000,
        ...call,
      })),
    killContainer: async (id, signalName, call) =>
      void (await post(`${container(id)}/kill`, { query: { signal: signalName }, ...call })),
    removeContainer: async (id, options = {}) => {
      const { force, ...call } = options;
      const query = { v: true, force: force === true ? true : undefined };
      try {
        await rest.json({ method: "DELETE", path: container(id), query, timeoutMs: 120_000, ...call });
      } catch (error) {
        if (force !== true || !isEngineError(error, 409)) throw error;
        // With force, all that 409 can say is that another request is removing it: this one is done when that one is.
        await post(`${container(id)}/wait`, { query: { condition: "removed" }, timeoutMs: 30_000, ...call });
      }
    },
    updateContainer: async (id, resources, call) =>
      void (await post(`${container(id)}/update`, { body: resources, ...call })),
    resizeContainer: async (id, size) =>
      void (await post(`${container(id)}/resize`, { query: { h: size.height, w: size.width } })),
    containerStats: (id, call) => get(`${container(id)}/stats`, { stream: false, "one-shot": true }, call),
    containerLog: async (id, options) =>
      rest.stream({
        method: "GET",
        path: `${container(id)}/logs`,
        query: {
          stdout: true,
          stderr: true,
          timestamps: true,
          follow: options.follow,
          since: options.since === "" ? undefined : options.since,
          tail: options.tail,
        },
        signal: options.signal,
      }),
    attachContainer: (id, options) => {
      const query = new URLSearchParams({ stream: "1" });
      for (const name of ["stdin", "stdout", "stderr"] as const) if (options[name]) query.set(name, "1");
      const { signal, blockBytes } = options;
      return hijack(address, { path: `${prefix}${container(id)}/attach?${query}`, signal, blockBytes });
    },
    createExec: async (containerId, exec, call) => {
      const body = {
        Cmd: exec.command,
        Tty: exec.tty,
        AttachStdin: exec.stdin,
        AttachStdout: exec.stdout,
        AttachStderr: exec.stderr,
        ...(exec.env === undefined ? {} : { Env: exec.env }),
        ...(exec.user === undefined ? {} : { User: exec.user }),
        ...(exec.privileged === undefined ? {} : { Privileged: exec.privileged }),
      };
      const answer = await post<{ readonly Id: string }>(`${container(containerId)}/exec`, { body, ...call });
      return answer.Id;
    },
    startExec: (execId, { tty, signal }) =>
      hijack(address, { path: `${prefix}/exec/${execId}/start`, body: { Detach: false, Tty: tty }, signal }),
    runExecDetached: async (execId) =>
      void (await post(`/exec/${execId}/start`, { body: { Detach: true, Tty: false } })),
    inspectExec: (execId, call) => get(`/exec/${execId}/json`, undefined, call),
    resizeExec: async (execId, size) =>
      void (await post(`/exec/${execId}/resize`, { query: { h: size.height, w: size.width } })),
    listImages: (filters, call) => get("/images/json", { filters, digests: true }, call),
    inspectImage: (name, call) => get(`${image(name)}/json`, undefined, call),
    imageHistory: (name, call) => get(`${image(name)}/history`, undefined, call),
    pullImage: async (options) => {
      const body = await rest.stream({
        method: "POST",
        path: "/images/create",
        query: { fromImage: options.repository, tag: options.tag, platform: options.platform },
        headers: registryAuth(options.auth),
        signal: options.signal,
      });
      return readJsonLines<PullProgress>(body);
    },
    removeImage: async (name, options = {}) => {
      const { force, ...call } = options;
      const query = { force: force === true ? true : undefined };
      await rest.json({ method: "DELETE", path: image(name), query, timeoutMs: 120_000, ...call });
    },
    diskUsage: (types, call) =>
      rest.json({
        method: "GET",
        // The type may be repeated, which a record of query values cannot say (API 1.42; older engines count everything).
        path: isApiAtLeast(apiVersion, "1.42")
          ? `/system/df?${types.map((type) => `type=${type}`).join("&")}&`
          : "/system/df",
        timeoutMs: 120_000,
        ...call,
      }),
    inspectNetwork: (name, call) => get(`/networks/${encodeURIComponent(name)}`, undefined, call),
    createNetwork: (config, call) => ignoring(post("/networks/create", { body: config, ...call }), 409),
    removeNetwork: (name, call) =>
      ignoring(rest.json({ method: "DELETE", path: `/networks/${encodeURIComponent(name)}`, ...call }), 404),
    events: async ({ sinceNanos, filters, signal }) => {
      const since =
        sinceNanos === undefined
          ? undefined
          : `${sinceNanos / 1_000_000_000n}.${String(sinceNanos % 1_000_000_000n).padStart(9, "0")}`;
      const body = await rest.stream({ method: "GET", path: "/events", query: { since, filters }, signal });
      return readJsonLines<EngineEvent>(body);
    },
    readArchive: (id, path, call) =>
      rest.stream({ method: "GET", path: `${container(id)}/archive`, query: { path }, ...call }),
  };
};
