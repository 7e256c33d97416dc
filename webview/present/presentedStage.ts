/** The stage of a presentation: one equation with as few maps as it needs, so that its digits can be large. */
import type { StageItem, StageRow } from '../../core/step/Frame';
import { nonEmpty } from '../../core/tuples';

/** Maps that explain a step in detail, besides magnifiers; a projector has no space for them. */
const details = ['products', 'window', 'dZ-slice'];

/** `stage` must have at least one row. A forward convolution becomes x ⊙ W → Z, a backward pass its first equation. */
export function presentedStage(stage: readonly StageRow[]): readonly StageRow[] {
  const [first] = nonEmpty(stage);
  const items = withoutDetails(first.items);
  const result = stage.flatMap((row) => row.items).filter((item) => item.kind === 'map' && item.map.id === 'z');
  const lacksResult = !items.some((item) => item.kind === 'map' && ['z', 'dX', 'dXpad'].includes(item.map.id));
  const arrow: StageItem = { kind: 'glyph', glyph: '→', label: { text: 'becomes', args: [] } };
  return [{ ...first, items: lacksResult && result.length > 0 ? [...items, arrow, ...result] : items, lines: [] }];
}

/** A sign that leads to a map which is left out is left out too. */
function withoutDetails(items: readonly StageItem[]): StageItem[] {
  const kept: StageItem[] = [];
  for (const item of items) {
    if (item.kind === 'map' && (item.map.magnifies !== undefined || details.includes(item.map.id))) {
      if (item.map.magnifies === undefined && kept.at(-1)?.kind === 'glyph') kept.pop();
    } else kept.push(item);
  }
  return kept;
}
