import { existsSync } from "node:fs";
import { mkdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./shell.ts";

/** The hosts that the loopback registry poses as. `private.crikit.test` is the one that wants credentials. */
export const REGISTRY_HOSTS = [
  "gcr.io",
  "registry.k8s.io",
  "k8s.gcr.io",
  "public.ecr.aws",
  "private.crikit.test",
] as const;

const mark = "# crikit conformance";

/** A certificate for the hosts, from a CA of its own that lives only here. */
export interface Certificates {
  readonly cert: string;
  readonly key: string;
  readonly caFile: string;
}

/** Makes a CA and a certificate for the hosts in `folder`. */
export const makeCertificates = async (folder: string): Promise<Certificates> => {
  await mkdir(folder, { recursive: true });
  const files = {
    ca: join(folder, "ca.crt"),
    caKey: join(folder, "ca.key"),
    key: join(folder, "server.key"),
    request: join(folder, "server.csr"),
    cert: join(folder, "server.crt"),
  };
  const fresh = ["-newkey", "rsa:2048", "-nodes"];
  await run("openssl", [
    "req",
    "-x509",
    ...fresh,
    "-days",
    "7",
    "-subj",
    "/CN=crikit-conformance",
    "-keyout",
    files.caKey,
    "-out",
    files.ca,
  ]);
  await run("openssl", [
    "req",
    ...fresh,
    "-subj",
    `/CN=${REGISTRY_HOSTS[0]}`,
    "-keyout",
    files.key,
    "-out",
    files.request,
  ]);
  const names = [...REGISTRY_HOSTS.map((host) => `DNS:${host}`), "DNS:localhost", "IP:127.0.0.1"].join(",");
  await writeFile(join(folder, "extensions"), `subjectAltName=${names}\n`);
  const sign = [
    "x509",
    "-req",
    "-in",
    files.request,
    "-CA",
    files.ca,
    "-CAkey",
    files.caKey,
    "-CAcreateserial",
    "-days",
    "7",
  ];
  await run("openssl", [...sign, "-extfile", join(folder, "extensions"), "-out", files.cert]);
  const [cert, ca, key] = await Promise.all([files.cert, files.ca, files.key].map((file) => readFile(file, "utf8")));
  return { cert: `${cert}${ca}`, key: key ?? "", caFile: files.ca };
};

/** Makes this machine resolve the hosts to loopback and engines trust the CA; the returned function undoes both. */
export const trustRegistry = async (certificates: Certificates): Promise<() => Promise<void>> => {
  const ca = await readFile(certificates.caFile);
  const made: string[] = [];
  for (const host of REGISTRY_HOSTS) {
    const folder = `/etc/docker/certs.d/${host}`;
    if (!existsSync(folder)) made.push(folder);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "crikit-conformance.crt"), ca);
  }
  const cleanHosts = async (): Promise<string> =>
    (await readFile("/etc/hosts", "utf8"))
      .split("\n")
      .filter((line) => !line.endsWith(mark))
      .join("\n");
  const before = await cleanHosts();
  const lines = REGISTRY_HOSTS.map((host) => `127.0.0.1 ${host} ${mark}`).join("\n");
  await writeFile("/etc/hosts", `${before.replace(/\n*$/, "\n")}${lines}\n`);
  return async () => {
    await writeFile("/etc/hosts", await cleanHosts());
    for (const host of REGISTRY_HOSTS) await rm(`/etc/docker/certs.d/${host}/crikit-conformance.crt`, { force: true });
    for (const folder of made) await rmdir(folder).catch(() => {});
  };
};
