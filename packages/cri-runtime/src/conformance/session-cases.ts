import { AttachRequest, ExecRequest } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";
import type { Lab } from "./lab.ts";

const checkUrl = (lab: Lab, url: string): void => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  lab.assert.ok(parsed !== undefined, `${JSON.stringify(url)} is no absolute URL`);
  lab.assert.ok(parsed?.protocol === "http:" || parsed?.protocol === "https:", `the scheme is ${parsed?.protocol}`);
  lab.assert.ok((parsed?.hostname ?? "") !== "", "there is no host");
  const unspecified = ["0.0.0.0", "[::]"].includes(parsed?.hostname ?? "");
  lab.assert.ok(!unspecified, `nobody can dial ${parsed?.hostname}`);
};

const exec = (lab: Lab, fields: Partial<ExecRequest>) =>
  lab.service.exec(ExecRequest.create({ cmd: ["true"], ...fields }));

const attach = (lab: Lab, fields: Partial<AttachRequest>) => lab.service.attach(AttachRequest.create(fields));

/** Exec, Attach and PortForward as calls: what they answer and refuse. */
export const sessionCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("sessions");

  add("Exec, Attach and PortForward answer URLs that are whole and can be dialled, each another one", async (lab) => {
    const podSandboxId = await lab.sandbox();
    const containerId = await lab.run(podSandboxId);
    const urls = [
      (await exec(lab, { containerId, stdout: true })).url,
      (await exec(lab, { containerId, stdout: true })).url,
      (await attach(lab, { containerId, stdout: true })).url,
      (await lab.service.portForward({ podSandboxId, port: [80] })).url,
    ];
    for (const url of urls) checkUrl(lab, url);
    lab.assert.equal(new Set(urls).size, urls.length);
  });

  add("Exec with a terminal and stderr, or with no stream, is InvalidArgument", async (lab) => {
    const containerId = await lab.run(await lab.sandbox());
    await lab.fails(exec(lab, { containerId, tty: true, stdout: true, stderr: true }), "InvalidArgument");
    await lab.fails(exec(lab, { containerId }), "InvalidArgument");
  });

  add("Attach with a terminal and stderr, or with no stream, is InvalidArgument", async (lab) => {
    const containerId = await lab.run(await lab.sandbox());
    await lab.fails(attach(lab, { containerId, tty: true, stdout: true, stderr: true }), "InvalidArgument");
    await lab.fails(attach(lab, { containerId }), "InvalidArgument");
  });

  add("Exec, Attach and PortForward of what does not exist are NotFound", async (lab) => {
    const containerId = "conformance-none";
    await lab.fails(exec(lab, { containerId, stdout: true }), "NotFound");
    await lab.fails(attach(lab, { containerId, stdout: true }), "NotFound");
    await lab.fails(lab.service.portForward({ podSandboxId: "conformance-none", port: [] }), "NotFound");
  });

  add("Exec and Attach of a container that has exited are refused", async (lab) => {
    const containerId = await lab.run(await lab.sandbox(), { command: ["true"] });
    await lab.exited(containerId);
    await lab.fails(exec(lab, { containerId, stdout: true }));
    await lab.fails(attach(lab, { containerId, stdout: true }));
  });

  add("PortForward of a pod sandbox that was stopped is refused", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await lab.service.stopPodSandbox({ podSandboxId });
    await lab.fails(lab.service.portForward({ podSandboxId, port: [] }));
  });

  return cases;
};
