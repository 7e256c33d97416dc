/** The colours of the visible cells, one pixel per cell, scaled up without smoothing. */
import { CellKind } from '../../core/step/Frame';
import { colorIndex } from '../../core/color/ColorMap';
import type { HeatmapView } from './HeatmapView';
import { visibleCells, type CellGrid } from './CellGrid';

/** Opacity of results that the steps have not reached, 0–255. */
const resultAlpha = 96;

let buffer: OffscreenCanvas | undefined;

export function paintImage(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const { row, col, rows, cols } = visibleCells(view, grid);
  if (rows <= 0 || cols <= 0) return;
  const image = new ImageData(cols, rows);
  fillPixels(image.data, view, { row, col, rows, cols });
  buffer ??= new OffscreenCanvas(1, 1);
  if (buffer.width < cols || buffer.height < rows) {
    buffer.width = Math.max(buffer.width, cols);
    buffer.height = Math.max(buffer.height, rows);
  }
  buffer.getContext('2d')!.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  const { left, top, cellWidth, cellHeight } = grid;
  context.drawImage(
    buffer,
    0,
    0,
    cols,
    rows,
    left + col * cellWidth,
    top + row * cellHeight,
    cols * cellWidth,
    rows * cellHeight,
  );
}

/** Empty cells (unless the result is shown) and padding stay transparent, and so do NaN and infinities: they are marked. */
function fillPixels(
  pixels: Uint8ClampedArray,
  { map, scale, colors, showsResult }: HeatmapView,
  { row, col, rows, cols }: { row: number; col: number; rows: number; cols: number },
): void {
  let at = 0;
  for (let r = row; r < row + rows; r++) {
    for (let c = col; c < col + cols; c++, at += 4) {
      const index = r * map.cols + c;
      const kind = map.cells ? map.cells[index]! : CellKind.Data;
      if (kind === CellKind.Padding || (kind === CellKind.Empty && !showsResult)) continue;
      const alpha = kind === CellKind.Empty ? resultAlpha : 255;
      if (map.picture) {
        pixels.set(map.picture.subarray(index * 3, index * 3 + 3), at);
        pixels[at + 3] = alpha;
        continue;
      }
      const color = colorIndex(map.values[index]!, scale);
      if (color < 0) continue;
      pixels[at] = colors.colors[color * 3]!;
      pixels[at + 1] = colors.colors[color * 3 + 1]!;
      pixels[at + 2] = colors.colors[color * 3 + 2]!;
      pixels[at + 3] = alpha;
    }
  }
}
