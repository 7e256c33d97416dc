/**
 * How the numbers of a map's cells are written: decimals, font size and width. The decimals follow from the map's scale, not from
 * the values of a step, and are the same for all cells except those of the step's window, which keep more; fewer decimals come
 * before smaller digits.
 */
import type { Box, MapView, Scale } from '../../../core/step/Frame';
import { formatExponent, roundsToZero } from '../../format';

/** Pixels. */
export const smallestFont = 10;
const largestFont = 20;

/** The largest font of the cells of a few that fill a wide panel. */
const largestFontOfCell = 0.16;

/** Font size in a presentation: legible from the last row of a lecture hall at 1280 × 720. */
export const largeFont = 18;
const largestLargeFont = 34;
const largeFontOfCell = 0.36;

/** Large cells have larger numbers. */
const fontOfCell = 0.3;

/** Width of a digit in a monospaced font, as a part of its size. */
const digitWidth = 0.602;

/** Digits may be drawn this much narrower before decimals are left out. */
export const narrowest = 0.78;

/** Numbers of a window, and single long ones, may be drawn this narrow before decimals are left out. */
export const narrowestOfOne = 0.68;

/** Most numbers are smaller than the scale's end divided by this; the others may have fewer decimals. */
const usualPart = { diverging: 10, sequential: 2 };

/** A scale whose end divided by this is 100 or more has many numbers of hundreds: next to them, others have no more decimals. */
const hundredsPart = 1.4;

/** Lower cells leave no space between the digits of two rows. */
const leastIntegers = 14;

/** Pixels; smaller cells have no numbers. Of other numbers than integers, smaller cells would have a sign or a point only. */
const smallestCell = { integers: 10, others: 14 };

export function hasNumbers({ integers, picture }: Pick<MapView, 'integers' | 'picture'>, cell: number): boolean {
  return cell >= (integers ? smallestCell.integers : smallestCell.others) && !picture;
}

/** Cells below this have the numbers of a scale only where all of them fit. */
const smallestUsual = 19;

/** Pixels of a cell that its text leaves free. */
const margin = 1.5;

export interface CellTextFormat {
  readonly decimals: number;
  /** Pixels; 0 where no number fits. */
  readonly font: number;
  /** Pixels that a text may take. */
  readonly width: number;
  /** Digits after the point of numbers with an exponent: all numbers of the scale would be rounded to zero. */
  readonly exponent?: number;
}

/**
 * Format of cells outside of the step's window. In cells smaller than those of the layout's readable maps, only whole numbers
 * are shown, and only where all of the scale's fit: rounded to different decimals, or between marks, numbers would mislead.
 */
export function cellFormat(
  map: Pick<MapView, 'integers'>,
  scale: Scale,
  precision: number,
  cell: number,
  large = false,
): CellTextFormat {
  const sign = scale.min < 0 ? 1 : 0;
  const allFit = map.integers === true && fits(integerDigits(scale, 1) + sign, cell - margin, narrowestOfOne);
  if (cell < smallestUsual && !allFit) return noNumbers(cell);
  return formatOf(map, scale, precision, cell, narrowest, integerDigits(scale, usualPart[scale.kind]) + sign, large);
}

/**
 * Format of the cells that a step works on: in a window, as many decimals as a number below 10 can have, and fewer for longer
 * ones; in a map of a window's size, those that most of its numbers can have. Cells smaller than those of readable maps have
 * numbers only where the whole part of each fits.
 */
export function windowFormat(
  map: Pick<MapView, 'integers'> & Partial<Pick<MapView, 'rows' | 'cols'>>,
  scale: Scale,
  precision: number,
  cell: number,
  large = false,
): CellTextFormat {
  const sign = scale.min < 0 ? 1 : 0;
  const allFit = fits(integerDigits(scale, 1) + sign, cell - margin, narrowestOfOne);
  if (cell < smallestUsual && !allFit) return noNumbers(cell);
  const most = integerDigits(scale, hundredsPart);
  const digits = most >= 3 ? most : isWindowSized(map) ? integerDigits(scale, usualPart.sequential) : 1;
  return formatOf(map, scale, precision, cell, narrowestOfOne, digits + sign, large);
}

/** Pixels of cells that hold every whole number of a scale. */
export function integersCell(scale: Scale): number {
  const characters = integerDigits(scale, 1) + (scale.min < 0 ? 1 : 0);
  return Math.max(leastIntegers, Math.ceil(textWidthAt(characters, smallestFont) * narrowestOfOne + margin));
}

function noNumbers(cell: number): CellTextFormat {
  return { decimals: 0, font: 0, width: cell - margin };
}

