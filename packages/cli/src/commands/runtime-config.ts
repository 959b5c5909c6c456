import { CgroupDriver } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";
import { formatTable } from "../output/table.ts";

export const command = defineCommand({
  name: "runtime-config",
  usage: "",
  description: "Prints the cgroup driver that the runtime uses and that the kubelet has to use too.",
  flags: {},
  arguments: [0, 0],
  run: async (context) => {
    await using runtime = await connectRuntime(context);
    const { linux } = await runtime.service.runtimeConfig({});
    if (linux === undefined) return 0;
    const driver = linux.cgroupDriver === CgroupDriver.SYSTEMD ? "SYSTEMD" : "CGROUPFS";
    await context.print(formatTable([["cgroup driver:", driver]], { minWidth: 10 }));
    return 0;
  },
});
