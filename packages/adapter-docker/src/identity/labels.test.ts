import { expect, test } from "@jest/globals";
import { factsOf, fromEngineLabels, INSTANCE_LABEL, isOfInstance, toEngineLabels } from "./labels.ts";

const given = {
  kind: "podsandbox" as const,
  labels: { app: "shop" },
  annotations: { "a/b": "c" },
  instance: "",
  facts: { attempt: 1 },
};

test("labels and annotations are laid out as cri-dockerd does and come back", () => {
  const engine = toEngineLabels(given);
  expect(engine).toMatchObject({
    app: "shop",
    "annotation.a/b": "c",
    "io.kubernetes.docker.type": "podsandbox",
    "io.kubernetes.container.name": "POD",
  });
  expect(fromEngineLabels(engine)).toEqual({ labels: given.labels, annotations: given.annotations });
  expect(factsOf<{ attempt: number }>(engine)).toEqual({ attempt: 1 });
});

test.each([{ "annotation.x": "1" }, { "io.kubernetes.sandbox.id": "mine" }, { "io.kubernetes.container.name": "web" }])(
  "a user's own label %p comes back although it means something here",
  (labels) => {
    const engine = toEngineLabels({ ...given, labels });
    expect(fromEngineLabels(engine)).toEqual({ labels, annotations: given.annotations });
  },
);

test("what cri-dockerd labelled has no facts and belongs to the default instance", () => {
  const engine = { "io.kubernetes.docker.type": "container", "annotation.k": "v", app: "x" };
  expect(factsOf(engine)).toBeUndefined();
  expect(fromEngineLabels(engine)).toEqual({ labels: { app: "x" }, annotations: { k: "v" } });
  expect(isOfInstance(engine, "")).toBe(true);
  expect(isOfInstance(engine, "blue")).toBe(false);
  expect(isOfInstance({ ...engine, [INSTANCE_LABEL]: "blue" }, "blue")).toBe(true);
  expect(isOfInstance({ ...engine, [INSTANCE_LABEL]: "blue" }, "")).toBe(false);
  expect(isOfInstance({ app: "x" }, "")).toBe(false);
});
