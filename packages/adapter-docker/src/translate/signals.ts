import { Signal } from "@crikit/cri-api";

const byName = new Map<string, Signal>(
  Object.entries(Signal).map(([name, value]) => [name.replace(/^SIGNAL_/, ""), value]),
);
const byValue = new Map<number, string>([...byName].map(([name, value]) => [value, name]));

/** The engine's name of a signal, `SIGTERM`; "" for the runtime's default. */
export const formatSignalName = (signal: Signal): string =>
  signal === Signal.SIGNAL_RUNTIME_DEFAULT ? "" : (byValue.get(signal) ?? "");

/** CRI's signal of the engine's text (`SIGTERM`, `TERM`, `15`); the runtime's default (SIGTERM here) if there is none. */
export const parseSignalName = (text: string): Signal => {
  const name = text.toUpperCase();
  return byName.get(name.startsWith("SIG") ? name : `SIG${name}`) ?? Signal.SIGNAL_SIGTERM;
};
