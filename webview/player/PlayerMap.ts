/** One map of an exported page: a canvas, its title, the value under the pointer. */
import { colorMapFor } from '../../core/color/colorMaps';
import { cellName } from '../../core/quiz/cellName';
import { CellKind, type MapView } from '../../core/step/Frame';
import { exactNumber } from '../format';
import { paintHeatmap } from '../heatmap/paint/paintHeatmap';
import { paintOutlines } from '../heatmap/paint/paintOutlines';
import { wholeMap } from '../heatmap/paint/HeatmapView';
import { readTheme } from '../theme';
import { el, setText } from '../ui/el';
import { sizedContext } from '../ui/sizedContext';

export interface MapStyle {
  /** CSS pixels per cell. */
  readonly cell: number;
  readonly precision: number;
  readonly colorMap: string;
}

export class PlayerMap {
  private readonly canvas = el('canvas', { role: 'img' });
  private readonly title = el('figcaption', { class: 'map-title' });
  readonly element = el('figure', { class: 'map' }, this.title, this.canvas);
  private shown: { readonly map: MapView; readonly style: MapStyle } | undefined;

  constructor(point: (text: string | undefined, event: PointerEvent) => void) {
    this.canvas.addEventListener('pointermove', (event) => point(this.textAt(event), event));
    this.canvas.addEventListener('pointerleave', (event) => point(undefined, event));
  }

  draw(map: MapView, style: MapStyle): void {
    this.shown = { map, style };
    const { cell, precision, colorMap } = style;
    const context = sizedContext(this.canvas, map.cols * cell + 1, map.rows * cell + 1);
    if (!context) return;
    const theme = readTheme();
    const { scale } = map;
    const view = {
      map,
      scale,
      colors: colorMapFor(colorMap, scale.kind, theme.dark),
      theme,
      precision,
      extraBoxes: [],
    };
    paintHeatmap(context, view, { left: 0, top: 0, cellWidth: cell, cellHeight: cell, region: wholeMap(map) });
    paintOutlines(context, view, cell);
    setText(this.title, `${map.title} ${map.index ?? ''}`);
    this.canvas.setAttribute('aria-label', `${map.title}: ${map.rows} × ${map.cols}`);
  }

  private textAt({ offsetX, offsetY }: PointerEvent): string | undefined {
    if (!this.shown) return undefined;
    const { map, style } = this.shown;
    const [row, col] = [Math.floor(offsetY / style.cell), Math.floor(offsetX / style.cell)];
    if (row < 0 || col < 0 || row >= map.rows || col >= map.cols) return undefined;
    const index = row * map.cols + col;
    const kind = map.cells?.[index] ?? CellKind.Data;
    if (kind === CellKind.Empty) return undefined;
    if (kind === CellKind.Padding) return exactNumber(map.values[index]!);
    return `${cellName(map, row, col)} = ${exactNumber(map.values[index]!)}`;
  }
}
