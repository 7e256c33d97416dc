/** Numbers with their spread, as cells of a Markdown table. */
import { ratio, summary } from '../layer/measure';

/** The median of the rounds and, in brackets, the lowest and highest, in ms. */
export function milliseconds(rounds: readonly number[]): string {
  const { median, low, high } = summary(rounds);
  return `${digits(median)} (${digits(low)}–${digits(high)})`;
}

/** `other` divided by `own`, round by round. */
export function ratioText(own: readonly number[], other: readonly number[]): string {
  const { median, low, high } = ratio({ rounds: own }, { rounds: other })!;
  return `${digits(median)} (${digits(low)}–${digits(high)})`;
}

/** The median and, in brackets, the first and third quartiles. */
export function quartilesText(rounds: readonly number[]): string {
  const sorted = [...rounds].sort((a, b) => a - b);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => digits(sorted[Math.round(part * (sorted.length - 1))]!));
  return `${middle} (${low}–${high})`;
}

export function table([headings, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings!), line(headings!.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Two digits that count. */
function digits(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
