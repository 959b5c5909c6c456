import { UsageError } from "../arguments/usage-error.ts";
import { configPathOf } from "../client/settings.ts";
import {
  CONFIG_KEYS,
  type ConfigKey,
  type ConfigValue,
  checkConfigKey,
  parseConfigValue,
  standardOf,
} from "../configuration/client-config.ts";
import { readConfigFile, writeConfigFile } from "../configuration/config-file.ts";
import { defineCommand } from "../context/command.ts";
import { formatTable } from "../output/table.ts";

type Changes = ReadonlyMap<ConfigKey, ConfigValue>;

const parseChange = (key: string, value: string): readonly [ConfigKey, ConfigValue] => {
  const known = checkConfigKey(key, "config");
  return [known, parseConfigValue(known, value, "config")];
};

/** `a=b,c=d`: a comma parts settings only where a key follows, so that values may have commas. */
const parseSettings = (texts: readonly string[]): Changes =>
  new Map(
    texts
      .flatMap((text) => text.split(/,(?=[a-z-]+=)/))
      .map((pair) => {
        const at = pair.indexOf("=");
        if (at < 1) throw new UsageError(`--set takes KEY=VALUE, not ${JSON.stringify(pair)}`);
        return parseChange(pair.slice(0, at), pair.slice(at + 1));
      }),
  );

const readChanges = (set: readonly string[], args: readonly string[]): Changes => {
  if (set.length > 0) return parseSettings(set);
  const [key = "", value] = args;
  if (value === undefined) throw new UsageError(`config ${key} needs a value; "crikit config --get ${key}" prints it`);
  return new Map([parseChange(key, value)]);
};

export const command = defineCommand({
  name: "config",
  usage: "[flags] [KEY VALUE]",
  description: `Reads and changes the client configuration, crictl's file; comments in it are kept. Keys: ${CONFIG_KEYS.join(", ")}.`,
  examples: [
    "crikit config --set runtime-endpoint=unix:///run/crikit.sock,timeout=10",
    "crikit config debug true",
    "crikit config --get timeout",
    "crikit config --list",
  ],
  flags: {
    get: { kind: "text", placeholder: "KEY", completion: CONFIG_KEYS, summary: "Print one value" },
    set: { kind: "list", placeholder: "KEY=VALUE", summary: "Set values; several with commas or by giving it again" },
    list: { kind: "switch", summary: "Print all values" },
  },
  arguments: [0, 2],
  argumentCompletions: [CONFIG_KEYS],
  run: async (context, { flags, args }) => {
    const wanted = [flags.get !== undefined, flags.set.length > 0, flags.list, args.length > 0].filter(Boolean).length;
    if (wanted !== 1)
      throw new UsageError('config takes one of --get, --set, --list or KEY VALUE; see "crikit config --help"');
    const { path } = configPathOf(context);
    const file = await readConfigFile(path, { mustExist: false });
    const textOf = (key: ConfigKey): string => String(file.values[key] ?? standardOf(key));
    if (flags.get !== undefined) await context.print(`${textOf(checkConfigKey(flags.get, "config"))}\n`);
    else if (flags.list)
      await context.print(formatTable([["KEY", "VALUE"], ...CONFIG_KEYS.map((key) => [key, textOf(key)])]));
    else await writeConfigFile(file, readChanges(flags.set, args));
    return 0;
  },
});
