import { readFile } from "node:fs/promises";
import { type CriServer, serveCri } from "@crikit/cri-api/server";
import { parseRecording, replay } from "@crikit/cri-runtime/middleware";
import { UsageError } from "../arguments/usage-error.ts";
import { defaultServeEndpoint } from "../client/endpoint.ts";
import { defineCommand } from "../context/command.ts";
import { CommandError, describeSystemError } from "../context/command-error.ts";
import { untilAborted } from "../context/until-aborted.ts";
import { LISTEN_FLAGS, readSocketOptions } from "../serve/listen-flags.ts";

const load = async (path: string) => {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new CommandError(`recording ${path} cannot be read: ${describeSystemError(error)}`, { cause: error });
  }
  try {
    return parseRecording(text);
  } catch (error) {
    throw new CommandError(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};

const { "socket-mode": socketMode, "socket-gid": socketGid, "allow-remote": allowRemote } = LISTEN_FLAGS;

export const command = defineCommand({
  name: "replay",
  usage: "[flags] RECORDING",
  description:
    "Serves what crikit proxy --record or crikit serve --record has recorded: the same answers, byte for byte. Calls that are not in it fail.",
  examples: ["crikit replay --listen unix:///tmp/a.sock calls.jsonl", "crikit replay --lenient --speed 1 calls.jsonl"],
  flags: {
    listen: {
      kind: "list",
      placeholder: "ENDPOINT",
      standard: "unix:///run/crikit.sock as root, else crikit.sock in $XDG_RUNTIME_DIR",
      summary: "Where to listen; may be given several times",
    },
    lenient: { kind: "switch", summary: "Answer the nearest recorded call, in whatever order they come" },
    speed: {
      kind: "text",
      placeholder: "FACTOR",
      standard: "0, at once",
      summary: "1 answers as slowly as was recorded, 2 twice as fast",
    },
    "socket-mode": socketMode,
    "socket-gid": socketGid,
    "allow-remote": allowRemote,
  },
  arguments: [1, 1],
  argumentCompletions: ["file"],
  run: async (context, { flags, args: [path = ""] }) => {
    const speed = Number(flags.speed ?? 0);
    if (!(speed >= 0)) throw new UsageError(`--speed takes a number of 0 or more, not ${JSON.stringify(flags.speed)}`);
    const recording = await load(path);
    const service = replay(recording, { mode: flags.lenient ? "lenient" : "strict", speed });
    const addresses = flags.listen.length > 0 ? flags.listen : [defaultServeEndpoint(context)];
    const choice = { ...flags, "streaming-address": undefined, "drain-timeout": undefined };
    const socket = { ...readSocketOptions(choice, (text) => context.warn(text)), encodeOnce: false };
    const servers: CriServer[] = [];
    try {
      for (const address of addresses) servers.push(await serveCri(service, address, socket));
      const served = servers.map((server) => server.address).join(", ");
      await context.print(`crikit: replaying ${recording.calls.length} calls of ${recording.startedAt} on ${served}\n`);
      await untilAborted(context.signal);
    } finally {
      await Promise.all(servers.map((server) => server.close({ drainMs: 0 })));
    }
    return 0;
  },
});
