import { type ConformanceCase, createArea } from "./case.ts";

/** What a runtime says about itself. */
export const runtimeCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("runtime");

  add("Version answers its name, its version and the API version v1", async ({ service, assert }) => {
    const version = await service.version({ version: "v1" });
    assert.equal(version.runtimeApiVersion, "v1");
    assert.ok(version.version !== "", "version is empty");
    assert.ok(version.runtimeName !== "", "runtime_name is empty");
    assert.ok(version.runtimeVersion !== "", "runtime_version is empty");
  });

  add(
    "Status has the conditions RuntimeReady and NetworkReady, the first of them true",
    async ({ service, assert }) => {
      const { status } = await service.status({ verbose: false });
      const conditions = new Map(status?.conditions.map((condition) => [condition.type, condition.status]));
      assert.equal(conditions.get("RuntimeReady"), true, "RuntimeReady is not true");
      assert.ok(conditions.has("NetworkReady"), "there is no condition NetworkReady");
    },
  );

  add(
    "Status says that the network is ready",
    async ({ service, assert }) => {
      const { status } = await service.status({ verbose: false });
      const network = status?.conditions.find((condition) => condition.type === "NetworkReady");
      assert.equal(network?.status, true, network?.message);
    },
    (target) => target.network !== "NODE",
  );

  add("Status has info when asked to be verbose and none otherwise", async ({ service, assert }) => {
    const verbose = await service.status({ verbose: true });
    assert.ok(Object.keys(verbose.info).length > 0, "info is empty");
    const terse = await service.status({ verbose: false });
    assert.deepEqual({ ...terse.info }, {});
  });

  add("RuntimeConfig names a cgroup driver", async ({ service, assert }) => {
    const config = await service.runtimeConfig({});
    assert.ok(config.linux !== undefined, "linux is not set");
  });

  add("UpdateRuntimeConfig takes a pod CIDR, and none", async ({ service }) => {
    await service.updateRuntimeConfig({ runtimeConfig: { networkConfig: { podCidr: "10.123.0.0/24" } } });
    await service.updateRuntimeConfig({ runtimeConfig: { networkConfig: undefined } });
  });

  return cases;
};
