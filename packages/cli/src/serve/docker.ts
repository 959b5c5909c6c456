import type { DockerRuntimeOptions, NetworkChoice } from "@crikit/adapter-docker";
import type { FlagValues } from "../arguments/flag.ts";
import { CommandError } from "../context/command-error.ts";

/** The flags of the Docker adapter; the aliases are cri-dockerd's names of the same things, so that its unit's line works here. */
export const DOCKER_FLAGS = {
  "docker-endpoint": {
    kind: "text",
    placeholder: "ENDPOINT",
    standard: "DOCKER_HOST, the docker context, /var/run/docker.sock",
    summary: "docker: where the Docker Engine is",
  },
  root: {
    kind: "text",
    aliases: ["cri-dockerd-root-directory"],
    placeholder: "FOLDER",
    completion: "file",
    standard: "/var/lib/crikit/docker",
    summary: "docker: the folder for what outlives the process",
  },
  instance: {
    kind: "text",
    placeholder: "NAME",
    summary: "docker: two instances on one engine do not see each other's pods",
  },
  "sandbox-image": {
    kind: "text",
    aliases: ["pod-infra-container-image"],
    placeholder: "IMAGE",
    summary: "docker: the image that holds a pod's namespaces",
  },
  "pinned-image": {
    kind: "list",
    placeholder: "IMAGE",
    summary: "docker: an image that no garbage collector may remove",
  },
  network: {
    kind: "text",
    aliases: ["network-plugin"],
    choices: ["bridge", "host", "cni"],
    completion: ["bridge", "host", "cni"],
    standard: "bridge",
    summary: "docker: how pods get networks",
  },
  "network-bridge": {
    kind: "text",
    placeholder: "NAME",
    standard: "crikit",
    summary: "docker: the Docker network of mode bridge",
  },
  "network-plugin-mtu": { kind: "integer", placeholder: "BYTES", summary: "docker: the MTU of that network" },
  "ipv6-dual-stack": { kind: "switch", summary: "docker: gives that network IPv6 too" },
  "cni-conf-dir": {
    kind: "text",
    placeholder: "FOLDER",
    completion: "file",
    standard: "/etc/cni/net.d",
    summary: "docker: CNI's networks",
  },
  "cni-bin-dir": {
    kind: "text",
    placeholder: "FOLDERS",
    standard: "/opt/cni/bin,/usr/lib/cni",
    summary: "docker: CNI's plugins",
  },
  "cni-cache-dir": {
    kind: "text",
    placeholder: "FOLDER",
    completion: "file",
    standard: "/var/lib/cni/cache",
    summary: "docker: what CNI knows of pods that cri-dockerd has made",
  },
  "image-pull-progress-deadline": {
    kind: "duration",
    standard: "1m",
    summary: "docker: a pull without progress is given up after so long",
  },
  "log-mode": {
    kind: "text",
    choices: ["cri", "symlink"],
    completion: ["cri", "symlink"],
    standard: "cri",
    summary: "docker: write logs in CRI format, or link the engine's own files",
  },
  "engine-place": {
    kind: "text",
    choices: ["auto", "local", "remote"],
    completion: ["auto", "local", "remote"],
    standard: "auto",
    summary: "docker: whether the engine's files and processes are this machine's",
  },
} as const;

const networkOf = (flags: FlagValues<typeof DOCKER_FLAGS>): NetworkChoice => {
  const bridge = flags["network-bridge"];
  const mtu = flags["network-plugin-mtu"];
  switch (flags.network) {
    case "host":
      return { mode: "host" };
    case "cni":
      return {
        mode: "cni",
        configFolder: flags["cni-conf-dir"],
        binFolders: flags["cni-bin-dir"]?.split(",").map((folder) => folder.trim()),
        cacheFolder: flags["cni-cache-dir"],
      };
    default:
      return { mode: "bridge", name: bridge, mtu, ipv6: flags["ipv6-dual-stack"] };
  }
};

/** The adapter's options of the flags. */
export const readDockerOptions = (flags: FlagValues<typeof DOCKER_FLAGS>): DockerRuntimeOptions => {
  const instance = flags.instance ?? "";
  if (!/^[a-zA-Z0-9.-]*$/.test(instance))
    throw new CommandError(`--instance ${JSON.stringify(instance)} must be of letters, digits, "-" and "."`);
  return {
    dockerEndpoint: flags["docker-endpoint"],
    root: flags.root,
    instance,
    sandboxImage: flags["sandbox-image"],
    pinnedImages: flags["pinned-image"],
    network: networkOf(flags),
    imagePullProgressMs: flags["image-pull-progress-deadline"],
    logMode: flags["log-mode"] === "symlink" ? "symlink" : "cri",
    place: flags["engine-place"] === "local" || flags["engine-place"] === "remote" ? flags["engine-place"] : "auto",
  };
};