/** `before`: characters before the decimal point. */
function formatOf(
  map: Pick<MapView, 'integers'>,
  scale: Scale,
  precision: number,
  cell: number,
  narrow: number,
  before: number,
  large: boolean,
): CellTextFormat {
  const fixed = fixedFormat(map, precision, cell, narrow, before, large);
  const end = Math.max(-scale.min, scale.max);
  if (map.integers || !roundsToZero(end, fixed.decimals)) return fixed;
  for (const exponent of [1, 0]) {
    const characters = formatExponent(scale.min < 0 ? -end : end, exponent).length;
    const font = Math.min(fixed.font, fontFor(characters, fixed.width, narrowestOfOne, cell * largestFontOfCell));
    if (font >= (large ? largeFont : smallestFont)) return { ...fixed, font, exponent };
  }
  return fixed;
}

function fixedFormat(
  map: Pick<MapView, 'integers'>,
  precision: number,
  cell: number,
  narrow: number,
  before: number,
  large: boolean,
): CellTextFormat {
  const width = cell - margin;
  const most = map.integers ? 0 : precision;
  if (large) {
    const format = largeFormat(before, most, width, cell);
    if (format) return format;
  }
  for (let decimals = most; decimals >= 0; decimals--) {
    // Without decimals, numbers below 0.5 would have one and the others none.
    const characters = before + (decimals > 0 ? decimals + 1 : 0);
    const font = fontFor(characters, width, decimals === 1 ? narrowestOfOne : narrow, cell * largestFontOfCell);
    if (font >= smallestFont)
      return { decimals, font: Math.min(font, Math.max(smallestFont + 1, cell * fontOfCell)), width };
  }
  return { decimals: 0, font: fits(1, width, narrow) ? smallestFont : 0, width };
}

/** Maps of at most this many cells are of a window's size: all their cells are what the step works on. */
const windowSized = 49;

/** Format of the cells that a step works on. A result that it computes is written as those before it, where they have numbers. */
export function stepFormat(
  map: Pick<MapView, 'integers' | 'growing' | 'rows' | 'cols'>,
  scale: Scale,
  precision: number,
  cell: number,
  large = false,
): CellTextFormat {
  const usual = cellFormat(map, scale, precision, cell, large);
  const isAsUsual = map.growing && !isWindowSized(map) && usual.font > 0;
  return isAsUsual ? usual : windowFormat(map, scale, precision, cell, large);
}

/** Whether a step works on a cell: it is in the step's window, or the map is of a window's size. */
export function isWindowCell(map: MapView, row: number, col: number): boolean {
  return isWindowSized(map) || map.boxes.some((box) => box.style !== 'link' && includes(box, row, col));
}

function isWindowSized({ rows = Infinity, cols = Infinity }: Partial<Pick<MapView, 'rows' | 'cols'>>): boolean {
  return rows * cols <= windowSized;
}

/** The numbers of a window: as those of all cells, with other decimals, or the only ones. */
export type WindowTexts = 'as all' | 'other' | 'only';

export function windowTexts(map: MapView, scale: Scale, precision: number, cell: number, large = false): WindowTexts {
  const window = stepFormat(map, scale, precision, cell, large);
  const usual = cellFormat(map, scale, precision, cell, large);
  if (!hasNumbers(map, cell) || isWindowSized(map) || window.font === 0) return 'as all';
  if (usual.font === 0) return 'only';
  return (['decimals', 'font', 'exponent'] as const).some((part) => window[part] !== usual[part]) ? 'other' : 'as all';
}

function includes({ row, col, rows, cols, stepRow = 1, stepCol = 1 }: Box, r: number, c: number): boolean {
  const inside = r >= row && c >= col && r < row + rows && c < col + cols;
  return inside && (r - row) % stepRow === 0 && (c - col) % stepCol === 0;
}

/** Undefined where no number of `largeFont` fits into the cell. */
function largeFormat(before: number, most: number, width: number, cell: number): CellTextFormat | undefined {
  for (let decimals = most; decimals >= 0; decimals--) {
    const characters = before + (decimals > 0 ? decimals + 1 : 0);
    const font = Math.min(largestLargeFont, cell * largeFontOfCell, width / (characters * digitWidth));
    if (font >= largeFont) return { decimals, font, width };
    if (textWidthAt(characters, largeFont) * narrowest <= width && cell >= 1.4 * largeFont) {
      return { decimals, font: largeFont, width };
    }
  }
  return undefined;
}

/** Digits of the scale's end divided by `part`: the few numbers that are longer are drawn narrower. */
function integerDigits({ min, max }: Scale, part: number): number {
  return Math.min(8, String(Math.trunc(Math.max(Math.abs(min), Math.abs(max)) / part)).length);
}

function fits(characters: number, width: number, narrow: number): boolean {
  return textWidthAt(characters, smallestFont) * narrow <= width;
}

function fontFor(characters: number, width: number, narrow: number, ofCell: number): number {
  const free = Math.min(Math.max(largestFont, ofCell), width / (characters * digitWidth));
  return free >= smallestFont ? free : fits(characters, width, narrow) ? smallestFont : 0;
}

/** Pixels. */
export function textWidthAt(characters: number, font: number): number {
  return characters * digitWidth * font;
}
