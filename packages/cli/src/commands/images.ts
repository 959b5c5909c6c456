import type { CriService, Image } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { filterImages } from "../client/image-filters.ts";
import { listImages } from "../client/lists.ts";
import { defineCommand } from "../context/command.ts";
import { formatFields } from "../output/blocks.ts";
import { type Column, formatListing, LISTING_FLAGS, type Listing, WATCH_FLAGS } from "../output/listing.ts";
import { show } from "../output/screen.ts";
import { formatSize, truncateId } from "../output/units.ts";

const NONE = "<none>";

interface Row {
  readonly image: Image;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

const splitDigest = (image: Image): readonly [repository: string, digest: string] => {
  const [repository = NONE, digest = NONE] = image.repoDigests[0]?.split("@") ?? [];
  return [repository, digest];
};

/** One row for each tag, as crictl has them; an image without a tag has one row. */
const rowsOf = (image: Image): readonly Row[] => {
  const [repository, digest] = splitDigest(image);
  if (image.repoTags.length === 0) return [{ image, repository, tag: NONE, digest }];
  return image.repoTags.map((repoTag) => {
    const colon = repoTag.lastIndexOf(":");
    const name = repoTag.slice(0, colon);
    return { image, repository: name === NONE ? repository : name, tag: repoTag.slice(colon + 1), digest };
  });
};

const describe = ({ image }: Row): string =>
  formatFields([
    ["ID", image.id],
    ...image.repoTags.map((tag) => ["RepoTags", tag] as const),
    ...image.repoDigests.map((digest) => ["RepoDigests", digest] as const),
    ["Size", image.size === 0n ? undefined : image.size],
    ["Uid", image.uid?.value],
    ["Username", image.username],
    ["Pinned", image.pinned ? "true" : undefined],
  ]);

const columnsOf = (choice: {
  readonly digests: boolean;
  readonly pinned: boolean;
  readonly "no-trunc": boolean;
}): readonly Column<Row>[] => {
  const idText = choice["no-trunc"] ? (id: string) => id : truncateId;
  return [
    { title: "IMAGE", text: ({ repository }) => repository },
    { title: "TAG", text: ({ tag }) => tag },
    { title: "DIGEST", text: ({ digest }) => idText(digest), isWide: !choice.digests },
    { title: "IMAGE ID", text: ({ image }) => idText(image.id) },
    { title: "SIZE", text: ({ image }) => formatSize(image.size), sortKey: ({ image }) => image.size },
    { title: "PINNED", text: ({ image }) => String(image.pinned), isWide: !choice.pinned },
  ];
};

const listingOf = (columns: readonly Column<Row>[]): Listing<Row, "ListImagesResponse", "Image"> => ({
  columns,
  idOf: ({ image }) => image.id,
  describe,
  wholeName: "ListImagesResponse",
  eachName: "Image",
  toWhole: (rows) => ({ images: rows.map(({ image }) => image) }),
  toEach: ({ image }) => image,
});

const sortText = (image: Image): string => image.repoTags[0] ?? image.repoDigests[0] ?? image.id;

/** The images that a name and `--filter` choose, in the order of their names. */
export const selectImages = async (
  service: CriService,
  name: string,
  filters: readonly string[],
): Promise<readonly Image[]> => {
  const listed = await listImages(service, name);
  const sorted = [...listed].sort((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
  return filterImages(sorted, filters);
};

/** `--filter` of images. */
export const IMAGE_FILTER_FLAG = {
  kind: "list",
  short: "f",
  placeholder: "CONDITION",
  completion: ["dangling=true", "dangling=false", "reference=", "before=", "since="],
  summary: "dangling=true|false, reference=REGEXP, before=IMAGE, since=IMAGE; several must all hold",
} as const;

export const command = defineCommand({
  name: "images",
  usage: "[flags] [REPOSITORY[:TAG]]",
  description: "Lists images, one line for each tag.",
  examples: ["crikit images --digests", "crikit images -f dangling=true -q", "crikit images --sort -size"],
  flags: {
    filter: IMAGE_FILTER_FLAG,
    digests: { kind: "switch", summary: "A column with digests" },
    pinned: { kind: "switch", summary: "A column that says which are pinned" },
    ...LISTING_FLAGS,
    ...WATCH_FLAGS,
  },
  arguments: [0, 1],
  argumentCompletions: ["image"],
  run: async (context, { flags, args: [name = ""] }) => {
    if (name.startsWith("-")) throw new UsageError(`${JSON.stringify(name)} is no name of an image`);
    await using runtime = await connectRuntime(context);
    const listing = listingOf(columnsOf(flags));
    const isTable = flags.output === undefined || flags.output === "table" || flags.output === "wide";
    const perImage = !isTable || flags.quiet || flags.verbose;
    const render = async (): Promise<string> => {
      const images = await selectImages(runtime.service, name, flags.filter);
      const rows = images.flatMap((image) => (perImage ? rowsOf(image).slice(0, 1) : rowsOf(image)));
      return formatListing(rows, listing, flags);
    };
    await show(context, render, { watch: flags.watch, intervalMs: flags.interval });
    return 0;
  },
});
