import { runConnectConformance } from "../grpc/connectconformance.ts";
import { runFuzz } from "../grpc/fuzz.ts";
import { runGrpcurl } from "../grpc/grpcurl.ts";
import { runInteropWithGo } from "../grpc/interop.ts";
import type { Ring } from "../ring.ts";

export const ring: Ring = {
  name: "grpc",
  summary:
    "connectconformance 1.0.6, grpc-go 1.84.0 and grpcurl 1.9.4 against our server and client; mutated connections",
  run: async (context) => {
    await runConnectConformance(context, { mode: "server", isTls: false, cases: 374 });
    await runConnectConformance(context, { mode: "client", isTls: false, cases: 409 });
    await runConnectConformance(context, { mode: "server", isTls: true, cases: 196 });
    await runConnectConformance(context, { mode: "client", isTls: true, cases: 237 });
    if (!context.quick)
      await runConnectConformance(context, { mode: "server", isTls: false, isGzipped: true, cases: 374 });
    await runInteropWithGo(context);
    await runGrpcurl(context);
    await runFuzz(context);
  },
};
