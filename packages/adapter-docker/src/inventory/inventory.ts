import type { Engine } from "../engine/engine.ts";
import { isEngineError } from "../engine/engine-error.ts";
import type { ContainerInspect, EngineEvent } from "../engine/types.ts";
import { isOfInstance, TYPE_LABEL } from "../identity/labels.ts";
import { type ContainerRecord, toContainerRecord } from "../translate/container-status.ts";
import { type SandboxRecord, toSandboxRecord } from "../translate/sandbox-status.ts";
import { nowNanos } from "../translate/times.ts";

/** A pod sandbox or a container as the inventory keeps it. */
export type InventoryRecord = SandboxRecord | ContainerRecord;

/** What changed: `before` is undefined for what is new, `after` for what is gone. */
export interface InventoryChange {
  readonly before: InventoryRecord | undefined;
  readonly after: InventoryRecord | undefined;
}

/** What the inventory asks of its surroundings. */
export interface InventoryOptions {
  readonly engine: Engine;
  readonly instance: string;
  /** Whether events carry the time of this machine's clock: then those older than what is known are not asked after again. */
  readonly sharesClock: boolean;
  /** What the network's maker says of a running sandbox. */
  readonly networkOf: (inspect: ContainerInspect) => {
    readonly ready: boolean;
    readonly ips?: readonly string[] | undefined;
  };
  /** Settles when the log of a container that has ended is written to its end: only then is it reported as ended. */
  readonly logDrained: (inspect: ContainerInspect) => Promise<void>;
  /** How long a read waits for what the engine has announced, in milliseconds. Default 2000. */
  readonly freshMs?: number | undefined;
}

/** Pod sandboxes and containers in memory: fed by the engine's events, checked by lists, never older than the last event. */
export interface Inventory {
  sandboxes(): Iterable<SandboxRecord>;
  containers(): Iterable<ContainerRecord>;
  find(id: string): InventoryRecord | undefined;
  containersOf(podSandboxId: string): ContainerRecord[];
  /** Settles when everything that the engine has announced so far is known here, and at the latest after `freshMs`; undefined if it is. */
  fresh(): Promise<void> | undefined;
  /** Asks the engine for one object now: what a write has changed is there for the next read. */
  refresh(id: string): Promise<InventoryRecord | undefined>;
  forget(id: string): void;
  /** Takes an event of the engine. */
  take(event: EngineEvent): void;
  /** Compares everything with the engine's list. */
  relist(): Promise<void>;
  onChange(listener: (change: InventoryChange) => void): () => void;
}

/** A question to the engine about one object. */
interface Flight {
  /** It is asked once more: something has happened since. */
  again: boolean;
  /** It has been removed since: the answer is about something that is no more. */
  forgotten: boolean;
}

