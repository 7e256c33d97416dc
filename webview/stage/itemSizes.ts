/** Extents of the stage's items and widths of their texts, for the layout. */
import { msg } from '../../core/message';
import type { Ladder, StageItem, StageRow } from '../../core/step/Frame';
import { dataRegion } from '../heatmap/paint/HeatmapView';
import type { Appearance } from '../heatmap/MapEvents';
import { t } from '../l10n';
import type { ItemSize, RowSize } from '../layout/StageLayout';
import { resultToggleWidth } from '../heatmap/ResultToggle';
import { isSentence } from '../words/isSentence';
import { textWidth } from '../ui/textWidth';
import { mapTitle, notesOf } from '../heatmap/mapTitle';
import { numberCell } from './numberCell';

/**
 * CSS pixels of a glyph that is a name or a single sign, of a map's title and notes, and a title's width at most: it is cut where
 * its map is narrower. The style sheets have the same.
 */
const sizes = {
  usual: { name: 12, sign: 22, title: 12, note: 11, mostTitle: 200 },
  narrow: { name: 12, sign: 16, title: 11, note: 11, mostTitle: 200 },
  large: { name: 22, sign: 36, title: 18, note: 18, mostTitle: 250 },
};

/** Characters of a ladder's value, with two decimals, and of the sum below a map. */
const valueCharacters = 8;
const sumCharacters = 6;

export function rowSizes(
  stage: readonly StageRow[],
  appearance: Appearance,
  isNarrow: boolean,
  indexDigits = 1,
): RowSize[] {
  return stage.map((row) => rowSize(row, appearance, isNarrow, indexDigits));
}

export function rowSize(
  { items, lines, even }: StageRow,
  appearance: Appearance,
  isNarrow: boolean,
  indexDigits = 1,
): RowSize {
  return {
    items: items.map((item) => itemSize(item, appearance, isNarrow, indexDigits)),
    lines: lines.length,
    sentences: lines.filter(isSentence).length,
    ...(even && { even }),
  };
}

function itemSize(item: StageItem, appearance: Appearance, isNarrow: boolean, indexDigits: number): ItemSize {
  const { monoFont, sansFont } = appearance.theme;
  const { name, sign, title, note, mostTitle } = sizes[appearance.large ? 'large' : isNarrow ? 'narrow' : 'usual'];
  switch (item.kind) {
    case 'glyph': {
      const isSign = [...item.glyph].length === 1;
      return { kind: 'glyph', width: isSign ? sign : Math.ceil(textWidth(item.glyph, `600 ${name}px ${monoFont}`)) };
    }
    case 'ladder':
      return ladderSize(item.ladder, sansFont, monoFont);
    case 'map': {
      const { map } = item;
      const { rows, cols } = appearance.showPadding ? map : dataRegion(map);
      const index = (map.index ?? '').replace(/\d+/g, (digits) => digits.padStart(indexDigits, '8'));
      const titleWidth = textWidth(`${mapTitle(map)} ${index}`, `600 ${title}px ${monoFont}`);
      const noteText = notesOf(map, '8'.repeat(sumCharacters), true, true);
      const hasToggle = map.growing === true && !appearance.large;
      const notes = textWidth(noteText, `${note}px ${sansFont}`) + (hasToggle ? resultToggleWidth(sansFont) : 0);
      return {
        kind: 'map',
        id: map.id,
        rows,
        cols,
        titleWidth: Math.min(mostTitle, Math.ceil(Math.max(titleWidth, notes)) + 1),
        ...(map.strip && !appearance.large ? { planes: map.strip.filled.length } : {}),
        hasNote: noteText !== '' || hasToggle,
        ...(map.changes ? { hasChanges: true } : {}),
        ...(map.magnifies ? { magnifies: map.magnifies } : {}),
        ...(map.comparedWith ? { comparedWith: map.comparedWith } : {}),
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
    numberCell: numberCell(rows),
    labelWidth: Math.ceil(Math.max(...labels.map((label) => textWidth(label, `12px ${sansFont}`)))) + 2,
    valueWidth: Math.ceil(textWidth('8'.repeat(valueCharacters), `12px ${monoFont}`)),
  };
}
