import { createGrpcServer } from "@crikit/grpc";

const server = createGrpcServer();
console.log(`port ${await server.listen({ host: "127.0.0.1", port: 0 })}`);
process.once("SIGTERM", () => void server.close({ drainMs: 0 }).then(() => process.exit(0)));
