import { expect, test } from "@jest/globals";
import { resolveUser } from "./users.ts";

const files = {
  passwd: "root:x:0:0:root:/root:/bin/sh\nann:x:1000:1001::/:\n",
  group: "root:x:0:\nann:x:1001:\nextra:x:50000:ann,bob\nother:x:7:bob\n",
};

test.each([
  ["", { uid: 0, gid: 0, memberships: [] }],
  ["ann", { uid: 1000, gid: 1001, memberships: [50000] }],
  ["1000", { uid: 1000, gid: 1001, memberships: [50000] }],
  ["1000:1001", { uid: 1000, gid: 1001, memberships: [] }],
  ["ann:extra", { uid: 1000, gid: 50000, memberships: [] }],
  ["4242", { uid: 4242, gid: 0, memberships: [] }],
])("user %p is %p", (user, expected) => {
  expect(resolveUser(user, files)).toEqual(expected);
});
