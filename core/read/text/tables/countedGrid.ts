/** An input that only words give: "the numbers 1 to 16 in a 4x4 grid". */
import type { ParsedArray } from '../../ParseResult';

const TO = String.raw`\s*(?:to|through|until|-|\u2013|\u2026|\.{2,3}|,?\s*\.\.\.\s*,?)\s*`;
const NUMBERS = new RegExp(
  String.raw`\b(?:numbers|integers|values|entries|pixels)\s+(?:are\s+|from\s+|of\s+)?(\d{1,2})${TO}(\d{1,3})\b`,
  'i',
);
const SIZE = /(?<![\w.])(\d{1,2})\s*(?:[x\u00d7*]|by)\s*(\d{1,2})(?![\w.]*\d)/gi;
/** The rows are not filled one after the other. */
const OTHER_ORDER = /column|random|shuffl|spiral|snake|diagonal|some order|descend|revers/i;

/** Undefined where the words give no size that holds the numbers, or another order than row by row. */
export function countedGrid(text: string): ParsedArray | undefined {
  const match = NUMBERS.exec(text);
  if (!match) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2])];
  const count = last - first + 1;
  const start = Math.max(0, text.lastIndexOf('.', match.index) + 1);
  const end = match.index + match[0].length;
  const sentence = text.slice(start, end + (/\.(?:\s|$)/.exec(text.slice(end))?.index ?? 100));
  const sizes = [...sentence.matchAll(SIZE)].map(([, rows, cols]) => [Number(rows), Number(cols)]);
  const size = sizes.find(([rows, cols]) => count === rows! * cols!);
  if (count < 4 || !size || OTHER_ORDER.test(sentence)) return undefined;
  const data = Float64Array.from({ length: count }, (_, index) => first + index);
  return { name: 'input', array: { shape: size, data }, range: [match.index, end] };
}
