/** The colours of the visible cells, one pixel per cell, scaled up without smoothing. */
import { CellKind } from '../../../core/step/Frame';
import { colorIndex } from '../../../core/color/ColorMap';
import type { HeatmapView, Region } from './HeatmapView';
import { visibleCells, type CellGrid } from './CellGrid';

/** Opacity of results that the steps have not reached, 0–255. */
const resultAlpha = 96;

/** Fewer cells than this are painted faster as rectangles than as an image. */
const fewCells = 400;

let buffer: OffscreenCanvas | undefined;

export function paintImage(context: CanvasRenderingContext2D, view: HeatmapView, grid: CellGrid): void {
  const cells = visibleCells(view, grid);
  const { row, col, rows, cols } = cells;
  if (rows <= 0 || cols <= 0) return;
  const pixels = new Uint8ClampedArray(rows * cols * 4);
  fillPixels(pixels, view, cells);
  if (rows * cols < fewCells) paintRectangles(context, pixels, grid, cells);
  else scaleImage(context, new ImageData(pixels, cols, rows), grid, { row, col });
}

/** Borders of cells are on whole pixels of the canvas, as those of an image that is not smoothed. */
function paintRectangles(
  context: CanvasRenderingContext2D,
  pixels: Uint8ClampedArray,
  { left, top, cellWidth, cellHeight }: CellGrid,
  { row, col, rows, cols }: Region,
): void {
  const { a: scaleX, d: scaleY } = context.getTransform();
  const x = (c: number): number => Math.round((left + (col + c) * cellWidth) * scaleX) / scaleX;
  const y = (r: number): number => Math.round((top + (row + r) * cellHeight) * scaleY) / scaleY;
  for (let r = 0, at = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++, at += 4) {
      const alpha = pixels[at + 3]!;
      if (alpha === 0) continue;
      context.fillStyle = `rgb(${pixels[at]!} ${pixels[at + 1]!} ${pixels[at + 2]!} / ${alpha / 255})`;
      context.fillRect(x(c), y(r), x(c + 1) - x(c), y(r + 1) - y(r));
    }
  }
}

function scaleImage(
  context: CanvasRenderingContext2D,
  image: ImageData,
  { left, top, cellWidth, cellHeight }: CellGrid,
  { row, col }: Pick<Region, 'row' | 'col'>,
): void {
  const { width: cols, height: rows } = image;
  buffer ??= new OffscreenCanvas(1, 1);
  if (buffer.width < cols || buffer.height < rows) {
    buffer.width = Math.max(buffer.width, cols);
    buffer.height = Math.max(buffer.height, rows);
  }
  buffer.getContext('2d')!.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  const [x, y] = [left + col * cellWidth, top + row * cellHeight];
  context.drawImage(buffer, 0, 0, cols, rows, x, y, cols * cellWidth, rows * cellHeight);
}

/** Empty cells (unless the result is shown) and padding stay transparent, and so do NaN and infinities: they are marked. */
function fillPixels(
  pixels: Uint8ClampedArray,
  { map, scale, colors, showsResult }: HeatmapView,
  { row, col, rows, cols }: Region,
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
