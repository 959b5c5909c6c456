/** A part of a descriptor as protojson prints it. */
export type DescriptorJson = { readonly [key: string]: unknown };

const isJson = (value: unknown): value is DescriptorJson =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const childrenOf = (parent: DescriptorJson, key: string): readonly DescriptorJson[] => {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isJson) : [];
};

type Declaration = readonly [name: string, said: DescriptorJson];

const named = (kind: string, scope: string, list: readonly DescriptorJson[]): Declaration[] =>
  list.map((said) => [`${kind} ${scope}${said.name}`, said]);

const messagesOf = (parent: DescriptorJson, key: string, scope: string): Declaration[] =>
  childrenOf(parent, key).flatMap((message) => {
    const { nestedType: _messages, enumType: _enums, ...said } = message;
    const inside = `${scope}${message.name}.`;
    return [
      ...named("message", scope, [said]),
      ...messagesOf(message, "nestedType", inside),
      ...named("enum", inside, childrenOf(message, "enumType")),
    ];
  });

/**
 * Everything a file declares, nested declarations and map entries each on their own: `message ContainerConfig`, `enum
 * SecurityProfile.ProfileType`, `service ImageService`, with all that is said of it but what is declared inside it.
 */
export const declarationsOf = (file: DescriptorJson): ReadonlyMap<string, DescriptorJson> =>
  new Map([
    ...messagesOf(file, "messageType", ""),
    ...named("enum", "", childrenOf(file, "enumType")),
    ...named("service", "", childrenOf(file, "service")),
  ]);

const print = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

const byName = (list: readonly DescriptorJson[]): ReadonlyMap<string, DescriptorJson> =>
  new Map(list.map((part) => [String(part.name), part]));

const isList = (value: unknown): value is readonly DescriptorJson[] => Array.isArray(value) && value.every(isJson);

/**
 * How two descriptors differ, a line for each difference that names the place: `field log_path number: ours 12, wanted 11`. Lists of named
 * parts (fields, values, methods, oneofs) are compared by name, their order means nothing.
 */
export const differencesOf = (ours: DescriptorJson, wanted: DescriptorJson, at = ""): string[] =>
  [...new Set([...Object.keys(wanted), ...Object.keys(ours)])].flatMap((key) => {
    const [mine, theirs] = [ours[key], wanted[key]];
    const place = `${at}${key}`;
    if (isList(mine ?? []) && isList(theirs ?? [])) {
      const [own, others] = [byName(childrenOf(ours, key)), byName(childrenOf(wanted, key))];
      return [...new Set([...others.keys(), ...own.keys()])].flatMap((name) => {
        const [one, other] = [own.get(name), others.get(name)];
        if (!one) return [`${place} ${name}: ours has none`];
        if (!other) return [`${place} ${name}: only ours has it`];
        return differencesOf(one, other, `${place} ${name} `);
      });
    }
    if (isJson(mine) && isJson(theirs)) return differencesOf(mine, theirs, `${place}.`);
    return print(mine) === print(theirs) ? [] : [`${place}: ours ${print(mine)}, wanted ${print(theirs)}`];
  });
