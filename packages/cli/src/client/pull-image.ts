import type { AuthConfig, ContainerConfig, CriService, PodSandboxConfig } from "@crikit/cri-api";
import { PullImageRequest } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import type { CommandContext } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";

/** The flags that say who pulls. */
export const PULL_FLAGS = {
  creds: {
    kind: "text",
    env: "CRICTL_CREDS",
    placeholder: "USER[:PASSWORD]",
    summary: "User and password for the registry",
  },
  auth: {
    kind: "text",
    env: "CRICTL_AUTH",
    placeholder: "BASE64",
    summary: "USER:PASSWORD in base64 for the registry",
  },
  username: {
    kind: "text",
    short: "u",
    summary: "User for the registry; the password is asked for, or read from stdin",
  },
  "pull-timeout": {
    kind: "duration",
    aliases: ["pt"],
    env: "CRICTL_PULL_TIMEOUT",
    standard: "0s, no limit",
    summary: "How long pulling may take",
  },
} as const;

/** The values of {@link PULL_FLAGS}. */
export interface PullChoice {
  readonly creds: string | undefined;
  readonly auth: string | undefined;
  readonly username: string | undefined;
  readonly "pull-timeout": number | undefined;
}

/** Reads one line without showing it on a terminal. */
const readPassword = async (context: CommandContext): Promise<string> => {
  const { stdin, stderr } = context;
  stderr.write("Password: ");
  stdin.setRawMode?.(true);
  let typed = "";
  try {
    for await (const chunk of stdin) {
      for (const character of String(chunk)) {
        if (character === "\r" || character === "\n") return typed;
        if (character === "\u0003") throw new CommandError("interrupted", { exitCode: 130 });
        typed = character === "\u007f" ? typed.slice(0, -1) : typed + character;
      }
    }
    return typed;
  } finally {
    stdin.setRawMode?.(false);
    stderr.write("\n");
  }
};

/** Who pulls, by the flags; nobody in particular without. */
export const readAuth = async (context: CommandContext, choice: PullChoice): Promise<AuthConfig | undefined> => {
  const { creds, auth, username } = choice;
  if (creds !== undefined && auth !== undefined) throw new UsageError("--creds and --auth exclude each other");
  const base = { username: "", password: "", auth: "", serverAddress: "", identityToken: "", registryToken: "" };
  if (username !== undefined) return { ...base, username, password: await readPassword(context) };
  if (creds !== undefined) {
    const colon = creds.indexOf(":");
    const name = colon < 0 ? creds : creds.slice(0, colon);
    if (name === "") throw new UsageError("--creds takes USER[:PASSWORD], and the user is empty");
    return { ...base, username: name, password: colon < 0 ? "" : creds.slice(colon + 1) };
  }
  return auth === undefined ? undefined : { ...base, auth };
};

/** What is pulled for whom. */
export interface Pull {
  readonly image: string;
  readonly auth: AuthConfig | undefined;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly podConfig?: PodSandboxConfig | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Pulls an image and returns its reference. */
export const pullImage = async (service: CriService, pull: Pull): Promise<string> => {
  const { timeoutMs = 0 } = pull;
  if (timeoutMs < 0) throw new UsageError("--pull-timeout takes a time of 0 or more");
  const request = PullImageRequest.fromPartial({ image: { image: pull.image, annotations: { ...pull.annotations } } });
  const { imageRef } = await service.pullImage(
    { ...request, auth: pull.auth, sandboxConfig: pull.podConfig },
    timeoutMs > 0 ? { timeoutMs } : {},
  );
  return imageRef;
};

/** Pulls what a container needs: its image and the images of its mounts. */
export const pullForContainer = async (
  context: CommandContext,
  service: CriService,
  needs: { readonly config: ContainerConfig; readonly podConfig: PodSandboxConfig; readonly choice: PullChoice },
): Promise<void> => {
  const { config, podConfig, choice } = needs;
  const auth = await readAuth(context, choice);
  const images = [config.image?.image ?? "", ...config.mounts.map(({ image }) => image?.image ?? "")];
  for (const image of new Set(images.filter((name) => name !== ""))) {
    context.debug(`pulling ${image}`);
    const annotations = config.image?.annotations ?? {};
    await pullImage(service, { image, auth, annotations, podConfig, timeoutMs: choice["pull-timeout"] });
  }
};
