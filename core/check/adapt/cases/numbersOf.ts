/** Numbers of an argument: one, or one for each axis. */
import type { ProgramValue } from '../../run/ProgramValue';

/** A number, or an item of a sequence. */
export function scalar(value: ProgramValue | undefined, item = 0): number | undefined {
  if (value?.kind === 'sequence') return scalar(value.items[item]);
  return value?.kind === 'number' ? value.value : undefined;
}

export function pair(value: ProgramValue | undefined): readonly [number, number] | undefined {
  if (value?.kind === 'number') return [value.value, value.value];
  if (value?.kind !== 'sequence' || value.items.length === 0 || value.items.length > 2) return undefined;
  return bothOf(value.items[0], value.items.at(-1));
}

export function bothOf(
  rows: ProgramValue | undefined,
  cols: ProgramValue | undefined,
): readonly [number, number] | undefined {
  const height = scalar(rows);
  const width = scalar(cols);
  return height === undefined || width === undefined ? undefined : [height, width];
}
