import type { FlagValues } from "../arguments/flag.ts";

/** The flags that every command takes; before the command's name by their letters too, as crictl has them. */
export const GLOBAL_FLAGS = {
  config: {
    kind: "text",
    short: "c",
    env: "CRI_CONFIG_FILE",
    placeholder: "FILE",
    completion: "file",
    standard: "/etc/crictl.yaml, if there is one",
    summary: "Client configuration, with crictl's keys",
  },
  "runtime-endpoint": {
    kind: "text",
    short: "r",
    env: "CONTAINER_RUNTIME_ENDPOINT",
    placeholder: "ENDPOINT",
    standard: "the first that answers of crikit's own, containerd's, CRI-O's and cri-dockerd's",
    summary: "The runtime's socket: unix:///path or tcp://host:port",
  },
  "image-endpoint": {
    kind: "text",
    short: "i",
    env: "IMAGE_SERVICE_ENDPOINT",
    placeholder: "ENDPOINT",
    standard: "the runtime's endpoint",
    summary: "The image service's socket",
  },
  timeout: {
    kind: "duration",
    short: "t",
    standard: "2s to connect, and the kubelet's 2m for a call",
    summary: "How long connecting and each call may take",
  },
  "max-retries": {
    kind: "integer",
    standard: "0",
    summary: "How often connecting to an endpoint that was given is tried again, after 0.5s to 5s",
  },
  debug: { kind: "switch", short: "D", summary: "Tell on stderr what is called and how long it takes" },
} as const;

/** The values of {@link GLOBAL_FLAGS}. */
export type GlobalValues = FlagValues<typeof GLOBAL_FLAGS>;
