/**
 * The id that `asked` stands for among `ids`: itself if it is one of them, else the only one that starts with it, else `undefined` (none or
 * several). So people can type the first characters of an id; the kubelet always sends whole ones.
 */
export const resolveId = (asked: string, ids: Iterable<string>): string | undefined => {
  let found: string | undefined;
  let isAmbiguous = false;
  for (const id of ids) {
    if (id === asked) return id;
    if (!id.startsWith(asked) || id === found) continue;
    isAmbiguous ||= found !== undefined;
    found = id;
  }
  return isAmbiguous ? undefined : found;
};
