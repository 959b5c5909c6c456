import type { CriCall } from "./calls.ts";
import type { FaultSelection } from "./fault-rules.ts";

/** Whether a rule's name, in which `*` stands for any characters, is a call's. */
export const matchesCallName = (pattern: string, call: Pick<CriCall, "name" | "key">): boolean => {
  if (pattern === call.name || pattern === call.key) return true;
  if (!pattern.includes("*")) return false;
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(call.name);
};

const fieldOf = (message: unknown, path: string): unknown => {
  let value: unknown = message;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined;
  }
  return value;
};

/** Whether each field of a message, by its path, is the text, or holds it if it is a list of words. */
export const matchesFields = (message: unknown, match: { readonly [field: string]: string } | undefined): boolean =>
  Object.entries(match ?? {}).every(([path, text]) => {
    const value = fieldOf(message, path);
    if (Array.isArray(value)) return value.join(" ").includes(text);
    return value !== undefined && String(value) === text;
  });

/** Decides for each call that a rule names whether the rule applies to it. */
export const createPicker = (selection: FaultSelection, random: () => number): (() => boolean) => {
  let seen = 0;
  let applied = 0;
  return () => {
    seen++;
    if (selection.times !== undefined && applied >= selection.times) return false;
    if (selection.nth !== undefined && seen !== selection.nth) return false;
    if (selection.every !== undefined && seen % selection.every !== 0) return false;
    if (selection.rate !== undefined && random() >= selection.rate) return false;
    applied++;
    return true;
  };
};
