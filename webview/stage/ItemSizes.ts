/** What the stage's items need: extents in cells, widths of titles and notes as they are drawn. */
import { formatShape } from '../../core/array/NdArray';
import type { MapView, StageGroup } from '../../core/step/Frame';
import { hasPlanes } from '../heatmap/hasPlanes';
import { dataRegion } from '../heatmap/HeatmapView';
import type { Appearance } from '../heatmap/MapEvents';
import { notesOf } from '../heatmap/MapFigure';
import type { MapSize, SizedItem } from '../layout/fitStage';
import { textWidth } from '../ui/textWidth';
import { glyphWidth } from './stageMetrics';

/** Of the button behind a title. */
const montageWidth = 16;

export class ItemSizes {
  /** Notes differ from step to step; the longest so far is kept free, so that the maps stand still. */
  private readonly noteWidths = new Map<string, number>();

  measure(stage: readonly StageGroup[], appearance: Appearance, width: number): SizedItem[][] {
    return stage.map((group) =>
      group.map((item): SizedItem => {
        if (item.kind === 'map') return this.sizeOfMap(item.map, appearance);
        const nameWidth = textWidth(item.glyph, `600 12px ${appearance.theme.monoFont}`);
        return { kind: 'glyph', width: glyphWidth(item.glyph, width, nameWidth) };
      }),
    );
  }

  /** Another room, other texts. */
  forget(): void {
    this.noteWidths.clear();
  }

  private sizeOfMap(map: MapView, { showPadding, theme }: Appearance): MapSize {
    const { rows, cols } = showPadding ? map : dataRegion(map);
    const name = Math.ceil(textWidth(map.title, `600 12px ${theme.monoFont}`));
    const shape =
      Math.ceil(textWidth(formatShape([map.rows, map.cols]), `12px ${theme.monoFont}`)) +
      (hasPlanes(map) ? montageWidth : 0);
    const space = Math.ceil(textWidth(' ', `12px ${theme.monoFont}`));
    const notes = Math.ceil(textWidth(notesOf(map), `11px ${theme.sansFont}`)) + 1;
    const noteWidth = Math.max(notes, this.noteWidths.get(map.id) ?? 0);
    this.noteWidths.set(map.id, noteWidth);
    const brokenTitleWidth = Math.max(name, shape);
    return { kind: 'map', rows, cols, titleWidth: name + space + shape + 1, brokenTitleWidth, noteWidth };
  }
}
