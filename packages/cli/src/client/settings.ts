import type { ClientConfig } from "../configuration/client-config.ts";
import { defaultConfigPath, readConfigFile } from "../configuration/config-file.ts";
import type { CommandContext } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";

/** How a runtime is talked to: flags before environment before configuration file. */
export interface Settings {
  /** `undefined`: nobody said; the first known endpoint that answers. */
  readonly runtimeEndpoint: string | undefined;
  /** `undefined`: the runtime's. */
  readonly imageEndpoint: string | undefined;
  /** What was asked for, in milliseconds; `undefined`: the defaults. */
  readonly timeoutMs: number | undefined;
  readonly maxRetries: number;
  readonly debug: boolean;
  readonly pullImageOnCreate: boolean;
  readonly disablePullOnRun: boolean;
}

/** Where the configuration file is, and whether somebody named it. */
export const configPathOf = (context: CommandContext): { readonly path: string; readonly isNamed: boolean } => {
  const { config } = context.globals;
  return config === undefined
    ? { path: defaultConfigPath(context.platform, context.env), isNamed: false }
    : { path: config, isNamed: true };
};

const checkNotEmpty = (endpoint: string | undefined, flag: string): string | undefined => {
  if (endpoint === "") throw new CommandError(`--${flag} is empty; give an endpoint such as unix:///run/crikit.sock`);
  return endpoint;
};

const positive = (ms: number | undefined): number | undefined => (ms !== undefined && ms > 0 ? ms : undefined);

const timeoutOf = (context: CommandContext, config: ClientConfig): number | undefined =>
  positive(context.globals.timeout ?? (config.timeout === undefined ? undefined : config.timeout * 1000));

/** Reads the configuration file and joins it with the flags and the environment. */
export const loadSettings = async (context: CommandContext): Promise<Settings> => {
  const { path, isNamed } = configPathOf(context);
  const { values } = await readConfigFile(path, { mustExist: isNamed });
  const { globals } = context;
  return {
    runtimeEndpoint:
      checkNotEmpty(globals["runtime-endpoint"], "runtime-endpoint") ?? (values["runtime-endpoint"] || undefined),
    imageEndpoint:
      checkNotEmpty(globals["image-endpoint"], "image-endpoint") ?? (values["image-endpoint"] || undefined),
    timeoutMs: timeoutOf(context, values),
    maxRetries: globals["max-retries"] ?? values["max-retries"] ?? 0,
    debug: globals.debug || values.debug === true,
    pullImageOnCreate: values["pull-image-on-create"] === true,
    disablePullOnRun: values["disable-pull-on-run"] === true,
  };
};
