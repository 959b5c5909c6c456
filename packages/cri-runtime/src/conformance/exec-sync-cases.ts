import { type ConformanceCase, createArea } from "./case.ts";

const MIB = 2 ** 20;

/** ExecSync: output, exit codes, limits and timeouts. */
export const execSyncCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("exec sync");

  add("ExecSync answers stdout, stderr and exit code apart", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    lab.assert.deepEqual(await lab.sh(id, "printf out; printf err >&2; exit 7"), {
      stdout: "out",
      stderr: "err",
      exitCode: 7,
    });
  });

  add("ExecSync takes a command as words and no shell line", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    const answer = await lab.service.execSync({ containerId: id, cmd: ["echo", "-n", "a  b;$HOME"], timeout: 10n });
    lab.assert.equal(Buffer.from(answer.stdout).toString(), "a  b;$HOME");
  });

  add("ExecSync answers bytes as they are", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    const answer = await lab.service.execSync({
      containerId: id,
      cmd: ["sh", "-c", "printf '\\000\\377\\n\\200'"],
      timeout: 10n,
    });
    lab.assert.deepEqual([...answer.stdout], [0, 255, 10, 128]);
  });

  add("ExecSync beyond its timeout is DeadlineExceeded, and the process is gone", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    const startedMs = performance.now();
    const call = lab.service.execSync({ containerId: id, cmd: ["sleep", "4321"], timeout: 1n });
    await lab.fails(call, "DeadlineExceeded");
    const tookMs = performance.now() - startedMs;
    lab.assert.ok(tookMs > 900 && tookMs < 8000, `it took ${tookMs} ms with a timeout of 1 s`);
    await lab.until("the process to be gone", async () => {
      const { stdout } = await lab.sh(id, "ps");
      return stdout.includes("4321") ? undefined : true;
    });
  });

  add("ExecSync whose caller goes away ends the process", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    const caller = new AbortController();
    const request = { containerId: id, cmd: ["sleep", "4322"], timeout: 0n };
    const isRunning = async (): Promise<boolean> => (await lab.sh(id, "ps")).stdout.includes("4322");
    await Promise.all([
      lab.fails(lab.service.execSync(request, { signal: caller.signal }), "Canceled"),
      lab
        .until("the process to run", async () => ((await isRunning()) ? true : undefined))
        .finally(() => caller.abort()),
    ]);
    await lab.until("the process to be gone", async () => ((await isRunning()) ? undefined : true));
  });

  add("ExecSync cuts output beyond 16 MiB and is no error", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    const answer = await lab.service.execSync({
      containerId: id,
      cmd: ["sh", "-c", "head -c 20000000 /dev/zero; exit 3"],
      timeout: 60n,
    });
    lab.assert.equal(answer.exitCode, 3);
    lab.assert.ok(answer.stdout.length <= 16 * MIB, `there are ${answer.stdout.length} bytes`);
    lab.assert.ok(answer.stdout.length > 15 * MIB, `there are ${answer.stdout.length} bytes`);
  });

  add("ExecSync in a container that does not run is refused", async (lab) => {
    const podSandboxId = await lab.sandbox();
    const created = await lab.create(podSandboxId);
    await lab.fails(lab.service.execSync({ containerId: created, cmd: ["true"], timeout: 5n }));
    const exited = await lab.run(podSandboxId, { command: ["true"] });
    await lab.exited(exited);
    await lab.fails(lab.service.execSync({ containerId: exited, cmd: ["true"], timeout: 5n }));
  });

  add("ExecSync in a container that does not exist is NotFound", async (lab) => {
    const call = lab.service.execSync({ containerId: "conformance-none", cmd: ["true"], timeout: 5n });
    await lab.fails(call, "NotFound");
  });

  add("twenty ExecSync calls at once are all answered, each its own", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    const numbers = Array.from({ length: 20 }, (_, index) => String(index));
    const answers = await Promise.all(
      numbers.map((number) => lab.service.execSync({ containerId: id, cmd: ["echo", number], timeout: 60n })),
    );
    lab.assert.deepEqual(
      answers.map((answer) => Buffer.from(answer.stdout).toString().trim()),
      numbers,
    );
  });

  return cases;
};
