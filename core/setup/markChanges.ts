/** Marks, on the maps of what goes into a layer, the values that have changed since its arrays were read before. */
import type { ParsedArray } from '../read/ParseResult';
import type { CellChange, MapView, StageItem } from '../step/Frame';
import type { Stepper } from '../step/Stepper';
import type { Setup } from './Setup';
import { changedCells } from './changedCells';

/** The steps with the marks, where the arrays were read before. The marks of a map are made once for all steps that show its values. */
export function withMarkedChanges(stepper: Stepper, { origins }: Setup, arrays: readonly ParsedArray[]): Stepper {
  if (!arrays.some(({ before }) => before)) return stepper;
  const known = new WeakMap<Float64Array, readonly CellChange[]>();
  const changesOf = (map: MapView): readonly CellChange[] => {
    const origin = map.address && origins[map.address.role];
    const before = origin && arrays[origin.array]?.before;
    if (!map.address || !before || map.changes) return [];
    const found = known.get(map.values);
    if (found) return found;
    const { sourceIndex } = origin;
    const changes = changedCells(map, map.address, (flat) => before.data[sourceIndex ? sourceIndex[flat]! : flat]);
    known.set(map.values, changes);
    return changes;
  };
  const mark = (item: StageItem): StageItem => {
    const changes = item.kind === 'map' ? changesOf(item.map) : [];
    return item.kind === 'map' && changes.length > 0 ? { kind: 'map', map: { ...item.map, changes } } : item;
  };
  return {
    ...stepper,
    frame: (t, view) => {
      const frame = stepper.frame(t, view);
      return { ...frame, stage: frame.stage.map((row) => ({ ...row, items: row.items.map(mark) })) };
    },
  };
}
