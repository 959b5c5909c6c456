import {
  ContainerConfig,
  Mount,
  MountPropagation,
  NamespaceMode,
  PodSandboxConfig,
  SecurityProfile_ProfileType,
} from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { type ContainerSurroundings, makeContainerFacts, toContainerCreate } from "./container-config.ts";
import { makeSandboxFacts } from "./sandbox-config.ts";
import { toSandboxRecord } from "./sandbox-status.ts";

const sandboxFacts = makeSandboxFacts(
  PodSandboxConfig.fromPartial({ metadata: { name: "p", uid: "u", namespace: "n" }, logDirectory: "/logs" }),
  {
    instance: "",
    image: "pause",
    runtimeHandler: "",
    cgroupDriver: "cgroupfs",
    oomScoreAdj: 0,
    hasAppArmor: false,
    hasSeccomp: true,
    network: { mode: "bridge", engineMode: "crikit", publishesPorts: true },
  },
);

const around = (speaks: boolean): ContainerSurroundings => ({
  instance: "",
  sandbox: {
    ...toSandboxRecord({ Id: "sb", State: { Running: true }, HostConfig: { NetworkMode: "crikit" } }, { ready: true }),
    facts: sandboxFacts,
  },
  imageId: "sha256:1",
  user: "",
  logDriver: { type: "local", options: {} },
  writesLog: true,
  lowestOomScoreAdj: -1000,
  hasAppArmor: false,
  hasSeccomp: true,
  hasSeLinux: false,
  isLocal: false,
  hasRecursiveReadOnly: false,
  speaks: () => speaks,
});

type Partial = Parameters<typeof ContainerConfig.fromPartial>[0];

const create = (partial: Partial, speaks = true) => {
  const config = ContainerConfig.fromPartial({ metadata: { name: "c" }, image: { image: "busybox" }, ...partial });
  const surroundings = around(speaks);
  return toContainerCreate(config, makeContainerFacts(config, surroundings), surroundings);
};

test("what is empty in CRI is left out: an empty list would mean something else to the engine", async () => {
  const { HostConfig, ...config } = await create({ linux: { securityContext: {} } });
  for (const key of ["Entrypoint", "Cmd", "Env", "User", "WorkingDir", "StopSignal"])
    expect(config).not.toHaveProperty(key);
  for (const key of ["MaskedPaths", "ReadonlyPaths", "CapAdd", "CapDrop", "Mounts", "Devices", "GroupAdd"])
    expect(HostConfig).not.toHaveProperty(key);
});

test("no seccomp profile means unconfined, the runtime's means the engine's own", async () => {
  const bare = await create({});
  expect(bare.HostConfig.SecurityOpt).toEqual(["seccomp=unconfined"]);
  const profile = { profileType: SecurityProfile_ProfileType.RuntimeDefault };
  const confined = await create({ linux: { securityContext: { seccomp: profile, noNewPrivs: true } } });
  expect(confined.HostConfig.SecurityOpt).toEqual(["no-new-privileges"]);
});

test("a privileged container keeps the engine's paths and has no profile", async () => {
  const made = await create({ linux: { securityContext: { privileged: true, maskedPaths: ["/x"] } } });
  expect(made.HostConfig).toMatchObject({ Privileged: true, SecurityOpt: ["seccomp=unconfined"] });
  expect(made.HostConfig).not.toHaveProperty("MaskedPaths");
});

test.each([
  [undefined, "container:sb"],
  [NamespaceMode.POD, "container:sb"],
  [NamespaceMode.NODE, "host"],
])("process namespace %p is %p", async (pid, mode) => {
  const made = await create(pid === undefined ? {} : { linux: { securityContext: { namespaceOptions: { pid } } } });
  expect(made.HostConfig.PidMode).toBe(pid === undefined ? undefined : mode);
});

test("a read-only mount is not recursively so unless asked, where the engine can tell", async () => {
  const mounts = [
    Mount.fromPartial({
      hostPath: "/a",
      containerPath: "/b",
      readonly: true,
      propagation: MountPropagation.PROPAGATION_HOST_TO_CONTAINER,
    }),
  ];
  const [mount] = (await create({ mounts })).HostConfig.Mounts ?? [];
  expect(mount).toMatchObject({ ReadOnly: true, BindOptions: { Propagation: "rslave", ReadOnlyNonRecursive: true } });
  const [older] = (await create({ mounts }, false)).HostConfig.Mounts ?? [];
  expect(older?.BindOptions).toEqual({ Propagation: "rslave" });
});

test.each<[string, Partial, RegExp]>([
  [
    "a recursive read-only mount",
    { mounts: [{ hostPath: "/a", containerPath: "/b", readonly: true, recursiveReadOnly: true }] },
    /^RROUnsupported: /,
  ],
  [
    "mount options",
    { mounts: [{ hostPath: "/a", containerPath: "/b", mountOptions: ["noexec"] }] },
    /mount_options is not possible/,
  ],
  [
    "id mappings",
    { mounts: [{ hostPath: "/a", containerPath: "/b", uidMappings: [{ length: 1 }] }] },
    /id mappings is not possible/,
  ],
  [
    "huge pages",
    { linux: { resources: { hugepageLimits: [{ pageSize: "2MB", limit: 1n }] } } },
    /2MB pages is not possible/,
  ],
  [
    "cgroup settings by name",
    { linux: { resources: { unified: { "memory.high": "1" } } } },
    /"memory.high" is not possible/,
  ],
  [
    "ambient capabilities",
    { linux: { securityContext: { capabilities: { addAmbientCapabilities: ["NET_RAW"] } } } },
    /ambient/,
  ],
  [
    "a user namespace",
    { linux: { securityContext: { namespaceOptions: { usernsOptions: { mode: NamespaceMode.POD } } } } },
    /user namespace/,
  ],
  ["a variable that is not UTF-8", { envs: [{ key: "K", value: Buffer.from([0xff]) }] }, /"K" is not UTF-8/],
])("%s is refused with a text, never left out", async (_, partial, text) => {
  await expect(create(partial)).rejects.toThrow(text);
});

test("an image as a volume needs a newer engine, and says so in the kubelet's words", async () => {
  const mounts = [
    Mount.fromPartial({ containerPath: "/b", readonly: true, image: { image: "img" }, imageSubPath: "d" }),
  ];
  const [mount] = (await create({ mounts })).HostConfig.Mounts ?? [];
  expect(mount).toEqual({ Type: "image", Source: "img", Target: "/b", ReadOnly: true, ImageOptions: { Subpath: "d" } });
  await expect(create({ mounts }, false)).rejects.toThrow(/^ImageVolumeMountFailed: /);
});
