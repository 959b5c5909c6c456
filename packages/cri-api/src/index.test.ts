import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";

const LOADER = `export async function load(url, context, next) {
  process._rawDebug("loaded " + url);
  return next(url, context);
}`;

/** The files a fresh process loads for an import, tsx's own aside. */
const loadedBy = async (specifier: string): Promise<string[]> => {
  const loader = `data:text/javascript,${encodeURIComponent(LOADER)}`;
  const register = `import { register } from "node:module"; register(${JSON.stringify(loader)});`;
  const imports = ["tsx", `data:text/javascript,${encodeURIComponent(register)}`].flatMap((url) => ["--import", url]);
  const script = ["--input-type=module", "-e", `await import(${JSON.stringify(specifier)})`];
  const args = ["--conditions=@crikit/source", ...imports, ...script];
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: process.cwd() });
  return [...stderr.matchAll(/^loaded (\S+)$/gm)].map((match) => match[1] ?? "");
};

test("the words of the CRI load no gRPC and no socket, only the wire codec", async () => {
  const loaded = await loadedBy("@crikit/cri-api");
  expect(loaded.some((url) => url.includes("/cri-api/src/gen/runtime/v1/api.ts"))).toBe(true);
  expect(loaded.filter((url) => /\/grpc\/|node:(?:net|http2?|tls|fs)/.test(url))).toEqual([]);
  const foreign = loaded.filter((url) => url.includes("/node_modules/") && !url.includes("/node_modules/tsx/"));
  expect(foreign.filter((url) => !url.includes("/@bufbuild/protobuf/"))).toEqual([]);
});

test.each(["client", "server"])("@crikit/cri-api/%s is what loads gRPC", async (entry) => {
  const loaded = await loadedBy(`@crikit/cri-api/${entry}`);
  expect(loaded.some((url) => url.includes("/packages/grpc/src/"))).toBe(true);
});
