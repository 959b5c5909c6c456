import { loadCriDescriptorSet } from "@crikit/cri-api/descriptor";
import { addHealth, addReflection, createGrpcServer } from "@crikit/grpc";
import { EchoDefinition, echo } from "../../packages/grpc/src/testing/echo.ts";

const [, , path = "", compression = "identity"] = process.argv;
const server = createGrpcServer({ compression: compression === "gzip" ? "gzip" : "identity" });
server.add(EchoDefinition, echo);
addHealth(server);
addReflection(server, { descriptorSets: [() => loadCriDescriptorSet("v1")] });
await server.listen(path);
console.log("ready");
process.once("SIGTERM", () => void server.close({ drainMs: 0 }).then(() => process.exit(0)));
