import { type ContainerEventResponse, ContainerEventType } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";
import type { Lab } from "./lab.ts";

interface Listener extends AsyncDisposable {
  readonly events: readonly ContainerEventResponse[];
  /** What the stream ended with. */
  readonly failure: unknown;
}

const listen = (lab: Lab): Listener => {
  const stop = new AbortController();
  const events: ContainerEventResponse[] = [];
  const state: { failure: unknown } = { failure: undefined };
  const done = (async () => {
    try {
      for await (const event of lab.service.getContainerEvents({}, { signal: stop.signal })) events.push(event);
    } catch (error) {
      state.failure = error;
    }
  })();
  return {
    events,
    get failure() {
      return state.failure;
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await done;
    },
  };
};

/** Waits until the stream delivers: containers are made until one is seen. */
const listening = async (lab: Lab, listener: Listener, podSandboxId: string): Promise<void> => {
  await lab.until("the first event", async () => {
    if (listener.failure !== undefined) throw listener.failure;
    if (listener.events.length > 0) return true;
    await lab.create(podSandboxId);
    return undefined;
  });
};

/** GetContainerEvents. */
export const eventCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("events");

  add("the life of a container is told as created, started, stopped and deleted, in this order", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await using listener = listen(lab);
    await listening(lab, listener, podSandboxId);
    const containerId = await lab.run(podSandboxId);
    await lab.service.stopContainer({ containerId, timeout: 0n });
    await lab.service.removeContainer({ containerId });
    const types = await lab.until("four events of the container", async () => {
      const own = listener.events.filter((event) => event.containerId === containerId);
      return own.length >= 4 ? own.map((event) => event.containerEventType) : undefined;
    });
    lab.assert.deepEqual(types, [
      ContainerEventType.CONTAINER_CREATED_EVENT,
      ContainerEventType.CONTAINER_STARTED_EVENT,
      ContainerEventType.CONTAINER_STOPPED_EVENT,
      ContainerEventType.CONTAINER_DELETED_EVENT,
    ]);
  });

  add("an event has a time, the pod sandbox' status and its containers' statuses", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await using listener = listen(lab);
    await listening(lab, listener, podSandboxId);
    const containerId = await lab.run(podSandboxId);
    const started = await lab.until("the event of its start", () =>
      listener.events.find(
        (event) =>
          event.containerId === containerId && event.containerEventType === ContainerEventType.CONTAINER_STARTED_EVENT,
      ),
    );
    lab.assert.ok(started.createdAt > 0n, "created_at is not set");
    lab.assert.equal(started.podSandboxStatus?.id, podSandboxId);
    lab.assert.ok(
      started.containersStatuses.some((status) => status.id === containerId),
      "containers_statuses lacks the container",
    );
  });

  add("two listeners hear of the same event, and one that leaves does not disturb the other", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await using stays = listen(lab);
    {
      await using leaves = listen(lab);
      await listening(lab, stays, podSandboxId);
      await listening(lab, leaves, podSandboxId);
    }
    const containerId = await lab.create(podSandboxId);
    await lab.until("the event of its creation", () => stays.events.find((event) => event.containerId === containerId));
  });

  return cases;
};
