/** A frame without the values of cells that its step has not computed: the panel receives no later answer. */
import { omit } from '../omit';
import { CellKind, type Frame, type MapView, type StageItem } from '../step/Frame';

export function hideUncomputed(frame: Frame): Frame {
  const hide = (item: StageItem): StageItem => (item.kind === 'map' ? { kind: 'map', map: hiddenMap(item.map) } : item);
  return { ...frame, stage: frame.stage.map((row) => ({ ...row, items: row.items.map(hide) })) };
}

function hiddenMap(shown: MapView): MapView {
  const map = omit(shown, 'growing', 'strip');
  const { cells } = map;
  if (!cells?.includes(CellKind.Empty)) return map;
  return { ...map, values: map.values.map((value, index) => (cells[index] === CellKind.Empty ? NaN : value)) };
}
