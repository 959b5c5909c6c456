/** A place on this machine or the network: a socket's or pipe's path, or a TCP port. */
export type Address = { readonly path: string } | { readonly host: string; readonly port: number };

/** `unix:///path`, `unix:path`, `/path`, `npipe:////./pipe/name`, `host:port` or `[::1]:port` as what Node listens on or connects to. */
export const parseAddress = (address: string): Address => {
  const unix = /^unix:(?:\/\/)?(.+)$/.exec(address)?.[1];
  if (unix !== undefined) return { path: unix };
  const pipe = /^npipe:(?:\/\/)?(.+)$/.exec(address)?.[1];
  if (pipe !== undefined) return { path: pipe.replaceAll("/", "\\") };
  if (/^[/\\]/.test(address)) return { path: address };
  const tcp = /^(?:tcp:\/\/|dns:\/\/\/?)?(?:\[([^\]]+)\]|([^/:[\]]+)):(\d{1,5})$/.exec(address);
  const port = Number(tcp?.[3]);
  if (tcp === null || port > 65_535)
    throw new TypeError(`"${address}" is no address: unix:///path, npipe:////./pipe/name or host:port`);
  return { host: tcp[1] ?? tcp[2] ?? "", port };
};

/** What a client says as `:authority` for a place: `localhost` for a path, as grpc-go does. */
export const authorityOf = (address: Address): string => {
  if ("path" in address) return "localhost";
  return address.host.includes(":") ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
};
