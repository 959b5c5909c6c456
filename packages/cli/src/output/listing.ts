import type { CriMessage, CriMessageName } from "@crikit/cri-api/descriptor";
import type { SwitchFlag } from "../arguments/flag.ts";
import { formatSuggestion } from "../arguments/suggest.ts";
import { UsageError } from "../arguments/usage-error.ts";
import { formatStructured, outputFlag, type StructuredFormat } from "./structured.ts";
import { formatTable } from "./table.ts";

/** The formats of a list. */
export const LIST_FORMATS = ["table", "wide", "json", "yaml", "ndjson", "go-template"] as const;

/** The flags that say how a list is printed. */
export const LISTING_FLAGS = {
  output: outputFlag(LIST_FORMATS, "table"),
  template: { kind: "text", placeholder: "TEMPLATE", summary: "What -o go-template prints" },
  quiet: { kind: "switch", short: "q", summary: "Only ids" },
  verbose: { kind: "switch", short: "v", summary: "A block of lines each" },
  "no-trunc": { kind: "switch", summary: "Whole ids" },
  sort: { kind: "text", placeholder: "[-]COLUMN", summary: "Sort by a column, -COLUMN backwards" },
} as const;

/** `--watch` and how often. */
export const WATCH_FLAGS = {
  watch: { kind: "switch", short: "w", summary: "Go on until Ctrl-C, printing anew what has changed" },
  interval: { kind: "duration", standard: "1s", summary: "How often --watch looks" },
} as const;

/** One column of a list's table. */
export interface Column<T> {
  readonly title: string;
  text(row: T): string;
  /** What `--sort` compares; the text if left out. */
  sortKey?(row: T): bigint | number | string;
  /** Only in `-o wide`. */
  readonly isWide?: boolean;
}

/** A switch for a column that is hidden without. */
export const columnSwitch = (summary: string): SwitchFlag => ({ kind: "switch", summary });

/** How a list is printed: as its flags say. */
export interface ListingChoice {
  readonly output: string | undefined;
  readonly template: string | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly sort: string | undefined;
}

/** A list in all its forms. */
export interface Listing<T, Whole extends CriMessageName, Each extends CriMessageName> {
  readonly columns: readonly Column<T>[];
  idOf(row: T): string;
  /** The lines of `--verbose`. */
  describe(row: T): string;
  /** The name of the answer that holds the list, and of one entry of it. */
  readonly wholeName: Whole;
  readonly eachName: Each;
  toWhole(rows: readonly T[]): CriMessage<Whole>;
  toEach(row: T): CriMessage<Each>;
}

const keyName = (title: string): string => title.toLowerCase().replaceAll(" ", "-");

const compare = (a: bigint | number | string, b: bigint | number | string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Sorts rows by the column that `--sort` names. */
export const sortRows = <T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sort: string | undefined,
): readonly T[] => {
  if (sort === undefined) return rows;
  const backwards = sort.startsWith("-");
  const wanted = sort.replace(/^-/, "").toLowerCase();
  const names = columns.map(({ title }) => keyName(title));
  const column = columns[names.indexOf(wanted)];
  if (column === undefined) {
    const hint = formatSuggestion(wanted, names) || `; columns are ${names.join(", ")}`;
    throw new UsageError(`--sort takes a column, not ${JSON.stringify(sort)}${hint}`);
  }
  const keyOf = column.sortKey ?? column.text;
  const sorted = [...rows].sort((a, b) => compare(keyOf(a), keyOf(b)));
  return backwards ? sorted.reverse() : sorted;
};

const formatRows = <T>(rows: readonly T[], columns: readonly Column<T>[], isWide: boolean): string => {
  const shown = columns.filter((column) => isWide || column.isWide !== true);
  return formatTable([shown.map(({ title }) => title), ...rows.map((row) => shown.map(({ text }) => text(row)))]);
};

const formatAsStructure = async <T, Whole extends CriMessageName, Each extends CriMessageName>(
  rows: readonly T[],
  listing: Listing<T, Whole, Each>,
  choice: ListingChoice & { readonly output: StructuredFormat },
): Promise<string> => {
  const { toCriJson } = await import("@crikit/cri-api/descriptor");
  if (choice.output === "ndjson") {
    const entries = await Promise.all(rows.map((row) => toCriJson(listing.eachName, listing.toEach(row))));
    return formatStructured(entries, "ndjson");
  }
  const whole = await toCriJson(listing.wholeName, listing.toWhole(rows));
  return formatStructured(whole, choice.output, choice.template);
};

const formats: readonly string[] = ["json", "yaml", "ndjson", "go-template"] satisfies readonly StructuredFormat[];

const isStructured = (choice: ListingChoice): choice is ListingChoice & { readonly output: StructuredFormat } =>
  choice.output !== undefined && formats.includes(choice.output);

/** A list as its flags ask for it. */
export const formatListing = async <T, Whole extends CriMessageName, Each extends CriMessageName>(
  rows: readonly T[],
  listing: Listing<T, Whole, Each>,
  choice: ListingChoice,
): Promise<string> => {
  const sorted = sortRows(rows, listing.columns, choice.sort);
  if (isStructured(choice)) return formatAsStructure(sorted, listing, choice);
  if (choice.quiet) return sorted.map((row) => `${listing.idOf(row)}\n`).join("");
  if (choice.verbose) return sorted.map((row) => `${listing.describe(row)}\n`).join("");
  return formatRows(sorted, listing.columns, choice.output === "wide");
};
