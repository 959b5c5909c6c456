import { statfs } from "node:fs/promises";
import type { FilesystemUsage, ImageFsInfoResponse } from "@crikit/cri-api";
import type { Engine } from "../engine/engine.ts";
import type { HostFacts } from "../engine/engine-host.ts";
import { TYPE_LABEL } from "../identity/labels.ts";
import { nowNanos } from "../translate/times.ts";

/** What images and writable layers take, asked of the engine seldom: it walks folders for it. */
export interface DiskWatch {
  /** A container's writable layer as last measured; `undefined` before that. */
  writableLayer(containerId: string): FilesystemUsage | undefined;
  imageFsInfo(): Promise<ImageFsInfoResponse>;
  /** Images have changed. */
  touch(): void;
}

/** What the watch is told. */
export interface DiskWatchOptions {
  readonly engine: Engine;
  readonly host: () => HostFacts;
  readonly warn: (text: string) => void;
  /** How old sizes of writable layers may be, in milliseconds. Default 60000. */
  readonly layerAgeMs?: number;
  /** How old the images' size may be, in milliseconds. Default 10000. */
  readonly imageAgeMs?: number;
}

const usageOf = (mountpoint: string, bytes: number, timestamp: bigint): FilesystemUsage => ({
  timestamp,
  fsId: { mountpoint },
  usedBytes: { value: BigInt(Math.max(0, Math.trunc(bytes))) },
  inodesUsed: undefined,
});

/** Makes a watch that asks only while somebody does. */
export const createDiskWatch = (options: DiskWatchOptions): DiskWatch => {
  const { engine, host } = options;
  let layers = new Map<string, FilesystemUsage>();
  let layersAtMs = Number.NEGATIVE_INFINITY;
  let measuring: Promise<void> | undefined;
  let images: { readonly bytes: number; readonly atMs: number; readonly timestamp: bigint } | undefined;
  let asking: Promise<void> | undefined;

  const measureLayers = async (): Promise<void> => {
    const rows = await engine.listContainers({ label: [TYPE_LABEL] }, { size: true, timeoutMs: 120_000 });
    const timestamp = nowNanos();
    layers = new Map(rows.map((row) => [row.Id, usageOf(host().rootDir, row.SizeRw ?? 0, timestamp)]));
    layersAtMs = performance.now();
  };

  const layersInBackground = (): void => {
    if (measuring !== undefined || performance.now() - layersAtMs < (options.layerAgeMs ?? 60_000)) return;
    measuring = measureLayers()
      .catch((error: unknown) =>
        options.warn(`sizes of writable layers cannot be had: ${error instanceof Error ? error.message : error}`),
      )
      .finally(() => {
        layersAtMs = performance.now();
        measuring = undefined;
      });
  };

  const askImages = async (): Promise<void> => {
    const usage = await engine.diskUsage(["image"]);
    const sum = (usage.Images ?? []).reduce((bytes, image) => bytes + (image.Size ?? 0), 0);
    images = { bytes: usage.LayersSize ?? sum, atMs: performance.now(), timestamp: nowNanos() };
  };

  const inodesOf = async (folder: string): Promise<bigint | undefined> => {
    if (host().place !== "local") return undefined;
    const found = await statfs(folder).catch(() => undefined);
    return found === undefined ? undefined : BigInt(found.files - found.ffree);
  };

  return {
    writableLayer: (containerId) => {
      layersInBackground();
      return layers.get(containerId);
    },
    imageFsInfo: async () => {
      if (images === undefined || performance.now() - images.atMs > (options.imageAgeMs ?? 10_000)) {
        asking ??= askImages().finally(() => {
          asking = undefined;
        });
        await asking;
      }
      layersInBackground();
      const folder = host().rootDir;
      const inodes = await inodesOf(folder);
      const inodesUsed = inodes === undefined ? undefined : { value: inodes };
      const written = [...layers.values()].reduce((bytes, layer) => bytes + Number(layer.usedBytes?.value ?? 0n), 0);
      const timestamp = images?.timestamp ?? nowNanos();
      return {
        imageFilesystems: [{ ...usageOf(folder, images?.bytes ?? 0, timestamp), inodesUsed }],
        containerFilesystems: [{ ...usageOf(folder, written, timestamp), inodesUsed }],
      };
    },
    touch: () => {
      images = undefined;
    },
  };
};
