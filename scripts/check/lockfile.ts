interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The part of a package-lock.json (lockfileVersion 3) that the check reads. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/**
 * Names each optional dependency that has no entry of its own in the lockfile, as `name (of package)`. Such a lockfile was written without the
 * packages of other platforms, and `npm ci` refuses it there.
 */
export const findMissingOptional = (lockfile: Lockfile): string[] => {
  const present = new Set(Object.keys(lockfile.packages).map(nameOf));
  return Object.entries(lockfile.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !present.has(name))
      .map((name) => `${name} (of ${nameOf(path)})`),
  );
};
