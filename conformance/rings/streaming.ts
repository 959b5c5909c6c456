import type { Ring } from "../ring.ts";
import { checkClientGo, checkQuickCommands } from "../streaming/client-go.ts";
import { checkContainerd } from "../streaming/containerd-sessions.ts";
import { checkCrictl } from "../streaming/crictl-sessions.ts";
import { checkCrowd } from "../streaming/crowd.ts";
import { checkHostileInput } from "../streaming/hostile.ts";
import { checkOurClient, checkStdin } from "../streaming/our-client.ts";
import { startGoServer, startOurServer } from "../streaming/peers.ts";
import { checkSlowReaders } from "../streaming/slow-readers.ts";

export const ring: Ring = {
  name: "streaming",
  summary: "exec, attach and port-forward: crictl, client-go, Kubernetes' server and containerd against our two ends",
  run: async (context) => {
    const ours = await startOurServer();
    context.defer(ours.stop);
    const go = await startGoServer();
    context.defer(go.stop);
    await checkClientGo(context, ours.firstLine);
    await checkOurClient(context, go.firstLine);
    await checkQuickCommands(context, ours.firstLine);
    await checkStdin(context, ours.firstLine);
    await checkCrowd(context, ours.firstLine);
    await checkSlowReaders(context, ours.firstLine);
    await checkHostileInput(context);
    await checkCrictl(context);
    await checkContainerd(context);
  },
};