/** Makes an empty inventory; `relist` fills it. */
export const createInventory = (options: InventoryOptions): Inventory => {
  const { engine, instance } = options;
  const sandboxes = new Map<string, SandboxRecord>();
  const containers = new Map<string, ContainerRecord>();
  const readAt = new Map<string, bigint>();
  const members = new Map<string, Set<string>>();
  const pending = new Map<string, Flight & { readonly done: Promise<InventoryRecord | undefined> }>();
  const listeners = new Set<(change: InventoryChange) => void>();

  const find = (id: string): InventoryRecord | undefined => containers.get(id) ?? sandboxes.get(id);
  const announce = (change: InventoryChange): void => {
    for (const listener of listeners) listener(change);
  };

  const forget = (id: string): void => {
    const before = find(id);
    const flight = pending.get(id);
    if (flight !== undefined) flight.forgotten = true;
    readAt.delete(id);
    if (before === undefined) return;
    sandboxes.delete(id);
    containers.delete(id);
    if (before.kind === "container") {
      const siblings = members.get(before.podSandboxId);
      siblings?.delete(id);
      if (siblings?.size === 0) members.delete(before.podSandboxId);
    }
    announce({ before, after: undefined });
  };

  const keep = (record: InventoryRecord): void => {
    const before = find(record.id);
    if (record.kind === "sandbox") sandboxes.set(record.id, record);
    else {
      containers.set(record.id, record);
      const siblings = members.get(record.podSandboxId) ?? new Set();
      members.set(record.podSandboxId, siblings.add(record.id));
    }
    announce({ before, after: record });
  };

  const read = async (id: string, flight: Flight): Promise<InventoryRecord | undefined> => {
    const startedAt = nowNanos();
    let inspect: ContainerInspect;
    try {
      inspect = await engine.inspectContainer(id);
    } catch (error) {
      if (!isEngineError(error, 404)) throw error;
      forget(id);
      return undefined;
    }
    const labels = inspect.Config?.Labels ?? {};
    if (!isOfInstance(labels, instance)) return undefined;
    const isSandbox = labels[TYPE_LABEL] === "podsandbox";
    const record = isSandbox ? toSandboxRecord(inspect, options.networkOf(inspect)) : toContainerRecord(inspect);
    if (record.kind === "container" && inspect.State?.Running !== true) await options.logDrained(inspect);
    if (flight.forgotten) return undefined;
    keep(record);
    readAt.set(id, startedAt);
    return record;
  };

  const refresh = (id: string): Promise<InventoryRecord | undefined> => {
    const running = pending.get(id);
    if (running !== undefined) {
      running.again = true;
      return running.done;
    }
    const flight: Flight = { again: false, forgotten: false };
    const fly = async (): Promise<InventoryRecord | undefined> => {
      try {
        for (;;) {
          flight.again = false;
          const record = await read(id, flight);
          if (!flight.again) return record;
        }
      } finally {
        pending.delete(id);
      }
    };
    const entry = Object.assign(flight, { done: fly() });
    pending.set(id, entry);
    return entry.done;
  };

  const sleepFresh = (): { readonly late: Promise<void>; clear(): void } => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, options.freshMs ?? 2_000);
    });
    return { late, clear: () => clearTimeout(timer) };
  };

  return {
    sandboxes: () => sandboxes.values(),
    containers: () => containers.values(),
    find,
    containersOf: (podSandboxId) =>
      [...(members.get(podSandboxId) ?? [])].flatMap((id) => {
        const record = containers.get(id);
        return record === undefined ? [] : [record];
      }),
    fresh: () => {
      if (pending.size === 0) return undefined;
      const { late, clear } = sleepFresh();
      const all = Promise.allSettled([...pending.values()].map((entry) => entry.done));
      return Promise.race([all, late]).then(clear);
    },
    refresh,
    forget,
    take: (event) => {
      const id = event.Actor?.ID;
      if (id === undefined || event.Type !== "container") return;
      if (event.Actor?.Attributes?.[TYPE_LABEL] === undefined && find(id) === undefined) return;
      if (event.Action === "destroy") return forget(id);
      const known = readAt.get(id);
      const isOld = options.sharesClock && known !== undefined && BigInt(event.timeNano ?? 0) < known;
      // An engine that cannot be asked now is asked again after the next event, or by the next list.
      if (!isOld) refresh(id).catch(() => {});
    },
    relist: async () => {
      const rows = await engine.listContainers({ label: [TYPE_LABEL] });
      const ours = rows.filter((row) => isOfInstance(row.Labels ?? {}, instance));
      const present = new Set(ours.map((row) => row.Id));
      for (const id of [...sandboxes.keys(), ...containers.keys()]) {
        if (!present.has(id)) await refresh(id);
      }
      const stale = ours.filter((row) => find(row.Id)?.inspect.State?.Status !== row.State);
      const queue = [...stale];
      const worker = async (): Promise<void> => {
        for (let row = queue.shift(); row !== undefined; row = queue.shift()) await refresh(row.Id);
      };
      await Promise.all(Array.from({ length: 8 }, worker));
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
