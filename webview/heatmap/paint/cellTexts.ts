/** The texts of a map's cells in their format: shorter ones where a value is too long. */
import type { MapView } from '../../../core/step/Frame';
import { formatCell, formatExponent, formatShort } from '../../format';
import { narrowest, narrowestOfOne, smallestFont, textWidthAt, type CellTextFormat } from './cellFormat';

/** Numbers from here on have an exponent in any case, with as many digits as the cell holds. */
const largest = 1e7;

/**
 * The text of a value: with fewer decimals, then with an exponent where it is too long for the cell; `…` where that is too long
 * too, which is not the same as a cell without a value. A zero has no decimals: what is exactly zero, as a gradient that no
 * window has reached, differs from what is rounded to it.
 */
export function cellText(value: number, format: CellTextFormat, map: Pick<MapView, 'integers'>): string {
  if (value === 0) return '0';
  if (format.exponent !== undefined && Number.isFinite(value)) return exponentText(value, format.exponent, format);
  const usual = formatCell(value, format.decimals, map.integers);
  if (Math.abs(value) < largest && isNarrowEnough(usual, smallestFont, format)) return usual;
  return textsOf(value, format.decimals, map).find((text) => isNarrowEnough(text, smallestFont, format)) ?? '…';
}

function exponentText(value: number, most: number, format: CellTextFormat): string {
  const texts = [most, 0].map((digits) => formatExponent(value, digits));
  return texts.find((text) => isNarrowEnough(text, smallestFont, format)) ?? '…';
}

/** Pixels between the value before a change and the arrow after it, and between the arrow and the next cell. */
export const arrowGap = 1;
export const behindArrow = 2;

/** Pixels; of the arrow after a number in this font size. */
export function arrowLength(font: number): number {
  return Math.round(font * 0.72);
}

/**
 * What is shown above the new value of a changed cell: `0.56→`, and `Δ0.003` where both values have the same text; where that is
 * too long, whether the value has become smaller or larger.
 */
export function changeText(
  before: number,
  after: number,
  font: number,
  format: CellTextFormat,
  map: Pick<MapView, 'integers'>,
): string {
  const old = cellText(before, format, map);
  if (old !== cellText(after, format, map)) {
    const width = textWidthAt(old.length, font) * narrowest + arrowLength(font) + arrowGap + behindArrow;
    return width <= format.width ? `${old}→` : old;
  }
  const difference = after - before;
  const texts = [formatShort(difference), ...[1, 0].map((digits) => formatExponent(difference, digits))];
  return (
    texts
      .map((text) => `Δ${text}`)
      .find((text) => textWidthAt(text.length, font) * narrowest + behindArrow <= format.width) ??
    (difference < 0 ? 'Δ<0' : 'Δ>0')
  );
}

/** Texts of a value from the longest to the shortest. */
function textsOf(value: number, decimals: number, { integers }: Pick<MapView, 'integers'>): string[] {
  const fixed = Array.from({ length: decimals + 1 }, (_, less) => formatCell(value, decimals - less, integers));
  const exponents =
    Number.isFinite(value) && Math.abs(value) >= 1000 ? [2, 1, 0].map((digits) => formatExponent(value, digits)) : [];
  return Math.abs(value) >= largest ? [...exponents, ...fixed] : [...fixed, ...exponents];
}

function isNarrowEnough(text: string, font: number, { width }: CellTextFormat): boolean {
  return textWidthAt(text.length, font) * narrowestOfOne <= width;
}
