import type { Image } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { CommandError } from "../context/command-error.ts";
import { parsePattern } from "./selection.ts";

type Keep = (images: readonly Image[]) => readonly Image[];

const namesOf = (image: Image): readonly string[] => [
  image.id,
  image.id.replace(/^sha256:/, ""),
  ...image.repoTags,
  ...image.repoDigests,
];

const positionOf = (images: readonly Image[], text: string, condition: string): number => {
  const exact = images.findIndex((image) => namesOf(image).includes(text));
  const position =
    exact >= 0 ? exact : images.findIndex((image) => namesOf(image).some((name) => name.startsWith(text)));
  if (position >= 0) return position;
  throw new CommandError(`--filter ${condition}: image "${text}" is not in the list; "crikit images" shows what is`);
};

const keepDangling = (text: string): Keep => {
  if (text !== "true" && text !== "false")
    throw new UsageError(`--filter dangling takes true or false, not ${JSON.stringify(text)}`);
  return (images) => images.filter(({ repoTags }) => (repoTags.length === 0) === (text === "true"));
};

const repositoriesOf = (image: Image): readonly string[] => [
  ...image.repoTags.map((tag) => tag.slice(0, tag.lastIndexOf(":"))),
  ...image.repoDigests.map((digest) => digest.split("@")[0] ?? ""),
];

const keepReference = (text: string): Keep => {
  const pattern = parsePattern(text, "--filter reference");
  return (images) =>
    images.filter((image) =>
      [...repositoriesOf(image), ...image.repoTags, ...image.repoDigests].some(
        (name) => name === text || pattern.test(name),
      ),
    );
};

/** CRI gives images no time: before and since count in the list's own order, as in crictl. */
const kinds: Readonly<Record<string, (text: string, condition: string) => Keep>> = {
  dangling: keepDangling,
  reference: keepReference,
  before: (text, condition) => (images) => images.slice(positionOf(images, text, condition) + 1),
  since: (text, condition) => (images) => images.slice(0, positionOf(images, text, condition)),
};

/** Applies `--filter` conditions, one after the other. */
export const filterImages = (images: readonly Image[], conditions: readonly string[]): readonly Image[] =>
  conditions.reduce<readonly Image[]>((kept, condition) => {
    const equals = condition.indexOf("=");
    const kind = kinds[condition.slice(0, Math.max(equals, 0))];
    if (kind === undefined)
      throw new UsageError(
        `--filter takes ${Object.keys(kinds)
          .map((name) => `${name}=…`)
          .join(", ")}, not ${JSON.stringify(condition)}`,
      );
    return kind(condition.slice(equals + 1), condition)(kept);
  }, images);
