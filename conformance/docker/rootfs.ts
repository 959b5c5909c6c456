import { chmod, copyFile, cp, link, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { run } from "./shell.ts";

const passwd = [
  "root:x:0:0:root:/root:/bin/sh",
  "daemon:x:1:1:daemon:/usr/sbin:/bin/false",
  "bin:x:2:2:bin:/bin:/bin/false",
  "sys:x:3:3:sys:/dev:/bin/false",
  "sync:x:4:100:sync:/bin:/bin/sync",
  "mail:x:8:8:mail:/var/spool/mail:/bin/false",
  "www-data:x:33:33:www-data:/var/www:/bin/false",
  "operator:x:37:37:Operator:/var:/bin/false",
  "nobody:x:65534:65534:nobody:/home:/bin/false",
];
const group = [
  "root:x:0:",
  "daemon:x:1:",
  "bin:x:2:",
  "sys:x:3:",
  "mail:x:8:",
  "www-data:x:33:",
  "operator:x:37:",
  "users:x:100:",
  "nogroup:x:65534:",
];

/** What a root file system holds beside busybox. */
export interface RootfsExtras {
  readonly files?: Readonly<Record<string, { readonly text: string; readonly mode?: number }>>;
  readonly copies?: Readonly<Record<string, { readonly from: string; readonly mode?: number }>>;
  readonly passwd?: readonly string[];
  readonly group?: readonly string[];
}

const addExtras = async (folder: string, extras: RootfsExtras): Promise<void> => {
  for (const [path, file] of Object.entries(extras.files ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), file.text);
    await chmod(join(folder, path), file.mode ?? 0o644);
  }
  for (const [path, copy] of Object.entries(extras.copies ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(copy.from, join(folder, path));
    await chmod(join(folder, path), copy.mode ?? 0o755);
  }
};

/**
 * Lays a root file system out as the official busybox image does. The applets are hard links: a runtime masks what a symbolic link points
 * at, which would be busybox itself.
 */
export const makeBusyboxRootfs = async (folder: string, busybox: string, extras: RootfsExtras = {}): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  for (const path of [
    "bin",
    "etc",
    "home",
    "root",
    "tmp",
    "run",
    "usr/sbin",
    "usr/bin",
    "var/spool/mail",
    "var/www",
    "var/log",
  ])
    await mkdir(join(folder, path), { recursive: true });
  await chmod(join(folder, "tmp"), 0o1777);
  await symlink("/run", join(folder, "var", "run"));
  await copyFile(busybox, join(folder, "bin", "busybox"));
  const applets = (await run(busybox, ["--list"])).trim().split("\n");
  for (const applet of applets)
    if (applet !== "busybox") await link(join(folder, "bin", "busybox"), join(folder, "bin", applet));
  await writeFile(join(folder, "etc", "passwd"), `${[...passwd, ...(extras.passwd ?? [])].join("\n")}\n`);
  await writeFile(join(folder, "etc", "group"), `${[...group, ...(extras.group ?? [])].join("\n")}\n`);
  await addExtras(folder, extras);
};

/** A root file system with nothing but the extras. */
export const makeBareRootfs = async (folder: string, extras: RootfsExtras): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await addExtras(folder, extras);
};

/** Copies a program of this machine with the libraries it is linked to. */
export const addProgram = async (folder: string, program: string): Promise<void> => {
  await mkdir(dirname(join(folder, program)), { recursive: true });
  await copyFile(program, join(folder, program));
  await chmod(join(folder, program), 0o755);
  for (const library of (await run("ldd", [program])).match(/\/lib[^ )]+/g) ?? []) {
    await mkdir(dirname(join(folder, library)), { recursive: true });
    await cp(library, join(folder, library), { dereference: true });
  }
};
