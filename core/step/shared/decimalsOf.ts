/** Decimals of the numbers of an equation: none where all of its maps hold whole numbers at every step. */
import type { MapView } from '../Frame';

export function decimalsOf(maps: readonly MapView[], precision: number): number {
  return maps.length > 0 && maps.every(({ integers }) => integers) ? 0 : precision;
}
