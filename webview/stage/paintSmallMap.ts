/** Draws a map of a few pixels per cell: one pixel of the canvas for each cell, scaled by the style sheet. */
import { colorMapFor } from '../../core/color/colorMaps';
import { colorIndex } from '../../core/color/ColorMap';
import type { SmallMap } from '../../core/step/Frame';
import type { Appearance } from '../heatmap/MapEvents';

/** `cell`: pixels per cell. NaN and infinities stay transparent. */
export function paintSmallMap(canvas: HTMLCanvasElement, map: SmallMap, appearance: Appearance, cell: number): void {
  const { rows, cols, values, scale } = map;
  const { colors } = colorMapFor(appearance.colorMap, scale.kind, appearance.theme.dark);
  if (canvas.width !== cols || canvas.height !== rows) {
    canvas.width = cols;
    canvas.height = rows;
  }
  canvas.style.width = `${cols * cell}px`;
  canvas.style.height = `${rows * cell}px`;
  const image = new ImageData(cols, rows);
  values.forEach((value, index) => {
    const color = colorIndex(value, scale);
    if (color < 0) return;
    image.data.set(colors.subarray(color * 3, color * 3 + 3), index * 4);
    image.data[index * 4 + 3] = 255;
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
