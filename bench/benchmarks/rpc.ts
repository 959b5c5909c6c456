import type { Benchmark } from "../benchmark.ts";
import { createEngines } from "../rpc/engines.ts";
import { measurePlan } from "../rpc/rounds.ts";
import { createRows } from "../rpc/rows.ts";

export const benchmark: Benchmark = {
  name: "rpc",
  summary:
    "CRI calls over a unix socket: ours, grpc-go, connect-node and grpc-js, loaded by a grpc-go client and by ours",
  run: async (context) => createRows(await measurePlan(context, createEngines(context))),
};
