import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildBusybox } from "./busybox.ts";
import { installPackages } from "./debian.ts";
import { type ImageSource, type ImageStore, openImageStore, packImages } from "./image-store.ts";
import { addProgram, makeBareRootfs, makeBusyboxRootfs, type RootfsExtras } from "./rootfs.ts";
import { run } from "./shell.ts";

const here = import.meta.dirname;
const tests = "k8s-staging-cri-tools";
const endToEnd = "e2e-test-images";

const compile = (source: string, output: string, flags: readonly string[] = []): Promise<string> =>
  run("gcc", ["-O2", "-Wall", "-static", "-s", ...flags, "-o", output, join(here, source)]);

const nginxConfig = (port: number): string => `user nginx;
worker_processes 1;
error_log /dev/stderr warn;
pid /run/nginx.pid;
events { worker_connections 256; }
http { access_log off; default_type text/html; server { listen ${port}; root /usr/share/nginx/html; } }
`;

const httpd = `#!/bin/sh
echo "[core:notice] AH00094: Command line: 'httpd -D FOREGROUND'" >&2
exec /bin/busybox httpd -f -p 80 -h /www
`;

const nginxExtras = (port: number): RootfsExtras => ({
  passwd: ["nginx:x:101:101:nginx:/nonexistent:/bin/false"],
  group: ["nginx:x:101:"],
  files: {
    "etc/nginx/nginx.conf": { text: nginxConfig(port) },
    "usr/share/nginx/html/index.html": { text: "<html><head><title>Welcome to nginx!</title></head></html>\n" },
    "var/log/nginx/.keep": { text: "" },
    "var/lib/nginx/.keep": { text: "" },
    "usr/share/nginx/modules-enabled/.keep": { text: "" },
  },
});

/** Builds what critest pulls, from Debian's busybox and nginx and three small C programs; `folder` is kept as a cache. */
export const buildImages = async (folder: string): Promise<ImageStore> => {
  const store = join(folder, "registry");
  const built = await openImageStore(store);
  if (built !== undefined) return built;
  await installPackages(["gcc", "libc6-dev", "nginx-light"]);
  const busybox = await buildBusybox(join(folder, "busybox"));
  const work = join(folder, "rootfs");
  await mkdir(work, { recursive: true });
  await compile("pause.c", join(folder, "pause"));
  await compile("effective-uid.c", join(folder, "effective-uid"));

  const images: ImageSource[] = [];
  const busyboxImage = async (name: string, image: Omit<ImageSource, "rootfs">, extras: RootfsExtras = {}) => {
    await makeBusyboxRootfs(join(work, name), busybox, extras);
    images.push({ cmd: ["sh"], ...image, rootfs: join(work, name) });
  };

  await makeBareRootfs(join(work, "pause"), { copies: { pause: { from: join(folder, "pause") } } });
  images.push({
    rootfs: join(work, "pause"),
    names: ["3.6", "3.9", "3.10"].map((tag) => `pause:${tag}`),
    entrypoint: ["/pause"],
    user: "65535:65535",
  });
  await busyboxImage("busybox", {
    names: [`${endToEnd}/busybox:1.29-2`, "docker/library/busybox:1", "private/busybox:1", "stalled/busybox:1"],
  });
  await busyboxImage(
    "nonewprivs",
    { names: [`${endToEnd}/nonewprivs:1.3`], user: "1500", entrypoint: ["/nnp"], cmd: [] },
    { copies: { nnp: { from: join(folder, "effective-uid"), mode: 0o6755 } } },
  );
  for (const name of ["test-image-1", "test-image-2", "test-image-3", "test-image-latest", "test-image-digest"])
    await busyboxImage(name, { names: [`${tests}/${name}:latest`] }, { files: { [name]: { text: "" } } });
  for (const tag of ["test", "all"])
    await busyboxImage(
      `tag-${tag}`,
      { names: [`${tests}/test-image-tag:${tag}`] },
      { files: { [`tag-${tag}`]: { text: "" } } },
    );
  await busyboxImage(
    "tags",
    { names: [1, 2, 3].map((tag) => `${tests}/test-image-tags:${tag}`) },
    { files: { same: { text: "" } } },
  );
  const users = {
    "user-uid": "1002",
    "user-username": "www-data",
    "user-uid-group": "1003:1004",
    "user-username-group": "www-data:1004",
  };
  for (const [name, user] of Object.entries(users))
    images.push({ cmd: ["sh"], user, names: [`${tests}/test-image-${name}:latest`], rootfs: join(work, "busybox") });
  await busyboxImage(
    "predefined-group",
    { names: [`${tests}/test-image-predefined-group:latest`], user: "1000" },
    {
      passwd: ["default-user:x:1000:1000:Linux User,,,:/home/default-user:/bin/sh"],
      group: ["default-user:x:1000:", "group-defined-in-image:x:50000:default-user"],
    },
  );
  await busyboxImage(
    "httpd",
    { names: [`${endToEnd}/httpd:2.4.39-4`], cmd: ["httpd-foreground"], exposedPorts: ["80/tcp"] },
    {
      files: {
        "www/index.html": { text: "<html><body><h1>It works!</h1></body></html>\n" },
        "bin/httpd-foreground": { text: httpd, mode: 0o755 },
      },
    },
  );
  const nginx = { [`${endToEnd}/nginx:1.14-2`]: 80, [`${tests}/hostnet-nginx-amd64:latest`]: 12003 };
  for (const [name, port] of Object.entries(nginx)) {
    const image = { names: [name], cmd: ["nginx", "-g", "daemon off;"], exposedPorts: [`${port}/tcp`] };
    await busyboxImage(`nginx-${port}`, image, nginxExtras(port));
    await addProgram(join(work, `nginx-${port}`), "/usr/sbin/nginx");
  }
  const packed = await packImages(store, images);
  await rm(work, { recursive: true, force: true });
  return packed;
};

/** Compiles the OCI runtime that stands in front of `runc` on a host without CAP_SYS_RESOURCE. */
export const buildOciWrapper = async (output: string, runc = "/usr/sbin/runc"): Promise<string> => {
  await installPackages(["gcc", "libc6-dev"]);
  await compile("oci-wrapper.c", output, [`-DRUNC="${runc}"`]);
  return output;
};
