import { createInterface } from "node:readline";
import { connectCri } from "@crikit/cri-api/client";

const address = process.argv[2] ?? "";
const client = connectCri(address);

let seen = 0;
let wake = (): void => undefined;

const subscribe = (): void => {
  const read = async (): Promise<void> => {
    for await (const _event of client.getContainerEvents({})) {
      seen++;
      wake();
    }
  };
  read().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
};

/** Reads a streaming list to its end: the unary one of 30,000 containers is larger than the 16 MiB that a message may have. */
const readAll = async (chunks: AsyncIterable<unknown>): Promise<void> => {
  for await (const _chunk of chunks);
};

const commands: Readonly<Record<string, (argument: string) => Promise<void>>> = {
  list: () => readAll(client.streamContainers({ filter: undefined })),
  stats: () => readAll(client.streamContainerStats({ filter: undefined })),
  subscribe: async () => {
    subscribe();
    await client.version({ version: "" });
    await new Promise((resolve) => setTimeout(resolve, 200));
  },
  seen: async (count) => {
    while (seen < Number(count)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  },
};

console.log("ready reader");
for await (const line of createInterface({ input: process.stdin })) {
  const [command = "", argument = ""] = line.split(" ");
  await commands[command]?.(argument);
  console.log("done");
}
process.exit(0);
