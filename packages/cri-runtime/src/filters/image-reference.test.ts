import { Image, ImageFilter } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import {
  formatImageReference,
  imageIdOf,
  matchesImageFilter,
  parseImageReference,
  selectImages,
} from "./image-reference.ts";

const DIGEST = `sha256:${"a1".repeat(32)}`;

test.each([
  ["busybox", "docker.io/library/busybox"],
  ["busybox:1.29", "docker.io/library/busybox:1.29"],
  ["docker.io/busybox", "docker.io/library/busybox"],
  ["index.docker.io/a/b", "docker.io/a/b"],
  ["a/b/c:t", "docker.io/a/b/c:t"],
  ["localhost/a", "localhost/a"],
  ["localhost:5000/a:t", "localhost:5000/a:t"],
  ["registry.k8s.io/pause:3.10", "registry.k8s.io/pause:3.10"],
  [`registry.k8s.io/pause:3.10@${DIGEST}`, `registry.k8s.io/pause:3.10@${DIGEST}`],
  [`pause@${DIGEST}`, `docker.io/library/pause@${DIGEST}`],
  ["a__b/c--d", "docker.io/a__b/c--d"],
])("%s is %s", (text, whole) => {
  const reference = parseImageReference(text);
  expect(reference && formatImageReference(reference)).toBe(whole);
});

test.each(["", "Busybox", "a/", "/a", "a:", "a@sha256:12", "a b", "a:tag:tag", "a@b@c", "x".repeat(2000)])(
  "%j is no reference",
  (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  },
);

test("an image id has a prefix or not", () => {
  expect(imageIdOf("b2".repeat(32))).toBe(`sha256:${"b2".repeat(32)}`);
  expect(imageIdOf(`sha256:${"b2".repeat(32)}`)).toBe(`sha256:${"b2".repeat(32)}`);
  expect(imageIdOf("b2")).toBeUndefined();
});

const IMAGE = Image.create({
  id: `sha256:${"b2".repeat(32)}`,
  repoTags: ["docker.io/library/busybox:1.29", "example.com/x:latest"],
  repoDigests: [`docker.io/library/busybox@${DIGEST}`],
});

test.each([
  ["busybox", true],
  ["busybox:1.29", true],
  ["docker.io/library/busybox:1.29", true],
  ["busybox:1.30", false],
  [`busybox@${DIGEST}`, true],
  [`busybox:1.29@sha256:${"00".repeat(32)}`, false],
  ["example.com/x", true],
  ["example.com/y", false],
  ["b2b2b2", true],
  [`sha256:${"b2".repeat(32)}`, true],
  ["b2b2b2b3", false],
  ["b2", false],
  ["", true],
])("the filter %j matches: %p", (name, isMatch) => {
  const filter = ImageFilter.fromPartial({ image: { image: name } });
  expect(matchesImageFilter(IMAGE, filter)).toBe(isMatch);
  expect(selectImages([IMAGE], filter)).toEqual(isMatch ? [IMAGE] : []);
});
