/** All planes of a map's array as small pictures below it, that of the map framed; a click shows another one. */
import { colorIndex } from '../../core/color/ColorMap';
import { msg } from '../../core/message';
import type { PlaneStrip } from '../../core/step/Frame';
import { t } from '../l10n';
import { stripSize, type StripSize } from '../layout/stripSize';
import { sameParts } from './sameParts';
import { el } from '../ui/el';
import type { HeatmapView } from './paint/HeatmapView';

export class StripView {
  readonly element = el('div', { class: 'map-strip', hidden: true });
  private canvas: HTMLCanvasElement | undefined;
  private shown: readonly unknown[] = [];
  private size: StripSize | undefined;

  constructor(private readonly choose: (plane: number) => void) {}

  /** `available`: pixels of the map, or of its title where that is wider. */
  update(view: HeatmapView, strip: PlaneStrip | undefined, available: number): void {
    this.element.hidden = strip === undefined;
    if (!strip) return;
    const { map, scale, colors, theme } = view;
    const { selected, filled, values } = strip;
    const shown = [values, selected, filled.join(' '), scale.min, scale.max, colors, theme, available];
    if (sameParts(shown, this.shown)) return;
    this.shown = shown;
    this.size = stripSize({ rows: map.rows, cols: map.cols, count: filled.length }, available);
    this.canvas ??= this.addCanvas();
    this.canvas.width = this.size.width;
    this.canvas.height = this.size.height;
    const context = this.canvas.getContext('2d');
    if (context) paint(context, view, strip, this.size);
  }

  private addCanvas(): HTMLCanvasElement {
    const title = t(msg('all filters, the one that is shown framed; a click shows another one'));
    const canvas = el('canvas', { 'aria-hidden': 'true', title });
    canvas.addEventListener('click', ({ offsetX, offsetY }) => {
      if (this.size) this.choose(planeAt(offsetX, offsetY, this.size));
    });
    this.element.append(canvas);
    return canvas;
  }
}

function planeAt(x: number, y: number, { count, perLine, pitch, linePitch }: StripSize): number {
  const col = Math.min(perLine - 1, Math.floor(x / pitch));
  return Math.min(count - 1, Math.floor(y / linePitch) * perLine + col);
}

function paint(context: CanvasRenderingContext2D, view: HeatmapView, strip: PlaneStrip, size: StripSize): void {
  const { theme } = view;
  for (let plane = 0; plane < size.count; plane++) {
    const left = (plane % size.perLine) * size.pitch;
    const top = Math.floor(plane / size.perLine) * size.linePitch;
    context.putImageData(planeImage(view, strip, plane, size), left + 1, top + 1);
    context.strokeStyle = plane === strip.selected ? theme.window : theme.grid;
    context.strokeRect(left + 0.5, top + 0.5, size.planeWidth + 1, size.planeHeight + 1);
  }
}

/** A plane at one pixel of the canvas for each CSS pixel; cells that are not computed stay transparent. */
function planeImage(
  { map: { rows, cols }, scale, colors: { colors } }: HeatmapView,
  { values, filled }: PlaneStrip,
  plane: number,
  { planeWidth, planeHeight }: StripSize,
): ImageData {
  const image = new ImageData(planeWidth, planeHeight);
  for (let y = 0; y < planeHeight; y++) {
    for (let x = 0; x < planeWidth; x++) {
      const cell = Math.floor((y * rows) / planeHeight) * cols + Math.floor((x * cols) / planeWidth);
      const color = cell < filled[plane]! ? colorIndex(values[plane * rows * cols + cell]!, scale) : -1;
      if (color < 0) continue;
      const place = (y * planeWidth + x) * 4;
      image.data.set(colors.subarray(color * 3, color * 3 + 3), place);
      image.data[place + 3] = 255;
    }
  }
  return image;
}
