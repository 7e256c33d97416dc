/** How a map's numbers are distributed, and scales over several maps. Pure. */
import { CellKind, type MapView, type Scale } from '../../../core/step/Frame';

export interface ValueDistribution {
  /** Limits of the outer bins. */
  readonly min: number;
  readonly max: number;
  readonly counts: readonly number[];
}

/** Counts the finite numbers of the cells that are computed, in `bins` equal bins over the scale and over all of them. */
export function distributionOf({ values, cells }: MapView, scale: Scale, bins: number): ValueDistribution {
  let { min, max } = scale;
  const isCounted = (index: number): boolean =>
    (!cells || cells[index] === CellKind.Data) && Number.isFinite(values[index]);
  for (let index = 0; index < values.length; index++) {
    if (!isCounted(index)) continue;
    min = Math.min(min, values[index]!);
    max = Math.max(max, values[index]!);
  }
  const counts = new Array<number>(bins).fill(0);
  const width = (max - min) / bins || 1;
  for (let index = 0; index < values.length; index++) {
    if (isCounted(index)) counts[Math.min(bins - 1, Math.floor((values[index]! - min) / width))]! += 1;
  }
  return { min, max, counts };
}

/** One scale over all maps but masks. */
export function sharedScale(maps: readonly MapView[]): Scale | undefined {
  const scales = maps.filter(({ id }) => id !== 'mask').map(({ scale }) => scale);
  if (scales.length === 0) return undefined;
  const min = Math.min(...scales.map((scale) => scale.min));
  const max = Math.max(...scales.map((scale) => scale.max));
  if (min >= 0) return { kind: 'sequential', min, max };
  const bound = Math.max(-min, max);
  return { kind: 'diverging', min: -bound, max: bound };
}

/** `scale` with one end moved; a diverging scale stays symmetric about 0. Undefined where nothing would be left of it. */
export function withEnd(scale: Scale, end: 'min' | 'max', value: number): Scale | undefined {
  if (scale.kind === 'diverging') {
    const bound = Math.abs(value);
    return bound > 0 ? { kind: 'diverging', min: -bound, max: bound } : undefined;
  }
  const moved = { ...scale, [end]: value };
  return moved.max > moved.min ? moved : undefined;
}
