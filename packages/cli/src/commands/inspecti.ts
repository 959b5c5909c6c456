import { type CriService, ImageStatusRequest, type ImageStatusResponse } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";
import { formatFields, formatPairs } from "../output/blocks.ts";
import { checkTemplate, formatStatuses, STATUS_FLAGS, type StatusEntry } from "../output/status.ts";
import type { StructuredFormat } from "../output/structured.ts";
import { formatSize } from "../output/units.ts";
import { IMAGE_FILTER_FLAG, selectImages } from "./images.ts";

const toEntry = async (answer: ImageStatusResponse): Promise<StatusEntry> => {
  const { toCriJson } = await import("@crikit/cri-api/descriptor");
  const { image, info } = answer;
  return { fields: image === undefined ? {} : { status: await toCriJson("Image", image) }, info };
};

const formatBlock = ({ image, info }: ImageStatusResponse): string =>
  image === undefined
    ? ""
    : formatFields([
        ["ID", image.id],
        ...image.repoTags.map((tag) => ["Tag", tag] as const),
        ...image.repoDigests.map((digest) => ["Digest", digest] as const),
        ["Size", formatSize(image.size)],
      ]) + formatPairs("Info", info);

const askStatus = async (service: CriService, name: string, verbose: boolean): Promise<ImageStatusResponse> => {
  const answer = await service.imageStatus(ImageStatusRequest.fromPartial({ image: { image: name }, verbose }));
  if (answer.image === undefined)
    throw new CommandError(`image "${name}" does not exist; "crikit images" lists what there is`);
  return answer;
};

export const command = defineCommand({
  name: "inspecti",
  usage: "[flags] [IMAGE...]",
  description:
    "Prints the status of the images named by id, tag or digest or, without names, of those that the flags choose.",
  examples: ["crikit inspecti busybox:latest", "crikit inspecti -f dangling=true -o yaml"],
  flags: {
    name: { kind: "text", placeholder: "IMAGE", completion: "image", summary: "Only images of this name" },
    filter: IMAGE_FILTER_FLAG,
    ...STATUS_FLAGS,
  },
  arguments: [0, Number.POSITIVE_INFINITY],
  argumentCompletions: ["image"],
  run: async (context, { flags, args, given }) => {
    checkTemplate(flags.output, flags.template);
    if (args.length === 0 && !given.has("name") && !given.has("filter"))
      throw new UsageError('inspecti needs an image or a filter; "crikit images" lists images');
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const names =
      args.length > 0 ? args : (await selectImages(service, flags.name ?? "", flags.filter)).map(({ id }) => id);
    if (names.length === 0) throw new CommandError('no image matches; "crikit images" lists what there is');
    const answers = await Promise.all(names.map((name) => askStatus(service, name, !flags.quiet)));
    const text =
      flags.output === "table"
        ? answers.map(formatBlock).join("\n")
        : await formatStatuses(
            await Promise.all(answers.map(toEntry)),
            (flags.output ?? "json") as StructuredFormat,
            flags.template,
          );
    await context.print(text);
    return 0;
  },
});
