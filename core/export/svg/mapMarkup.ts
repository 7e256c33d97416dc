/** A map's cells, numbers and outlines as SVG elements. */
import { colorIndex, cssColor, inkEdge, type ColorMap } from '../../color/ColorMap';
import { colorMapFor } from '../../color/colorMaps';
import { formatCell, formatExponent, roundsToZero } from '../../array/display';
import { CellKind, type BoxStyle, type MapView } from '../../step/Frame';
import { encodeBase64 } from '../base64';
import { pngBytes } from '../png/pngBytes';
import { inkFor, textUnits, type Ink } from './ink';

export interface MapMarkup {
  /** A colour map's id, as the setting names it. */
  readonly colorMap: string;
  readonly dark: boolean;
  readonly precision: number;
}

export interface MapPlace {
  readonly x: number;
  readonly y: number;
  /** Side of a cell in user units. */
  readonly cell: number;
}

/** Attributes of light digits on colours of middle lightness. */
const edged = ` stroke="${inkEdge}" stroke-width="1.5" paint-order="stroke"`;

/** Smallest font that is legible, in user units. */
const smallestFont = 7;
const largestFont = 13;

/** Smaller cells have no grid: it would hide their colours. */
const smallestGrid = 10;

/** More cells than these are one image: as elements they would make files that browsers load slowly. */
const mostElements = 4096;

/** Id of the pattern of padding cells; `hatchPattern` has to be in the same picture. */
const hatch = 'layer-lens-padding';

export function hatchPattern(ink: Ink): string {
  return (
    `<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="6" height="6" fill="${ink.empty}"/><rect width="2" height="6" fill="${ink.hatch}"/></pattern></defs>`
  );
}

export function mapMarkup(map: MapView, { x, y, cell }: MapPlace, { colorMap, dark, precision }: MapMarkup): string {
  const colors = colorMapFor(colorMap, map.scale.kind, dark);
  const ink = inkFor(dark);
  const body =
    map.values.length > mostElements || map.picture
      ? image(map, { x, y, cell }, colors, ink)
      : cells(map, { x, y, cell }, colors, ink, precision);
  return `<g>${body}${outlines(map, { x, y, cell }, ink)}</g>`;
}

/** Font size at which every number of the map fits its cell; undefined where it would be too small to read. */
export function numberFont(map: MapView, cell: number, precision: number): number | undefined {
  const width = (value: number) => textUnits(cellText(value, precision, map));
  // The scale's ends first: they are the same at every step.
  let units = Math.max(width(map.scale.min), width(map.scale.max));
  for (let index = 0; index < map.values.length; index++) {
    if (map.cells?.[index] === CellKind.Empty) continue;
    units = Math.max(units, width(map.values[index]!));
  }
  const size = Math.min(largestFont, (cell - 3) / Math.max(1.8, units), cell * 0.7);
  return size >= smallestFont ? Math.round(size * 10) / 10 : undefined;
}

/** As in the panel: an exact zero is `0`, and where all numbers would be rounded to zero, they have an exponent. */
function cellText(value: number, precision: number, { integers, scale }: MapView): string {
  if (value === 0) return '0';
  const isTiny = !integers && Number.isFinite(value) && roundsToZero(Math.max(-scale.min, scale.max), precision);
  return isTiny ? formatExponent(value, 1) : formatCell(value, precision, integers);
}

function cells(map: MapView, { x, y, cell }: MapPlace, colors: ColorMap, ink: Ink, precision: number): string {
  const font = numberFont(map, cell, precision);
  const grid = cell < smallestGrid ? '' : ` stroke="${ink.line}"`;
  const parts: string[] = [];
  for (let index = 0; index < map.values.length; index++) {
    const [left, top] = [x + (index % map.cols) * cell, y + Math.floor(index / map.cols) * cell];
    const kind = map.cells?.[index] ?? CellKind.Data;
    const value = map.values[index]!;
    const color = kind === CellKind.Data ? colorIndex(value, map.scale) : -1;
    const fill = color >= 0 ? cssColor(colors, color) : kind === CellKind.Padding ? `url(#${hatch})` : ink.empty;
    parts.push(`<rect x="${left}" y="${top}" width="${cell}" height="${cell}" fill="${fill}"${grid}/>`);
    if (kind === CellKind.Empty || font === undefined) continue;
    const text = color >= 0 ? (colors.lightInk[color] ? '#ffffff' : '#000000') : ink.text;
    const edge = color >= 0 && colors.edgedInk[color] ? edged : '';
    parts.push(
      `<text x="${left + cell / 2}" y="${top + cell / 2 + font / 3}" fill="${text}"${edge} font-size="${font}" text-anchor="middle">` +
        `<title>${value}</title>${cellText(value, precision, map)}</text>`,
    );
  }
  return parts.join('\n');
}

/** One pixel per cell, enlarged without interpolation. */
function image(map: MapView, { x, y, cell }: MapPlace, colors: ColorMap, ink: Ink): string {
  const rgb = new Uint8Array(map.values.length * 3);
  const hex = (color: string) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const [empty, padding] = [hex(ink.empty), hex(ink.hatch)];
  for (let index = 0; index < map.values.length; index++) {
    const kind = map.cells?.[index] ?? CellKind.Data;
    const color = kind === CellKind.Data ? colorIndex(map.values[index]!, map.scale) : -1;
    if (kind === CellKind.Padding) rgb.set(padding, index * 3);
    else if (kind === CellKind.Empty) rgb.set(empty, index * 3);
    else if (map.picture) rgb.set(map.picture.subarray(index * 3, index * 3 + 3), index * 3);
    else if (color < 0) rgb.set(empty, index * 3);
    else rgb.set(colors.colors.subarray(color * 3, color * 3 + 3), index * 3);
  }
  const data = encodeBase64(pngBytes(map.cols, map.rows, rgb));
  return (
    `<image x="${x}" y="${y}" width="${map.cols * cell}" height="${map.rows * cell}" preserveAspectRatio="none" ` +
    `style="image-rendering:pixelated" href="data:image/png;base64,${data}"/>`
  );
}

/** A dilated box is outlined cell by cell. */
function outlines(map: MapView, { x, y, cell }: MapPlace, ink: Ink): string {
  const width = Math.max(1.5, Math.min(3, cell / 10));
  const outline = (row: number, col: number, rows: number, cols: number, style: BoxStyle) =>
    `<rect x="${x + col * cell}" y="${y + row * cell}" width="${cols * cell}" height="${rows * cell}" ` +
    `fill="none" stroke="${ink.boxes[style]}" stroke-width="${width}"` +
    `${style === 'link' || style === 'yours' ? ' stroke-dasharray="6 4"' : ''}/>`;
  const boxes = map.boxes.flatMap(({ row, col, rows, cols, style, stepRow = 1, stepCol = 1 }) => {
    if (stepRow === 1 && stepCol === 1) return [outline(row, col, rows, cols, style)];
    const single: string[] = [];
    for (let r = 0; r < rows; r += stepRow) {
      for (let c = 0; c < cols; c += stepCol) single.push(outline(row + r, col + c, 1, 1, style));
    }
    return single;
  });
  return boxes.join('\n');
}
