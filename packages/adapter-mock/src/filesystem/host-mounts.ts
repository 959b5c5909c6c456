import { readFileSync } from "node:fs";

/** Mount points in mountinfo have spaces and the like as octal numbers. */
const unescapeOctal = (text: string): string =>
  text.replace(/\\(\d{3})/g, (_all, digits) => String.fromCharCode(Number.parseInt(digits, 8)));

/** The mount points of this host at or below `path`, with the id of each mount; none where there is no /proc. */
export const hostMountsBelow = (path: string): ReadonlyMap<string, string> => {
  let text: string;
  try {
    text = readFileSync("/proc/self/mountinfo", "utf8");
  } catch {
    return new Map();
  }
  const mounts = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [mountId = "", , , , point = ""] = line.split(" ");
    const at = unescapeOctal(point);
    if (at.startsWith(`${path}/`)) mounts.set(at, mountId);
  }
  return mounts;
};
