/** Marks over a map: the picture in its own colours, found cells, the selection. */
import type { InspectImage } from '../../core/panel/inspect';
import type { Region } from '../heatmap/paint/HeatmapView';
import type { CellRange, Cell } from '../heatmap/MapEvents';
import type { Theme } from '../theme';
import { sizedContext } from '../ui/sizedContext';

export interface Overlay {
  readonly rows: number;
  readonly cols: number;
  readonly region: Region;
  readonly cell: number;
  readonly image: InspectImage | undefined;
  readonly found: Uint8Array | undefined;
  readonly current: Cell | undefined;
  readonly selection: CellRange | undefined;
}

/** Smaller cells are filled instead of outlined. */
const outlinedCell = 8;

export function paintOverlay(canvas: HTMLCanvasElement, overlay: Overlay, theme: Theme): void {
  const { region, cell, image, found, current, selection } = overlay;
  const context = sizedContext(canvas, region.cols * cell + 1, region.rows * cell + 1);
  if (!context) return;
  context.translate(-region.col * cell, -region.row * cell);
  if (image) paintPicture(context, image, cell, theme);
  if (found) paintFound(context, overlay, found, theme);
  if (current) outline(context, { ...current, rows: 1, cols: 1 }, cell, theme.foreground, 2.5);
  if (selection) {
    context.globalAlpha = 0.22;
    context.fillStyle = theme.focus;
    context.fillRect(selection.col * cell, selection.row * cell, selection.cols * cell + 1, selection.rows * cell + 1);
    context.globalAlpha = 1;
    outline(context, selection, cell, theme.focus, 2);
  }
}

function paintPicture(
  context: CanvasRenderingContext2D,
  { rows, cols, rgba }: InspectImage,
  cell: number,
  theme: Theme,
): void {
  if (rows === 0 || cols === 0) return;
  const picture = new OffscreenCanvas(cols, rows);
  picture.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(rgba), cols, rows), 0, 0);
  context.fillStyle = theme.empty;
  context.fillRect(0, 0, cols * cell + 1, rows * cell + 1);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, cols * cell, rows * cell);
}

/** Found cells keep their colours and are outlined; the others are dimmed, where the theme does not ask for high contrast. */
function paintFound(
  context: CanvasRenderingContext2D,
  { rows, cols, region, cell }: Overlay,
  found: Uint8Array,
  theme: Theme,
): void {
  if (!found.includes(1)) return;
  const others = new Path2D();
  const outlines = new Path2D();
  const [firstRow, firstCol] = [Math.max(0, Math.floor(region.row)), Math.max(0, Math.floor(region.col))];
  const lastRow = Math.min(rows, Math.ceil(region.row + region.rows));
  const lastCol = Math.min(cols, Math.ceil(region.col + region.cols));
  for (let row = firstRow; row < lastRow; row++) {
    for (let col = firstCol; col < lastCol;) {
      const start = col;
      const isFound = found[row * cols + col] === 1;
      while (
        col < lastCol &&
        (found[row * cols + col] === 1) === isFound &&
        (!isFound || col === start || cell < outlinedCell)
      )
        col++;
      const path = isFound ? outlines : others;
      if (isFound && cell >= outlinedCell) path.rect(start * cell + 1, row * cell + 1, cell - 1, cell - 1);
      else path.rect(start * cell, row * cell, (col - start) * cell, cell);
    }
  }
  if (!theme.highContrast) {
    context.globalAlpha = 0.45;
    context.fillStyle = theme.background;
    context.fill(others);
    context.globalAlpha = 1;
  }
  if (cell >= outlinedCell) {
    context.strokeStyle = theme.window;
    context.lineWidth = cell >= 16 ? 2 : 1;
    context.stroke(outlines);
  } else {
    context.fillStyle = theme.window;
    context.fill(outlines);
  }
}

function outline(
  context: CanvasRenderingContext2D,
  { row, col, rows, cols }: CellRange,
  cell: number,
  color: string,
  width: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.strokeRect(col * cell + 0.5, row * cell + 0.5, cols * cell, rows * cell);
}
