import type { Command } from "../context/command.ts";

/** A command before it is loaded: what the list of commands shows. */
export interface CommandEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

/** Every command in the order of the help. Each is a file of its own that is loaded only when it is run, or when all flags are asked for. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: "adopt", summary: "List what cri-dockerd has left on a Docker Engine", load: () => import("./adopt.ts") },
  { name: "attach", summary: "Attach to a running container", load: () => import("./attach.ts") },
  {
    name: "checkpoint",
    summary: "Write the state of running containers into an archive",
    load: () => import("./checkpoint.ts"),
  },
  { name: "completion", summary: "Print a shell's completion script", load: () => import("./completion.ts") },
  { name: "config", summary: "Read and change the client configuration", load: () => import("./config.ts") },
  {
    name: "conformance",
    summary: "Hold a runtime to what every CRI runtime has to do",
    load: () => import("./conformance.ts"),
  },
  { name: "create", summary: "Create a container in a pod", load: () => import("./create.ts") },
  {
    name: "demo",
    summary: "Show the whole path: serve, run a pod, exec, logs, remove",
    load: () => import("./demo.ts"),
  },
  {
    name: "events",
    aliases: ["event"],
    summary: "Follow what happens to containers",
    load: () => import("./events.ts"),
  },
  { name: "exec", summary: "Run a command in a running container", load: () => import("./exec.ts") },
  {
    name: "imagefsinfo",
    summary: "Show what images take of their file systems",
    load: () => import("./imagefsinfo.ts"),
  },
  { name: "images", aliases: ["image", "img"], summary: "List images", load: () => import("./images.ts") },
  { name: "info", summary: "Show the runtime's status and features", load: () => import("./info.ts") },
  { name: "inspect", summary: "Show the status of containers", load: () => import("./inspect.ts") },
  { name: "inspecti", summary: "Show the status of images", load: () => import("./inspecti.ts") },
  { name: "inspectp", summary: "Show the status of pods", load: () => import("./inspectp.ts") },
  { name: "logs", summary: "Print a container's log", load: () => import("./logs.ts") },
  { name: "metricdescs", summary: "List the metrics that the runtime has", load: () => import("./metricdescs.ts") },
  { name: "metricsp", summary: "Print the metrics of pods", load: () => import("./metricsp.ts") },
  { name: "pods", summary: "List pods", load: () => import("./pods.ts") },
  { name: "port-forward", summary: "Forward local ports into a pod", load: () => import("./port-forward.ts") },
  {
    name: "proxy",
    summary: "Stand in front of any runtime: faults, recording, metrics",
    load: () => import("./proxy.ts"),
  },
  { name: "ps", summary: "List containers", load: () => import("./ps.ts") },
  { name: "pull", summary: "Pull an image from a registry", load: () => import("./pull.ts") },
  { name: "replay", summary: "Serve what was recorded", load: () => import("./replay.ts") },
  { name: "rm", summary: "Remove containers", load: () => import("./rm.ts") },
  { name: "rmi", summary: "Remove images", load: () => import("./rmi.ts") },
  { name: "rmp", summary: "Remove pods", load: () => import("./rmp.ts") },
  { name: "run", summary: "Run a container in a pod of its own", load: () => import("./run.ts") },
  { name: "runp", summary: "Run a pod", load: () => import("./runp.ts") },
  { name: "runtime-config", summary: "Show the runtime's cgroup driver", load: () => import("./runtime-config.ts") },
  { name: "serve", summary: "Serve a runtime on a socket", load: () => import("./serve.ts") },
  { name: "start", summary: "Start created containers", load: () => import("./start.ts") },
  { name: "stats", summary: "Show what containers use", load: () => import("./stats.ts") },
  { name: "statsp", summary: "Show what pods use", load: () => import("./statsp.ts") },
  { name: "stop", summary: "Stop running containers", load: () => import("./stop.ts") },
  { name: "stopp", summary: "Stop running pods", load: () => import("./stopp.ts") },
  { name: "top", summary: "Show the containers that use most, live", load: () => import("./top.ts") },
  { name: "update", summary: "Change what running containers may use", load: () => import("./update.ts") },
  {
    name: "update-runtime-config",
    summary: "Tell the runtime the pods' address range",
    load: () => import("./update-runtime-config.ts"),
  },
  { name: "updatep", summary: "Change what pods may use", load: () => import("./updatep.ts") },
  { name: "version", summary: "Show the runtime's name and version", load: () => import("./version.ts") },
  { name: "wait", summary: "Wait until containers have exited, run or are removed", load: () => import("./wait.ts") },
];
