import type { FilesystemUsage } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";
import { checkTemplate, formatStatuses } from "../output/status.ts";
import { outputFlag, type StructuredFormat, TEMPLATE_FLAG } from "../output/structured.ts";
import { formatSize } from "../output/units.ts";

const formatFilesystems = (heading: string, filesystems: readonly FilesystemUsage[]): string =>
  `${heading} Filesystem \n${filesystems
    .map(
      ({ timestamp, usedBytes, inodesUsed, fsId }, at) =>
        `TimeStamp[${at}]: ${timestamp}\nDisk[${at}]: ${formatSize(usedBytes?.value ?? 0n, 4)}\n` +
        `Inodes[${at}]: ${inodesUsed?.value ?? 0n}\nMountpoint[${at}]: ${fsId?.mountpoint ?? ""}\n`,
    )
    .join("")}`;

export const command = defineCommand({
  name: "imagefsinfo",
  usage: "[flags]",
  description: "Prints what images and containers take of their file systems.",
  flags: { output: outputFlag(["json", "yaml", "go-template", "table"], "json"), template: TEMPLATE_FLAG },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    checkTemplate(flags.output, flags.template);
    await using runtime = await connectRuntime(context);
    const answer = await runtime.service.imageFsInfo({});
    if (flags.output === "table") {
      const containers = formatFilesystems("Container", answer.containerFilesystems);
      await context.print(containers + formatFilesystems("Image", answer.imageFilesystems));
      return 0;
    }
    const { toCriJson } = await import("@crikit/cri-api/descriptor");
    const status = await toCriJson("ImageFsInfoResponse", answer);
    const format = (flags.output ?? "json") as StructuredFormat;
    await context.print(await formatStatuses([{ fields: { status }, info: {} }], format, flags.template));
    return 0;
  },
});
