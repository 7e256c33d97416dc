/** Outlines painted on the canvas of a map that does not move: pictures of scenes, exported pages. */
import { wholeMap, type HeatmapView } from './HeatmapView';
import { outlinesOf } from './outlines';

/** `cell`: pixels per cell. */
export function paintOutlines(context: CanvasRenderingContext2D, view: HeatmapView, cell: number): void {
  const { theme } = view;
  context.save();
  for (const { kind, stroke, left, top, width, height } of outlinesOf(view, wholeMap(view.map), cell)) {
    context.strokeStyle = kind === 'window' || kind === 'result' ? theme.window : theme.link;
    context.lineWidth = stroke;
    context.setLineDash(kind === 'link' ? [4, 3] : []);
    context.strokeRect(left + stroke / 2, top + stroke / 2, width - stroke, height - stroke);
  }
  context.restore();
}
