import { expect, test } from "@jest/globals";
import { formatDockerName, parseDockerName } from "./names.ts";

const name = { container: "web", pod: "shop", namespace: "default", uid: "1-2-3", attempt: 2 };

test("a name is the one that dockershim and cri-dockerd give", () => {
  expect(formatDockerName(name, "")).toBe("k8s_web_shop_default_1-2-3_2");
});

test("a named instance adds a seventh part, which readers of six ignore", () => {
  expect(formatDockerName(name, "blue")).toBe("k8s_web_shop_default_1-2-3_2_blue");
  expect(parseDockerName("/k8s_web_shop_default_1-2-3_2_blue")).toEqual(name);
});

test("what the engine's names cannot hold stays told apart", () => {
  const one = formatDockerName({ ...name, pod: "a b" }, "");
  const other = formatDockerName({ ...name, pod: "a-b" }, "");
  expect(one).toMatch(/^k8s_web_a-b_default_1-2-3_2-[0-9a-f]{8}$/);
  expect(one).not.toBe(other);
});

test.each(["", "web", "k8s_web_shop_default_uid", "k8s_a_b_c_d_x", "k8s_a_b_c_d_1_e_f"])(
  "%p is no such name",
  (text) => {
    expect(parseDockerName(text)).toBeUndefined();
  },
);
