import { ContainerFilter, PodSandbox, PodSandboxFilter, PodSandboxState } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { fakeContainers } from "../../testing/fake-runtime.ts";
import { matchesLabelSelector } from "./labels.ts";
import { resolveId } from "./resolve-id.ts";
import { selectContainers, selectPodSandboxes } from "./select.ts";

test.each([
  ["abc", ["abc", "abcd"], "abc"],
  ["abc", ["abcd", "abc"], "abc"],
  ["ab", ["abc", "xyz"], "abc"],
  ["ab", ["abc", "abd"], undefined],
  ["ab", ["abc", "abd", "abe"], undefined],
  ["ab", ["abc", "abc"], "abc"],
  ["q", ["abc"], undefined],
  ["q", [], undefined],
])("among %2$j, %1$s stands for %3$s", (asked, ids, found) => {
  expect(resolveId(asked, ids)).toBe(found);
});

test("a label that an object's prototype has is no label", () => {
  expect(matchesLabelSelector({}, { toString: "x" })).toBe(false);
  expect(matchesLabelSelector({ a: "1", b: "2" }, { a: "1" })).toBe(true);
  expect(matchesLabelSelector({ a: "1" }, { a: "1", b: "" })).toBe(false);
});

test("a list without a filter is the list itself", () => {
  const containers = fakeContainers(3);
  expect(selectContainers(containers, undefined)).toBe(containers);
  expect(selectContainers(containers, ContainerFilter.create({}))).toBe(containers);
});

test("a pod sandbox' id may be its first characters", () => {
  const containers = fakeContainers(6);
  const idsOf = (podSandboxId: string) =>
    selectContainers(containers, ContainerFilter.create({ podSandboxId })).map(({ id }) => id);
  expect(idsOf("p2")).toEqual(["c2", "c5"]);
  expect(idsOf("p")).toEqual([]);
});

test("a state of zero is a state", () => {
  const list = [
    PodSandbox.create({ id: "a", state: PodSandboxState.SANDBOX_READY }),
    PodSandbox.create({ id: "b", state: PodSandboxState.SANDBOX_NOTREADY }),
  ];
  const filter = PodSandboxFilter.create({ state: { state: PodSandboxState.SANDBOX_READY } });
  expect(selectPodSandboxes(list, filter)).toEqual([list[0]]);
});
