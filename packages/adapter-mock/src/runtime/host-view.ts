import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { NamespaceMode } from "@crikit/cri-api";

const LISTEN = "0A";

const parseAddress = (hex: string): string => {
  const [address = "", port = ""] = hex.split(":");
  const number = Number.parseInt(port, 16);
  if (address.length > 8) return `:::${number}`;
  const bytes =
    address
      .match(/../g)
      ?.reverse()
      .map((byte) => Number.parseInt(byte, 16)) ?? [];
  return `${bytes.join(".")}:${number}`;
};

/** The TCP ports that the real host listens on, as `netstat -ln` in a pod of the host's network shows them; none where there is no /proc. */
export const hostListeningPorts = async (): Promise<readonly string[]> => {
  const addresses: string[] = [];
  for (const file of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    let text: string;
    try {
      text = await readFile(file, "utf8");
    } catch {
      // Not Linux, or no IPv6: nothing to show.
      continue;
    }
    for (const line of text.split("\n").slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[3] === LISTEN) addresses.push(parseAddress(fields[1] ?? ""));
    }
  }
  return addresses;
};

const SHM_TITLE =
  "\n------ Shared Memory Segments --------\nkey        shmid      owner      perms      bytes      nattch     status      \n";

/** What `ipcs -m` prints: the real host's segments where the container shares its IPC namespace, none elsewhere. */
export const sharedMemoryOf = (ipc: NamespaceMode): string => {
  if (ipc !== NamespaceMode.NODE) return `${SHM_TITLE}\n`;
  let text = "";
  try {
    text = readFileSync("/proc/sysvipc/shm", "utf8");
  } catch {
    return `${SHM_TITLE}\n`;
  }
  const lines = text
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length > 6)
    .map(([key = "0", shmid = "", permissions = "", size = "", , , attached = "0"]) => {
      const shown = `0x${(Number(key) >>> 0).toString(16).padStart(8, "0")}`;
      return [shown, shmid, "root", permissions, size, attached].map((field) => field.padEnd(11)).join("");
    });
  return `${SHM_TITLE}${lines.join("\n")}\n\n`;
};
