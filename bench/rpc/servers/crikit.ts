import { CriError, type CriService } from "@crikit/cri-api";
import { serveCri } from "@crikit/cri-api/server";
import { createContainerList, createEvent, EVENT_COUNT, VERSION } from "../records.ts";
import { announce, parseServerArguments } from "./arguments.ts";

const settings = parseServerArguments();
const list = createContainerList(settings);

const answers: Pick<CriService, "version" | "listContainers" | "getContainerEvents"> = {
  version: async () => VERSION,
  listContainers: async () => ({ containers: list() }),
  getContainerEvents: async function* () {
    for (let number = 0; number < EVENT_COUNT; number += 1) yield createEvent(number);
  },
};

const isAnswered = (name: string | symbol): name is keyof typeof answers => name in answers;

/** The other forty calls are not measured. */
const service = new Proxy(answers as CriService, {
  get: (_target, name) =>
    isAnswered(name)
      ? answers[name]
      : () => {
          throw new CriError("Unimplemented", `the benchmark does not answer ${String(name)}`);
        },
});

await serveCri(service, `unix://${settings.socket}`);
announce("crikit");
