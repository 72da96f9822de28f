import type { Row } from './bench.ts';

/**
 * Which ids of a bench were asked for: all when nothing was. An asked `host.script` means every `host.script.N`, and
 * a bench's `host.script.*` matches an asked `host.script.5000`.
 */
export function wantedIds(ids: readonly string[], only: readonly string[] | undefined): string[] {
  if (!only) return [...ids];
  return only.flatMap((asked) => ids.flatMap((id) => match(id, asked)));
}

/** Asked ids for which no row came. */
export function missing(only: readonly string[] | undefined, rows: readonly Row[]): string[] {
  return (only ?? []).filter(
    (asked) => !rows.some((row) => row.id === asked || row.id.startsWith(`${asked}.`)),
  );
}

function match(id: string, asked: string): string[] {
  if (id === asked || id.startsWith(`${asked}.`)) return [id];
  return id.endsWith('.*') && asked.startsWith(id.slice(0, -1)) ? [asked] : [];
}
