/** Numbers of an argument: one, or one for each axis. */
import { numberOf, type ProgramValue } from '../../run/ProgramValue';

export function pair(value: ProgramValue | undefined): readonly [number, number] | undefined {
  if (value?.kind === 'number') return [value.value, value.value];
  if (value?.kind !== 'sequence' || value.items.length === 0 || value.items.length > 2) return undefined;
  return bothOf(value.items[0], value.items.at(-1));
}

export function bothOf(
  rows: ProgramValue | undefined,
  cols: ProgramValue | undefined,
): readonly [number, number] | undefined {
  const height = numberOf(rows);
  const width = numberOf(cols);
  return height === undefined || width === undefined ? undefined : [height, width];
}
