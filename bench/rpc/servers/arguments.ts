import { parseArgs } from "node:util";

/** What a server of the benchmark is told. */
export interface ServerArguments {
  /** Path of the unix socket. */
  readonly socket: string;
  /** Length of the list. */
  readonly containers: number;
  /** Containers that change between two lists. */
  readonly changing: number;
}

/** Reads the arguments that every server of the benchmark takes, the Go one included. */
export const parseServerArguments = (): ServerArguments => {
  const { values } = parseArgs({
    options: {
      socket: { type: "string", default: "" },
      containers: { type: "string", default: "0" },
      changing: { type: "string", default: "0" },
    },
  });
  return { socket: values.socket, containers: Number(values.containers), changing: Number(values.changing) };
};

/** Says that the server listens, and ends the process when standard input ends. */
export const announce = (engine: string): void => {
  console.log(`ready ${engine}`);
  process.stdin.on("end", () => process.exit(0)).resume();
};
