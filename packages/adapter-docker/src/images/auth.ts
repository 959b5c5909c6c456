import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type AuthConfig, CriError } from "@crikit/cri-api";

/** The engine's X-Registry-Auth. */
export interface RegistryAuth {
  readonly username?: string;
  readonly password?: string;
  readonly serveraddress?: string;
  readonly identitytoken?: string;
  readonly registrytoken?: string;
}

const splitAuth = (auth: string): { readonly username: string; readonly password: string } => {
  const text = Buffer.from(auth, "base64").toString();
  const colon = text.indexOf(":");
  if (colon < 0) throw new CriError("InvalidArgument", "auth.auth is not the base64 of user:password");
  return { username: text.slice(0, colon), password: text.slice(colon + 1).replace(/\0+$/, "") };
};

/** CRI's credentials in all their forms as the engine's; `undefined` where there are none. */
export const toRegistryAuth = (auth: AuthConfig | undefined, registry: string): RegistryAuth | undefined => {
  if (auth === undefined) return undefined;
  const pair =
    auth.username !== "" || auth.password !== ""
      ? { username: auth.username, password: auth.password }
      : auth.auth === ""
        ? {}
        : splitAuth(auth.auth);
  const tokens = {
    ...(auth.identityToken === "" ? {} : { identitytoken: auth.identityToken }),
    ...(auth.registryToken === "" ? {} : { registrytoken: auth.registryToken }),
  };
  if (Object.keys({ ...pair, ...tokens }).length === 0) return undefined;
  return { ...pair, ...tokens, serveraddress: auth.serverAddress === "" ? registry : auth.serverAddress };
};

interface DockerConfigFile {
  readonly auths?: Readonly<Record<string, { readonly auth?: string; readonly identitytoken?: string }>>;
}

/** The node's own credentials for a registry, of docker's configuration file: for the sandbox image, which no kubelet brings credentials for. */
export const nodeRegistryAuth = (registry: string, folder = join(homedir(), ".docker")): RegistryAuth | undefined => {
  const file = join(folder, "config.json");
  if (!existsSync(file)) return undefined;
  const config: DockerConfigFile = JSON.parse(readFileSync(file, "utf8"));
  const keys =
    registry === "docker.io"
      ? ["https://index.docker.io/v1/", "index.docker.io", "docker.io"]
      : [registry, `https://${registry}`];
  const found = keys.map((key) => config.auths?.[key]).find((entry) => entry !== undefined);
  if (found === undefined) return undefined;
  return {
    ...(found.auth === undefined || found.auth === "" ? {} : splitAuth(found.auth)),
    ...(found.identitytoken === undefined ? {} : { identitytoken: found.identitytoken }),
    serveraddress: registry,
  };
};
