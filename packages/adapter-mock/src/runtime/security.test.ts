import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SecurityProfile_ProfileType, SupplementalGroupsPolicy } from "@crikit/cri-api";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";

let fixture: Fixture;
let folder: string;

beforeEach(() => {
  fixture = createFixture({ apparmorProfiles: ["known"] });
  folder = mkdtempSync(join(tmpdir(), "crikit-mock-"));
});

afterEach(async () => {
  await fixture.runtime.close();
  rmSync(folder, { recursive: true });
});

const image = { image: "gcr.io/k8s-staging-cri-tools/test-image-predefined-group" };

test.each([
  ["Merge", SupplementalGroupsPolicy.Merge, "1000 1234 50000\n"],
  ["Strict", SupplementalGroupsPolicy.Strict, "1000 1234\n"],
])(
  "with the policy %s a process has the right groups, and the status says so",
  async (_name, supplementalGroupsPolicy, groups) => {
    const containerId = await fixture.run(await fixture.pod(), {
      image,
      command: ["sleep", "infinity"],
      linux: {
        securityContext: { runAsUser: { value: 1000n }, supplementalGroups: [1234n], supplementalGroupsPolicy },
      },
    });
    expect((await fixture.sh(containerId, "id -G")).stdout).toBe(groups);
    const { status } = await fixture.service.containerStatus({ containerId, verbose: false });
    expect(status?.user?.linux).toEqual({
      uid: 1000n,
      gid: 1000n,
      supplementalGroups: groups.trim().split(" ").map(BigInt),
    });
  },
);

test("a user by name has its rights and no others", async () => {
  const containerId = await fixture.run(await fixture.pod(), {
    linux: { securityContext: { runAsUsername: "nobody" } },
  });
  expect((await fixture.sh(containerId, "id -nu; touch /x; touch /tmp/x && echo ok")).stdout).toBe("nobody\nok\n");
  expect((await fixture.sh(containerId, "touch /x")).stderr).toBe("touch: /x: Permission denied\n");
});

test("capabilities, seccomp, masked and read-only paths hold", async () => {
  const profile = join(folder, "profile.json");
  writeFileSync(
    profile,
    JSON.stringify({ defaultAction: "SCMP_ACT_ALLOW", syscalls: [{ names: ["chmod"], action: "SCMP_ACT_ERRNO" }] }),
  );
  const containerId = await fixture.run(await fixture.pod(), {
    command: ["top"],
    linux: {
      securityContext: {
        capabilities: { dropCapabilities: ["ALL"] },
        seccomp: { profileType: SecurityProfile_ProfileType.Localhost, localhostRef: profile },
        maskedPaths: ["/bin/ls"],
        readonlyPaths: ["/tmp"],
      },
    },
  });
  expect((await fixture.sh(containerId, "grep -E 'CapBnd|Seccomp:' /proc/self/status")).stdout).toBe(
    "CapBnd:\t0000000000000000\nSeccomp:\t2\n",
  );
  expect((await fixture.sh(containerId, "chmod 400 /")).stderr).toContain("Operation not permitted");
  expect((await fixture.sh(containerId, "ls")).stderr).toBe("sh: ls: Permission denied\n");
  expect((await fixture.sh(containerId, "touch /tmp/test")).stderr).toBe("touch: /tmp/test: Read-only file system\n");
  expect((await fixture.sh(containerId, "hostname other")).exitCode).toBe(1);
});

test("an AppArmor profile that is not loaded and a capability that does not exist are refused", async () => {
  const podSandboxId = await fixture.pod();
  const apparmor = (localhostRef: string) => ({
    apparmor: { profileType: SecurityProfile_ProfileType.Localhost, localhostRef },
  });
  await fixture.create(podSandboxId, { linux: { securityContext: apparmor("known") } });
  await expect(fixture.create(podSandboxId, { linux: { securityContext: apparmor("other") } })).rejects.toThrow(
    'AppArmor profile "other" is not loaded',
  );
  await expect(
    fixture.create(podSandboxId, { linux: { securityContext: { capabilities: { addCapabilities: ["FLY"] } } } }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a seccomp profile by path needs a prefix that says what it is", async () => {
  const create = async (seccompProfilePath: string) =>
    await fixture.create(await fixture.pod(), { linux: { securityContext: { seccompProfilePath } } });
  await create("unconfined");
  await create("runtime/default");
  await expect(create("/some/profile.json")).rejects.toThrow('seccomp_profile_path "/some/profile.json" is none of');
  await expect(create("localhost//no/such.json")).rejects.toThrow('seccomp profile "/no/such.json" cannot be read');
});

test("a host folder is seen through links, written to, or read only", async () => {
  writeFileSync(join(folder, "file"), "from the host");
  symlinkSync(folder, `${folder}-link`);
  try {
    const containerId = await fixture.run(await fixture.pod(), {
      mounts: [
        { hostPath: folder, containerPath: "/data" },
        { hostPath: `${folder}-link`, containerPath: "/read-only", readonly: true },
      ],
    });
    expect((await fixture.sh(containerId, "cat /data/file; echo back > /data/new; ls /read-only")).stdout).toBe(
      "from the hostfile\nnew\n",
    );
    expect(readFileSync(join(folder, "new"), "utf8")).toBe("back\n");
    expect((await fixture.sh(containerId, "echo no > /read-only/new")).stderr).toContain("Read-only file system");
  } finally {
    rmSync(`${folder}-link`);
  }
  const missing = fixture.create(await fixture.pod(), { mounts: [{ hostPath: "/no/such/path", containerPath: "/x" }] });
  await expect(missing).rejects.toThrow('mount source "/no/such/path" does not exist on the host');
});

test("an image is a read-only volume, whole or a part of it", async () => {
  const volume = { image: { image: "nginx" }, containerPath: "/volume", readonly: true };
  const podSandboxId = await fixture.pod();
  await fixture.service.pullImage({
    image: { image: "nginx", annotations: {}, userSpecifiedImage: "", runtimeHandler: "", imageRef: "" },
    auth: undefined,
    sandboxConfig: undefined,
  });
  const containerId = await fixture.run(podSandboxId, { mounts: [{ ...volume, imageSubPath: "etc/nginx" }] });
  expect((await fixture.sh(containerId, "ls /volume; touch /volume/x")).stdout).toBe("conf.d\n");
  const { status } = await fixture.service.containerStatus({ containerId, verbose: false });
  expect(status?.mounts[0]?.image?.imageRef).toMatch(/^sha256:/);
  const missing = fixture.create(podSandboxId, { mounts: [{ ...volume, imageSubPath: "no/such" }] });
  await expect(missing).rejects.toThrow("ImageVolumeMountFailed");
});
