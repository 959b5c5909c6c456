import {
  type ContainerEventResponse,
  ContainerEventType,
  ContainerState,
  CriError,
  type PodSandboxStatus,
} from "@crikit/cri-api";
import { nowNanos } from "../translate/times.ts";
import type { Inventory, InventoryChange, InventoryRecord } from "./inventory.ts";

const maxQueued = 4096;

const isRunning = (record: InventoryRecord | undefined): boolean =>
  record !== undefined &&
  (record.kind === "sandbox" ? record.running : record.state === ContainerState.CONTAINER_RUNNING);

const hasEnded = (record: InventoryRecord | undefined): boolean =>
  record !== undefined &&
  (record.kind === "sandbox"
    ? !record.running && record.inspect.State?.Status !== "created"
    : record.state === ContainerState.CONTAINER_EXITED);

/** The CRI events that lie between two states of one object; states that were skipped get their event too. */
export const eventTypesOf = ({ before, after }: InventoryChange): ContainerEventType[] => {
  if (after === undefined) return [ContainerEventType.CONTAINER_DELETED_EVENT];
  const types: ContainerEventType[] = [];
  if (before === undefined) types.push(ContainerEventType.CONTAINER_CREATED_EVENT);
  const started = isRunning(after) || (hasEnded(after) && after.inspect.State?.Status !== "created");
  if (started && !isRunning(before) && !hasEnded(before)) types.push(ContainerEventType.CONTAINER_STARTED_EVENT);
  if (hasEnded(after) && !hasEnded(before)) types.push(ContainerEventType.CONTAINER_STOPPED_EVENT);
  return types;
};

/** CRI's events of all changes from now on, until the signal fires. A reader that falls 4096 events behind gets `ResourceExhausted`. */
export async function* streamCriEvents(
  inventory: Inventory,
  signal: AbortSignal | undefined,
): AsyncGenerator<ContainerEventResponse, void, undefined> {
  const queue: ContainerEventResponse[] = [];
  let overflowed = false;
  let wake = (): void => {};

  const statusOf = (podSandboxId: string, change: InventoryChange): PodSandboxStatus | undefined => {
    const sandbox = inventory.find(podSandboxId) ?? (change.before?.kind === "sandbox" ? change.before : undefined);
    return sandbox?.kind === "sandbox" ? sandbox.status : undefined;
  };

  const stop = inventory.onChange((change) => {
    const record = change.after ?? change.before;
    if (record === undefined) return;
    const podSandboxId = record.kind === "sandbox" ? record.id : record.podSandboxId;
    for (const containerEventType of eventTypesOf(change)) {
      if (queue.length >= maxQueued) {
        overflowed = true;
        break;
      }
      const podSandboxStatus = statusOf(podSandboxId, change);
      const containersStatuses = inventory.containersOf(podSandboxId).map((container) => container.status);
      queue.push({
        containerId: record.id,
        containerEventType,
        createdAt: nowNanos(),
        podSandboxStatus,
        containersStatuses,
      });
    }
    wake();
  });
  const onAbort = (): void => wake();
  signal?.addEventListener("abort", onAbort);
  try {
    while (signal?.aborted !== true) {
      const next = queue.shift();
      if (next !== undefined) yield next;
      else if (overflowed)
        throw new CriError(
          "ResourceExhausted",
          `the reader of container events is ${maxQueued} events behind: list, and subscribe again`,
        );
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stop();
    signal?.removeEventListener("abort", onAbort);
  }
}
