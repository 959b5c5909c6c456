import {
  type ContainerUser,
  CriError,
  type LinuxContainerSecurityContext,
  SupplementalGroupsPolicy,
} from "@crikit/cri-api";
import type { Credentials } from "../filesystem/filesystem.ts";
import type { DirectoryNode } from "../filesystem/node.ts";
import type { StoredImage } from "../images/image-store.ts";

const linesOf = (tree: DirectoryNode, name: string): readonly (readonly string[])[] => {
  const etc = tree.entries.get("etc");
  const file = etc?.kind === "directory" ? etc.entries.get(name) : undefined;
  if (file?.kind !== "file") return [];
  const text = new TextDecoder().decode(file.bytes.subarray(0, file.size));
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split(":"));
};

const ROOT: Credentials = { uid: 0, gid: 0, groups: [0] };

interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string | undefined;
}

const findAccount = (tree: DirectoryNode, user: string): Account => {
  const passwd = linesOf(tree, "passwd");
  const entry = /^\d+$/.test(user) ? passwd.find(([, , uid]) => uid === user) : passwd.find(([name]) => name === user);
  if (entry !== undefined) return { uid: Number(entry[2]), gid: Number(entry[3]), name: entry[0] };
  if (/^\d+$/.test(user)) return { uid: Number(user), gid: 0, name: undefined };
  throw new CriError("InvalidArgument", `user "${user}" is not in the image's /etc/passwd`);
};

const findGroup = (tree: DirectoryNode, group: string): number => {
  if (/^\d+$/.test(group)) return Number(group);
  const entry = linesOf(tree, "group").find(([name]) => name === group);
  if (entry === undefined) throw new CriError("InvalidArgument", `group "${group}" is not in the image's /etc/group`);
  return Number(entry[2]);
};

/** Different users of one image that are remembered. */
const MAX_FOUND = 256;

/** Credentials that were found before, by image and by what was asked: the same object for the same answer. */
const found = new WeakMap<StoredImage, Map<string, Credentials>>();

/** The user, group and further groups of a container's first process, by the security context and the image's files. */
export const credentialsOf = (image: StoredImage, context: LinuxContainerSecurityContext | undefined): Credentials => {
  const key = [
    context?.runAsUser?.value,
    context?.runAsUsername,
    context?.runAsGroup?.value,
    context?.supplementalGroups.join(","),
    context?.supplementalGroupsPolicy,
  ].join("/");
  const ofImage = found.get(image) ?? new Map<string, Credentials>();
  found.set(image, ofImage);
  const known = ofImage.get(key);
  if (known !== undefined) return known;
  const credentials = findCredentials(image, context);
  if (ofImage.size >= MAX_FOUND) ofImage.clear();
  ofImage.set(key, credentials);
  return credentials;
};

const findCredentials = (image: StoredImage, context: LinuxContainerSecurityContext | undefined): Credentials => {
  const [imageUser = "", imageGroup] = (image.template.user ?? "").split(":");
  const asked = context?.runAsUser !== undefined ? String(context.runAsUser.value) : (context?.runAsUsername ?? "");
  const user = asked === "" ? imageUser : asked;
  const added = (context?.supplementalGroups ?? []).map(Number);
  if (user === "" && added.length === 0 && context?.runAsGroup === undefined) return ROOT;
  const account = findAccount(image.tree, user === "" ? "0" : user);
  const fromImage = asked === "" && imageGroup !== undefined ? findGroup(image.tree, imageGroup) : account.gid;
  const gid = context?.runAsGroup === undefined ? fromImage : Number(context.runAsGroup.value);
  const merge = context?.supplementalGroupsPolicy !== SupplementalGroupsPolicy.Strict;
  const member = merge
    ? linesOf(image.tree, "group").filter(
        ([, , , members]) => account.name !== undefined && members?.split(",").includes(account.name),
      )
    : [];
  const groups = new Set([gid, ...member.map(([, , id]) => Number(id)), ...added]);
  return { uid: account.uid, gid, groups: [...groups].sort((a, b) => a - b) };
};

/** Credentials as ContainerStatus reports them. */
export const toContainerUser = ({ uid, gid, groups }: Credentials): ContainerUser => ({
  linux: { uid: BigInt(uid), gid: BigInt(gid), supplementalGroups: groups.map(BigInt) },
});
