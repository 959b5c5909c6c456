import type { ImageReference } from "@crikit/cri-runtime";
import type { Catalogue, ImageTemplate } from "./image-template.ts";

const NGINX: ImageTemplate = {
  entrypoint: ["/docker-entrypoint.sh"],
  command: ["nginx", "-g", "daemon off;"],
  programs: { "/usr/sbin/nginx": "nginx" },
  files: {
    "/docker-entrypoint.sh": '#!/bin/sh\nexec "$@"\n',
    "/etc/nginx/conf.d/default.conf": "server {\n    listen 80;\n}\n",
  },
  stopSignal: "SIGQUIT",
  env: { NGINX_VERSION: "1.25.0" },
};

const HOSTNET_NGINX: ImageTemplate = {
  ...NGINX,
  files: { ...NGINX.files, "/etc/nginx/conf.d/default.conf": "server {\n    listen 12003;\n}\n" },
};

const REDIS: ImageTemplate = {
  command: ["redis-server"],
  programs: { "/usr/local/bin/redis-server": "redis-server" },
  workingDir: "/data",
  passwd: ["redis:x:999:999::/home/redis:/bin/sh"],
  group: ["redis:x:999:"],
};

/** The programs of well-known images. Every other reference gets an image of tools that starts a shell, or the program of its own name. */
const WELL_KNOWN: Catalogue = {
  busybox: { command: ["sh"] },
  alpine: { command: ["/bin/sh"] },
  debian: { command: ["bash"], programs: { "/bin/bash": "bash" } },
  ubuntu: { command: ["/bin/bash"], programs: { "/bin/bash": "bash" } },
  pause: { entrypoint: ["/pause"], programs: { "/pause": "pause" }, tools: false, sizeBytes: 742_080 },
  nginx: NGINX,
  "hostnet-nginx": HOSTNET_NGINX,
  "hostnet-nginx-amd64": HOSTNET_NGINX,
  "hostnet-nginx-arm64": HOSTNET_NGINX,
  httpd: {
    command: ["httpd-foreground"],
    programs: { "/usr/local/bin/httpd-foreground": "httpd-foreground" },
    workingDir: "/usr/local/apache2",
  },
  redis: REDIS,
  valkey: REDIS,
  nonewprivs: { entrypoint: ["/nnp"], programs: { "/nnp": "nnp" }, setUid: ["/nnp"] },
  "test-image-tags": { content: "test-image-tags" },
  "test-image-user-uid": { user: "1002" },
  "test-image-user-username": { user: "www-data" },
  "test-image-user-uid-group": { user: "1003:users" },
  "test-image-user-username-group": { user: "www-data:www-data" },
  "test-image-predefined-group": {
    user: "1000",
    passwd: ["default-user:x:1000:1000:Linux User,,,:/home/default-user:/bin/sh"],
    group: ["default-user:x:1000:", "group-defined-in-image:x:50000:default-user"],
  },
};

const lastName = (path: string): string => path.split("/").at(-1) ?? path;

/** The template of a reference: the most exact name wins, the user's catalogue before the mock's. */
export const findTemplate = (
  reference: ImageReference,
  options: { readonly catalogue: Catalogue; readonly wellKnown: boolean },
): ImageTemplate | undefined => {
  const { domain, path, tag, digest } = reference;
  const whole = `${domain}/${path}`;
  const version = tag ?? digest ?? "latest";
  const short = path.replace(/^library\//, "");
  const names = [
    `${whole}:${version}`,
    `${path}:${version}`,
    `${short}:${version}`,
    whole,
    path,
    short,
    lastName(path),
  ];
  for (const catalogue of options.wellKnown ? [options.catalogue, WELL_KNOWN] : [options.catalogue]) {
    for (const name of names) {
      const template = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
      if (template !== undefined) return template;
    }
  }
  return undefined;
};
