import { type Image, ImageSpec } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";
import { imageSpec, type Lab } from "./lab.ts";

const statusOf = async (lab: Lab, name: string): Promise<Image | undefined> =>
  (await lab.service.imageStatus({ image: imageSpec(name), verbose: false })).image;

/** The image of the suite, pulled. */
const suiteImage = async (lab: Lab): Promise<Image> => {
  await lab.create(await lab.sandbox());
  const image = await statusOf(lab, lab.image);
  if (image === undefined) throw new Error(`image "${lab.image}" has no status although a container was made of it`);
  return image;
};

const pull = (lab: Lab, name: string) =>
  lab.service.pullImage({ image: imageSpec(name), auth: undefined, sandboxConfig: undefined });

/** Images. */
export const imageCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("images");

  add("an image has an id, a size and names, and is listed as its status says", async (lab) => {
    const image = await suiteImage(lab);
    lab.assert.ok(image.id !== "", "id is empty");
    lab.assert.ok(image.size > 0n, "size is 0");
    lab.assert.ok(image.repoTags.length + image.repoDigests.length > 0, "there are no names");
    const { images } = await lab.service.listImages({ filter: undefined });
    const listed = images.find((one) => one.id === image.id);
    lab.assert.deepEqual(listed?.repoTags, image.repoTags);
    lab.assert.equal(listed?.size, image.size);
  });

  add("an image is found by each of its tags, digests and its id", async (lab) => {
    const image = await suiteImage(lab);
    for (const name of [image.id, ...image.repoTags, ...image.repoDigests]) {
      lab.assert.equal((await statusOf(lab, name))?.id, image.id, `status of ${name}`);
    }
  });

  add("an image's default user is a number or a name, never both", async (lab) => {
    await suiteImage(lab);
    const { images } = await lab.service.listImages({ filter: undefined });
    for (const image of images) {
      lab.assert.ok(image.uid === undefined || image.username === "", `${image.id} has both uid and username`);
    }
  });

  add("the status of an image that is not there is empty and no error", async (lab) => {
    lab.assert.equal(await statusOf(lab, "conformance.invalid/no/such/image:1"), undefined);
    lab.assert.equal(await statusOf(lab, `sha256:${"0".repeat(64)}`), undefined);
  });

  add("a list of images by name has that image alone", async (lab) => {
    const image = await suiteImage(lab);
    const ids = async (name: string) => {
      const filter = { image: ImageSpec.create({ image: name }) };
      return (await lab.service.listImages({ filter })).images.map(({ id }) => id);
    };
    lab.assert.deepEqual(await ids(lab.image), [image.id]);
    lab.assert.deepEqual(await ids("conformance.invalid/no/such/image:1"), []);
  });

  add("ImageFsInfo tells where images are and how much they use, with a time", async (lab) => {
    await suiteImage(lab);
    const usage = await lab.until("the usage of images", async () => {
      const { imageFilesystems } = await lab.service.imageFsInfo({});
      return imageFilesystems.find((one) => (one.usedBytes?.value ?? 0n) > 0n);
    });
    lab.assert.ok(usage.timestamp > 0n, "timestamp is not set");
    lab.assert.ok((usage.fsId?.mountpoint ?? "") !== "", "fs_id.mountpoint is empty");
  });

  add("an image of no registry cannot be pulled", async (lab) => {
    const error = await lab.fails(pull(lab, "conformance.invalid/Not A Name"));
    lab.assert.ok(error.message !== "", "the error has no text");
  });

  add(
    "an image that was pulled is there at once under the ref that the pull gave, and gone at once when removed",
    async (lab) => {
      const name = lab.target.removableImage ?? "";
      await lab.service.removeImage({ image: imageSpec(name) });
      lab.assert.equal(await statusOf(lab, name), undefined);
      const { imageRef } = await pull(lab, name);
      const image = await statusOf(lab, name);
      lab.assert.ok(image !== undefined, "it has no status after the pull");
      lab.assert.equal((await statusOf(lab, imageRef))?.id, image?.id);
      await lab.service.removeImage({ image: imageSpec(name) });
      lab.assert.equal(await statusOf(lab, name), undefined);
      const { images } = await lab.service.listImages({ filter: undefined });
      lab.assert.ok(!images.some((one) => one.id === image?.id), "it is still listed");
    },
    (target) => target.removableImage !== undefined,
  );

  return cases;
};
