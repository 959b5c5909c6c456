import type { DescField, DescMessage } from "@bufbuild/protobuf";
import { expect, test } from "@jest/globals";
import { loadCriRegistry } from "./descriptor/registry.ts";
import { ContainerConfig } from "./gen/runtime/v1/api.ts";
import * as v1alpha2 from "./v1alpha2.ts";

/** What a field is on the wire; bytes and text are the same there. */
const wireOf = (field: DescField): string => {
  switch (field.fieldKind) {
    case "message":
      return `message ${field.message.name}`;
    case "enum":
      return "varint enum";
    case "map":
      return `map ${field.mapKey}`;
    case "list":
      return `list of ${field.listKind === "message" ? field.message.name : `scalar ${field.listKind}`}`;
    default:
      return field.scalar === 12 ? "scalar 9" : `scalar ${field.scalar}`;
  }
};

const fieldsOf = (message: DescMessage) =>
  Object.fromEntries(message.fields.map((field) => [field.number, `${field.name}: ${wireOf(field)}`]));

test("every message of v1alpha2 is the same on the wire in v1, so one implementation serves both", async () => {
  const [old, current] = await Promise.all([loadCriRegistry({ version: "v1alpha2" }), loadCriRegistry()]);
  const messages = [...old].filter((type) => type.kind === "message");
  expect(messages.length).toBeGreaterThan(100);
  for (const message of messages) {
    const successor = current.getMessage(message.typeName.replace("v1alpha2", "v1"));
    expect(successor && fieldsOf(successor)).toMatchObject(fieldsOf(message));
  }
});

test("every call of v1alpha2 is a call of v1 with the same messages and streams", async () => {
  const [old, current] = await Promise.all([loadCriRegistry({ version: "v1alpha2" }), loadCriRegistry()]);
  for (const service of [...old].filter((type) => type.kind === "service")) {
    const successor = current.getService(service.typeName.replace("v1alpha2", "v1"));
    for (const { name, input, output, methodKind } of service.methods) {
      const method = successor?.methods.find((candidate) => candidate.name === name);
      expect([method?.input.name, method?.output.name, method?.methodKind]).toEqual([
        input.name,
        output.name,
        methodKind,
      ]);
    }
  }
});

test("bytes of a v1alpha2 message are read by v1", () => {
  const old = v1alpha2.ContainerConfig.create({ envs: [{ key: "LANG", value: "C.UTF-8" }], logPath: "web/0.log" });
  const config = ContainerConfig.decode(v1alpha2.ContainerConfig.encode(old).finish());
  expect(config.logPath).toBe("web/0.log");
  expect(Buffer.from(config.envs[0]?.value ?? "").toString()).toBe("C.UTF-8");
});
