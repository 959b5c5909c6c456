import {
  type Call,
  ContainerState,
  CriError,
  Signal,
  type StopContainerRequest,
  type StopContainerResponse,
} from "@crikit/cri-api";
import { parseSignal, SIGNALS } from "../process/signals.ts";
import type { ContainerRecord } from "./container.ts";
import { containerOf, type MockState } from "./state.ts";

const NAMES = new Map<number, string>(
  Object.entries(Signal).map(([name, value]) => [value, name.replace(/^SIGNAL_/, "")]),
);

/** The signal that stops a container: its configuration's, its image's, SIGTERM. */
const stopSignalOf = (container: ContainerRecord): number => {
  const { stopSignal } = container.config;
  const name =
    stopSignal === Signal.SIGNAL_RUNTIME_DEFAULT ? container.image.template.stopSignal : NAMES.get(stopSignal);
  return (name === undefined ? undefined : parseSignal(name)) ?? SIGNALS.TERM;
};

/** Kills what runs in a container and waits until it has exited; one that never ran stays as it is. */
export const killContainer = async (_state: MockState, container: ContainerRecord): Promise<void> => {
  container.init?.kill(SIGNALS.KILL);
  await container.exited();
};

/** Longest wait of a timer in the clock, for timeouts that mean "for ever". */
const MAX_GRACE_SECONDS = 10n ** 9n;

/** StopContainer: the stop signal, SIGKILL when the grace period is over; at once if the period is 0. */
export const stopContainer = async (
  state: MockState,
  request: StopContainerRequest,
  call?: Call,
): Promise<StopContainerResponse> => {
  const container = containerOf(state, request.containerId);
  if (container.message.state !== ContainerState.CONTAINER_RUNNING) {
    await container.exited();
    return {};
  }
  if (request.timeout > 0n) container.init?.kill(stopSignalOf(container));
  const graceMs = Number(request.timeout > MAX_GRACE_SECONDS ? MAX_GRACE_SECONDS : request.timeout) * 1000;
  let onAbort = (): void => undefined;
  const aborted = new Promise<"aborted">((resolve) => {
    onAbort = () => resolve("aborted");
    call?.signal?.addEventListener("abort", onAbort, { once: true });
  });
  let cancel = (): void => undefined;
  const elapsed = new Promise<"elapsed">((resolve) => {
    if (graceMs <= 0) resolve("elapsed");
    else cancel = state.clock.schedule(graceMs, () => resolve("elapsed"));
  });
  const outcome = await Promise.race([container.exited().then(() => "ended" as const), elapsed, aborted]);
  cancel();
  call?.signal?.removeEventListener("abort", onAbort);
  if (outcome === "aborted")
    throw new CriError("Canceled", `stop of container "${container.containerId}" was given up before it ended`);
  await killContainer(state, container);
  return {};
};
