import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { run } from "./shell.ts";

/** An image as the store keeps it: blobs by digest, and which tags name which manifest. */
export interface ImageStore {
  readonly folder: string;
  /** `repository:tag` (the repository without a host) to the manifest's digest. */
  readonly tags: ReadonlyMap<string, string>;
}

/** What an image says beside its files. */
export interface ImageSettings {
  readonly cmd?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly user?: string;
  readonly env?: readonly string[];
  readonly exposedPorts?: readonly string[];
}

/** One image: the folder of its files and the names it has. */
export interface ImageSource extends ImageSettings {
  readonly rootfs: string;
  /** `repository:tag` without a host. */
  readonly names: readonly string[];
}

/** The media type of a manifest of the store. */
export const MANIFEST_TYPE = "application/vnd.docker.distribution.manifest.v2+json";

const digestOf = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

const addBlob = async (folder: string, bytes: Uint8Array): Promise<string> => {
  const digest = digestOf(bytes);
  const path = join(folder, digest.replace(":", "-"));
  if (!existsSync(path)) {
    await writeFile(`${path}.partial`, bytes);
    await rename(`${path}.partial`, path);
  }
  return digest;
};

const tarOf = async (rootfs: string, output: string): Promise<Buffer> => {
  const fixed = ["--sort=name", "--mtime=@0", "--numeric-owner", "--owner=0", "--group=0"];
  await run("tar", [...fixed, "-C", rootfs, "-cf", output, "."]);
  return readFile(output);
};

const addImage = async (folder: string, image: ImageSource): Promise<string> => {
  const tar = await tarOf(image.rootfs, join(folder, "layer.tar"));
  const layer = gzipSync(tar, { level: 1 });
  const config = Buffer.from(
    JSON.stringify({
      architecture: "amd64",
      os: "linux",
      created: "2024-01-01T00:00:00Z",
      config: {
        ...(image.cmd === undefined ? {} : { Cmd: image.cmd }),
        ...(image.entrypoint === undefined ? {} : { Entrypoint: image.entrypoint }),
        ...(image.user === undefined ? {} : { User: image.user }),
        Env: image.env ?? ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
        ...(image.exposedPorts === undefined
          ? {}
          : { ExposedPorts: Object.fromEntries(image.exposedPorts.map((port) => [port, {}])) }),
      },
      rootfs: { type: "layers", diff_ids: [digestOf(tar)] },
      history: [{ created: "2024-01-01T00:00:00Z", created_by: "crikit conformance" }],
    }),
  );
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: {
      mediaType: "application/vnd.docker.container.image.v1+json",
      size: config.length,
      digest: await addBlob(folder, config),
    },
    layers: [
      {
        mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
        size: layer.length,
        digest: await addBlob(folder, layer),
      },
    ],
  };
  return addBlob(folder, Buffer.from(JSON.stringify(manifest)));
};

/** Packs images into a store in `folder`. */
export const packImages = async (folder: string, images: readonly ImageSource[]): Promise<ImageStore> => {
  await mkdir(folder, { recursive: true });
  const tags = new Map<string, string>();
  for (const image of images) {
    const digest = await addImage(folder, image);
    for (const name of image.names) tags.set(name, digest);
  }
  await writeFile(join(folder, "tags.json"), JSON.stringify(Object.fromEntries(tags)));
  return { folder, tags };
};

/** Opens a store that was packed before; undefined where there is none. */
export const openImageStore = async (folder: string): Promise<ImageStore | undefined> => {
  const path = join(folder, "tags.json");
  if (!existsSync(path)) return undefined;
  const tags: Readonly<Record<string, string>> = JSON.parse(await readFile(path, "utf8"));
  return { folder, tags: new Map(Object.entries(tags)) };
};
