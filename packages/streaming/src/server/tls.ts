import { type FSWatcher, readFileSync, statSync } from "node:fs";
import type { TlsOptions as NodeTlsOptions, SecureContextOptions } from "node:tls";
import type { TlsOptions } from "./options.ts";

const defaultReloadIntervalMs = 10_000;

const pem = (text: string | Buffer | undefined, file: string | undefined): string | Buffer | undefined =>
  text ?? (file === undefined ? undefined : readFileSync(file));

/** Reads what a server needs; throws what reading the files throws. */
export const readTls = (options: TlsOptions): NodeTlsOptions => {
  const ca = pem(options.clientCa, options.clientCaFile);
  return {
    cert: pem(options.cert, options.certFile),
    key: pem(options.key, options.keyFile),
    minVersion: "TLSv1.2",
    ...(ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }),
  };
};

const stampOf = (files: readonly string[]): string =>
  files
    .map((file) => {
      const { mtimeMs, size, ino } = statSync(file);
      return `${mtimeMs}:${size}:${ino}`;
    })
    .join();

/**
 * Looks at the files of a certificate in intervals, since Kubernetes replaces them by way of a symlink that a file watcher does not follow, and
 * hands over what has changed. A certificate that cannot be read is reported and the old one stays.
 */
export const watchTls = (
  options: TlsOptions,
  on: {
    readonly change: (context: SecureContextOptions) => void;
    readonly problem: (message: string, cause: unknown) => void;
  },
): Pick<FSWatcher, "close"> => {
  const files = [options.certFile, options.keyFile, options.clientCaFile].filter((file) => file !== undefined);
  if (files.length === 0) return { close: () => {} };
  let seen = stampOf(files);
  const look = (): void => {
    try {
      const now = stampOf(files);
      if (now === seen) return;
      on.change(readTls(options));
      seen = now;
    } catch (cause) {
      on.problem(`the certificate in ${files.join(", ")} cannot be read; the one before stays`, cause);
    }
  };
  const timer = setInterval(look, options.reloadIntervalMs ?? defaultReloadIntervalMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
};
