import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MountPropagation } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";
import type { Lab } from "./lab.ts";
import type { ConformanceTarget } from "./options.ts";

const hasFolder = (target: ConformanceTarget): boolean => target.sharedFolder !== undefined;

const makeFolder = async (lab: Lab): Promise<string> => {
  const folder = join(lab.target.sharedFolder ?? "", lab.name("mount"));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "from-host"), "hello\n");
  return folder;
};

/** Mounts of the host's folders. */
export const mountCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("mounts");

  add(
    "a folder of the host is mounted for both to write, and reported",
    async (lab) => {
      const hostPath = await makeFolder(lab);
      const mounts = [{ containerPath: "/conformance", hostPath }];
      const id = await lab.run(await lab.sandbox(), { mounts });
      const answer = await lab.sh(id, "cat /conformance/from-host; echo back > /conformance/from-container");
      lab.assert.deepEqual(answer, { stdout: "hello\n", stderr: "", exitCode: 0 });
      lab.assert.equal(await readFile(join(hostPath, "from-container"), "utf8"), "back\n");
      const reported = (await lab.containerStatus(id)).mounts.find((one) => one.containerPath === "/conformance");
      lab.assert.equal(reported?.hostPath, hostPath);
      lab.assert.equal(reported?.readonly, false);
    },
    hasFolder,
  );

  add(
    "a read-only mount can be read and not written",
    async (lab) => {
      const hostPath = await makeFolder(lab);
      const mounts = [{ containerPath: "/conformance", hostPath, readonly: true }];
      const id = await lab.run(await lab.sandbox(), { mounts });
      const answer = await lab.sh(id, "cat /conformance/from-host; echo back > /conformance/from-container");
      lab.assert.equal(answer.stdout, "hello\n");
      lab.assert.ok(answer.exitCode !== 0, "writing succeeds");
      const reported = (await lab.containerStatus(id)).mounts.find((one) => one.containerPath === "/conformance");
      lab.assert.equal(reported?.readonly, true);
    },
    hasFolder,
  );

  for (const [what, fields] of [
    ["without readonly", { readonly: false }],
    ["with propagation from the host", { propagation: MountPropagation.PROPAGATION_HOST_TO_CONTAINER }],
    ["with propagation both ways", { propagation: MountPropagation.PROPAGATION_BIDIRECTIONAL }],
  ] as const) {
    add(
      `a recursive read-only mount ${what} is refused`,
      async (lab) => {
        const hostPath = await makeFolder(lab);
        const mount = { containerPath: "/conformance", hostPath, readonly: true, recursiveReadOnly: true, ...fields };
        await lab.fails(lab.create(await lab.sandbox(), { mounts: [mount] }));
      },
      hasFolder,
    );
  }

  return cases;
};
