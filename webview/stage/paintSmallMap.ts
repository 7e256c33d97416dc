/** Draws a small map: with numbers where its cells have space for them, else one pixel of the canvas for each cell. */
import { colorMapFor } from '../../core/color/colorMaps';
import { colorIndex } from '../../core/color/ColorMap';
import type { SmallMap } from '../../core/step/Frame';
import { wholeMap, type HeatmapView } from '../heatmap/paint/HeatmapView';
import type { Appearance } from '../heatmap/MapEvents';
import { paintHeatmap } from '../heatmap/paint/paintHeatmap';

/** `cell`: pixels per cell. NaN and infinities stay transparent where there are no numbers. */
export function paintSmallMap(
  canvas: HTMLCanvasElement,
  map: SmallMap,
  appearance: Appearance,
  cell: number,
  hasNumbers: boolean,
): void {
  canvas.classList.toggle('numbered', hasNumbers);
  if (hasNumbers) paintWithNumbers(canvas, map, appearance, cell);
  else paintColors(canvas, map, appearance, cell);
}

function paintColors(canvas: HTMLCanvasElement, map: SmallMap, appearance: Appearance, cell: number): void {
  const { rows, cols, values, scale } = map;
  const { colors } = colorMapFor(appearance.colorMap, scale.kind, appearance.theme.dark);
  setSize(canvas, cols, rows, cols * cell, rows * cell);
  const image = new ImageData(cols, rows);
  values.forEach((value, index) => {
    const color = colorIndex(value, scale);
    if (color < 0) return;
    image.data.set(colors.subarray(color * 3, color * 3 + 3), index * 4);
    image.data[index * 4 + 3] = 255;
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

function paintWithNumbers(canvas: HTMLCanvasElement, map: SmallMap, appearance: Appearance, cell: number): void {
  const { rows, cols, scale, integers = false } = map;
  const [width, height] = [cols * cell + 1, rows * cell + 1];
  const ratio = globalThis.devicePixelRatio;
  setSize(canvas, Math.round(width * ratio), Math.round(height * ratio), width, height);
  const context = canvas.getContext('2d');
  if (!context) return;
  const shown = {
    id: '',
    title: '',
    rows,
    cols,
    values: Float64Array.from(map.values),
    scale,
    integers,
    boxes: [],
    notes: [],
  };
  const view: HeatmapView = {
    map: shown,
    scale,
    colors: colorMapFor(appearance.colorMap, scale.kind, appearance.theme.dark),
    theme: appearance.theme,
    precision: appearance.precision,
    extraBoxes: [],
  };
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  paintHeatmap(context, view, { left: 0, top: 0, cellWidth: cell, cellHeight: cell, region: wholeMap(shown) });
}

/** Setting a canvas's size clears it. */
function setSize(
  canvas: HTMLCanvasElement,
  pixelsWide: number,
  pixelsHigh: number,
  width: number,
  height: number,
): void {
  if (canvas.width !== pixelsWide || canvas.height !== pixelsHigh) {
    canvas.width = pixelsWide;
    canvas.height = pixelsHigh;
  }
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
