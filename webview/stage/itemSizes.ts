/** Extents of the stage's items and widths of their texts, for the layout. */
import { msg } from '../../core/message';
import type { Ladder, StageItem, StageRow } from '../../core/step/Frame';
import { dataRegion } from '../heatmap/HeatmapView';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import type { ItemSize, RowSize } from '../layout/StageLayout';
import { stripSize } from '../layout/stripSize';
import { resultToggleWidth } from '../heatmap/ResultToggle';
import { textWidth } from '../ui/textWidth';
import { mapTitle } from '../heatmap/mapTitle';

/** Signs between maps: font size of names, width of single signs, in CSS pixels. The style sheets have the same. */
const glyphs = { usual: { name: 12, sign: 22 }, narrow: { name: 12, sign: 16 }, large: { name: 22, sign: 36 } };

/** Characters of a ladder's value, with two decimals. */
const valueCharacters = 8;

export function rowSizes(stage: readonly StageRow[], appearance: Appearance, isNarrow: boolean): RowSize[] {
  return stage.map(({ items, lines, even }) => ({
    items: items.map((item) => itemSize(item, appearance, isNarrow)),
    lines: lines.length,
    ...(even && { even }),
  }));
}

function itemSize(item: StageItem, appearance: Appearance, isNarrow: boolean): ItemSize {
  const { monoFont, sansFont } = appearance.theme;
  switch (item.kind) {
    case 'glyph': {
      const { name, sign } = glyphs[appearance.large ? 'large' : isNarrow ? 'narrow' : 'usual'];
      const isSign = [...item.glyph].length === 1;
      return { kind: 'glyph', width: isSign ? sign : Math.ceil(textWidth(item.glyph, `600 ${name}px ${monoFont}`)) };
    }
    case 'ladder':
      return ladderSize(item.ladder, sansFont, monoFont);
    case 'map': {
      const { map } = item;
      const { rows, cols } = appearance.showPadding ? map : dataRegion(map);
      const title = textWidth(`${mapTitle(map)} ${map.index ?? ''}`, `600 ${isNarrow ? 11 : 12}px ${monoFont}`);
      const noteText = map.notes.map((note) => t(note)).join(' – ');
      const notes = textWidth(noteText, `11px ${sansFont}`) + (map.growing ? resultToggleWidth(sansFont) : 0);
      const strip = map.strip && !appearance.large ? stripSize(map, map.strip) : { width: 0, height: 0 };
      return {
        kind: 'map',
        id: map.id,
        rows,
        cols,
        titleWidth: Math.ceil(Math.max(title, notes, strip.width)) + 1,
        ...(strip.height > 0 ? { stripHeight: strip.height } : {}),
        hasNote: map.notes.length > 0 || map.growing === true,
        ...(map.changes ? { hasChanges: true } : {}),
        ...(map.magnifies ? { magnifies: map.magnifies } : {}),
      };
    }
  }
}

/**
 * The number of rows, the kernel and the digits of the last channel are the same over all steps; labels are measured with the
 * widest digits.
 */
function ladderSize({ rows }: Ladder, sansFont: string, monoFont: string): ItemSize {
  const withMaps = rows.filter(({ window }) => window);
  const { rows: kernelRows = 1, cols: kernelCols = 1 } = withMaps[0]?.window ?? {};
  const texts = [t(msg('channel {0}', 88)), ...rows.map(({ label }) => t(label))];
  const digits = '8'.repeat(
    Math.max(...texts.map((text) => Math.max(0, ...(text.match(/\d+/g) ?? []).map((each) => each.length)))),
  );
  const labels = texts.map((text) => text.replace(/\d+/g, digits));
  return {
    kind: 'ladder',
    mapRows: withMaps.length,
    textRows: rows.length - withMaps.length + 1,
    kernelRows,
    kernelCols,
    labelWidth: Math.ceil(Math.max(...labels.map((label) => textWidth(label, `12px ${sansFont}`)))) + 2,
    valueWidth: Math.ceil(textWidth('8'.repeat(valueCharacters), `12px ${monoFont}`)),
  };
}
