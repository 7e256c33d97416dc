/**
 * Numbers of a map's cells: decimals, font size and width. The decimals are the same for all cells and follow from the map's
 * scale, not from the values of a step; fewer decimals come before smaller digits.
 */
import type { MapView, Scale } from '../../core/step/Frame';
import { formatCell } from '../format';

/** Pixels. */
export const smallestFont = 10;
const largestFont = 14;

/** Of a presentation: legible from the last row of a lecture hall at 1280 × 720. */
export const largeFont = 18;
const largestLargeFont = 34;
const largeFontOfCell = 0.36;

/** Large cells have larger numbers. */
const fontOfCell = 0.3;

/** Width of a digit in a monospaced font, as a part of its size. */
const digitWidth = 0.602;

/** Digits may be drawn this much narrower before decimals are left out. */
const narrowest = 0.82;

/** A single long number may be drawn this narrow before a mark takes its place. */
const narrowestOfOne = 0.68;

/** Most numbers are smaller than the scale's end divided by this. */
const usualPart = 20;

export interface CellFormat {
  readonly decimals: number;
  /** Pixels; 0 where no number fits. */
  readonly font: number;
  /** Pixels that a text may take. */
  readonly width: number;
}

export function cellFormat(
  map: Pick<MapView, 'integers'>,
  scale: Scale,
  precision: number,
  cell: number,
  large = false,
): CellFormat {
  const width = cell - 1.5;
  const most = map.integers ? 0 : precision;
  if (large) {
    const format = largeFormat(scale, most, width, cell);
    if (format) return format;
  }
  for (let decimals = most; decimals >= 0; decimals--) {
    const font = fontFor(usualText(scale, decimals), width);
    if (font >= smallestFont)
      return { decimals, font: Math.min(font, Math.max(smallestFont + 1, cell * fontOfCell)), width };
  }
  return { decimals: 0, font: fits(1, width) ? smallestFont : 0, width };
}

/** Undefined where no number of `largeFont` fits into the cell. */
function largeFormat(scale: Scale, most: number, width: number, cell: number): CellFormat | undefined {
  for (let decimals = most; decimals >= 0; decimals--) {
    const characters = usualText(scale, decimals);
    const font = Math.min(largestLargeFont, cell * largeFontOfCell, width / (characters * digitWidth));
    if (font >= largeFont) return { decimals, font, width };
    if (textWidthAt(characters, largeFont) * narrowest <= width && cell >= 1.4 * largeFont) {
      return { decimals, font: largeFont, width };
    }
  }
  return undefined;
}

/** The text of a value; `…` where it is too long for the cell, which is not the same as a cell without a value. */
export function cellText(value: number, format: CellFormat, map: Pick<MapView, 'integers'>): string {
  const text = formatCell(value, format.decimals, map.integers);
  if (textWidthAt(text.length, smallestFont) * narrowestOfOne <= format.width) return text;
  for (let decimals = format.decimals - 1; decimals >= 0; decimals--) {
    const short = formatCell(value, decimals, map.integers);
    if (textWidthAt(short.length, smallestFont) * narrowestOfOne <= format.width) return short;
  }
  return '…';
}

/** Characters of a usual number of the scale: the few that are longer are drawn narrower. */
function usualText({ min, max }: Scale, decimals: number): number {
  const digits = String(Math.trunc(Math.max(Math.abs(min), Math.abs(max)) / usualPart)).length;
  return Math.min(digits, 8) + (min < 0 ? 1 : 0) + (decimals > 0 ? decimals + 1 : 0);
}

function fits(characters: number, width: number): boolean {
  return textWidthAt(characters, smallestFont) * narrowest <= width;
}

function fontFor(characters: number, width: number): number {
  const free = Math.min(largestFont, width / (characters * digitWidth));
  return free >= smallestFont ? free : fits(characters, width) ? smallestFont : 0;
}

function textWidthAt(characters: number, font: number): number {
  return characters * digitWidth * font;
}
