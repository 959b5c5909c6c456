import type { BenchmarkContext } from "../benchmark.ts";
import { residentKilobytes } from "./cpu-time.ts";
import {
  CLIENTS,
  type ClientName,
  type Engines,
  type LoadClient,
  type Measurable,
  type ServerName,
} from "./engines.ts";
import type { Measured } from "./load.ts";
import { type Cell, type Group, PLAN, ROUNDS, WARM_UP_MS } from "./plan.ts";
import type { Program } from "./program.ts";
import { Samples } from "./samples.ts";

/** The processes of one group in one round. */
interface Running extends AsyncDisposable {
  readonly servers: ReadonlyMap<ServerName, Measurable>;
  readonly clients: ReadonlyMap<ClientName, LoadClient>;
}

const serversOf = (group: Group): readonly ServerName[] => [...new Set(group.cells.flatMap((cell) => cell.servers))];

const lookUp = <Name, T>(map: ReadonlyMap<Name, T>, name: Name): T => {
  const found = map.get(name);
  if (found === undefined) throw new Error(`${String(name)} was not started for this group`);
  return found;
};

const start = async (engines: Engines, group: Group): Promise<Running> => {
  const servers = new Map<ServerName, Measurable & Program>();
  const clients = new Map<ClientName, LoadClient>();
  const stop = async (): Promise<void> => {
    for (const program of [...clients.values(), ...servers.values()]) await program[Symbol.asyncDispose]();
  };
  try {
    for (const name of serversOf(group)) servers.set(name, await engines.startServer(name, group));
    for (const name of CLIENTS) clients.set(name, await engines.startClient(name));
  } catch (error) {
    await stop();
    throw error;
  }
  return { servers, clients, [Symbol.asyncDispose]: stop };
};

const checkAnswers = (cell: Cell, measured: ReadonlyMap<ServerName, Measured>): void => {
  const sizes = new Set([...measured.values()].map(({ answerBytes }) => answerBytes));
  if (sizes.size === 1) return;
  const each = [...measured].map(([name, { answerBytes }]) => `${name} ${answerBytes}`).join(", ");
  throw new Error(`the servers do not answer ${cell.title} with the same number of bytes: ${each}`);
};

const describe = (cell: Cell, measured: ReadonlyMap<ServerName, Measured>): string => {
  const each = [...measured].map(
    ([name, m]) => `${name} ${Math.round(m.calls / m.seconds)}/s, ${Number(m.serverCpuUs.toPrecision(3))} us`,
  );
  return `${cell.title}, ${cell.client} client: ${each.join("; ")}`;
};

const measureCell = async (running: Running, cell: Cell, round: number): Promise<Map<ServerName, Measured>> => {
  const measured = new Map<ServerName, Measured>();
  const client = lookUp(running.clients, cell.client);
  const order = round % 2 === 0 ? cell.servers : cell.servers.toReversed();
  for (const name of order) {
    const { workload, concurrency, measureMs } = cell;
    const job = { workload, concurrency, measureMs, warmUpMs: WARM_UP_MS };
    measured.set(name, await client.measure(lookUp(running.servers, name), job));
  }
  checkAnswers(cell, measured);
  return measured;
};

const measureGroup = async (
  context: BenchmarkContext,
  engines: Engines,
  { group, round, samples }: { readonly group: Group; readonly round: number; readonly samples: Samples },
): Promise<void> => {
  await using running = await start(engines, group);
  const { servers, clients } = running;
  for (const cell of group.cells) {
    context.signal.throwIfAborted();
    const measured = await measureCell(running, cell, round);
    for (const [server, sample] of measured) samples.add({ cell: cell.title, client: cell.client, server }, sample);
    context.log(`${round + 1}/${ROUNDS} ${describe(cell, measured)}`);
  }
  for (const [name, { pid }] of servers)
    samples.addMemory(`${name} server, ${group.title}`, residentKilobytes(pid).now);
  for (const [name, { pid }] of clients)
    samples.addMemory(`${name} client, ${group.title}`, residentKilobytes(pid).now);
};

/** Measures the whole plan, round after round, each with processes of its own, and returns every sample. */
export const measurePlan = async (context: BenchmarkContext, engines: Engines): Promise<Samples> => {
  const samples = new Samples();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const group of PLAN) await measureGroup(context, engines, { group, round, samples });
  return samples;
};
