import { type CriService, type Image, ImageStatusRequest, RemoveImageRequest } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { createImageLookup } from "../client/container-selection.ts";
import { forEach } from "../client/each.ts";
import { listContainers, listImages } from "../client/lists.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";

const remove = async (context: CommandContext, service: CriService, name: string): Promise<void> => {
  const { image } = await service.imageStatus(ImageStatusRequest.fromPartial({ image: { image: name } }));
  if (image === undefined)
    throw new CommandError(`image "${name}" does not exist; "crikit images" lists what there is`);
  const { repoTags, repoDigests } = image;
  const named = repoTags.length > 1 && name !== image.id && /[:/]/.test(name) && !name.startsWith("sha256:");
  if (named) context.warn(`removing "${name}" removes the image with all its tags: ${repoTags.join(", ")}`);
  await service.removeImage(RemoveImageRequest.fromPartial({ image: { image: name } }));
  const gone = repoTags.length > 0 ? repoTags : repoDigests.length > 0 ? repoDigests : [image.id];
  await context.print(gone.map((reference) => `Deleted: ${reference}\n`).join(""));
};

/** The images that no container uses and nobody has pinned. */
const unusedImages = async (service: CriService): Promise<readonly Image[]> => {
  const [images, containers] = await Promise.all([listImages(service), listContainers(service)]);
  const lookUp = await createImageLookup(service);
  const used = new Set<string>();
  for (const { imageId, imageRef, image } of containers)
    for (const name of [imageId, imageRef, image?.image ?? ""]) {
      const found = name === "" ? undefined : lookUp(name);
      if (found !== undefined) used.add(found.id);
    }
  return images.filter(({ id, pinned }) => !pinned && !used.has(id));
};

export const command = defineCommand({
  name: "rmi",
  usage: "[flags] IMAGE...",
  description: "Removes images by id, tag or digest. CRI removes an image with all its tags, whichever one names it.",
  examples: ["crikit rmi busybox:latest", "crikit rmi --prune"],
  flags: {
    all: { kind: "switch", short: "a", summary: "All images" },
    prune: { kind: "switch", short: "q", summary: "All images that no container uses and that are not pinned" },
  },
  arguments: [0, Number.POSITIVE_INFINITY],
  argumentCompletions: ["image"],
  run: async (context, { flags, args }) => {
    const chooses = flags.all || flags.prune;
    if (!chooses && args.length === 0) throw new UsageError("give an image, --prune or --all");
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const listed = flags.prune ? await unusedImages(service) : flags.all ? await listImages(service) : [];
    const names = [...new Set([...args, ...listed.map(({ id }) => id)])];
    if (names.length === 0) context.warn("there are no images to remove");
    await forEach(context, names, (name) => remove(context, service, name));
    return 0;
  },
});
