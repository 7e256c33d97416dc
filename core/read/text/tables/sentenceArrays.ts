/** Arrays in brackets inside of sentences: "convolve the input [[1, 2], [3, 4]] with the kernel [[1]]". */
import type { ParsedArray } from '../../ParseResult';
import { countWork } from '../scan/countWork';
import { GRID_NAMES } from './gridNames';

const LONGEST = 20_000;
/** "Convolve X = [[…". */
const ASSIGNED = /(?<![\w.])([A-Za-z]\w?)\s*=\s*$/;
const GIVES = /\b(?:gives?|yields?|becomes?|produces?|returns?|expected)\b/gi;

/** `read` reads one literal. A name comes from the nearest words before the array in its sentence. */
export function sentenceArrays(text: string, read: (literal: string) => ParsedArray | undefined): ParsedArray[] {
  countWork(text.length);
  const found: ParsedArray[] = [];
  let end = 0;
  for (const { index } of text.matchAll(/\[\s*\[/g)) {
    if (index < end) continue;
    const stop = closing(text, index);
    const literal = text.slice(index, stop);
    if (stop === index || !/^[-+\d.,\seE[\]]+$/.test(literal)) continue;
    const array = read(literal);
    if (!array) continue;
    const before = text.slice(Math.max(end, index - 120), index);
    const name = nameIn(before) ?? ASSIGNED.exec(before)?.[1];
    const ranges = array.ranges?.map((at) => at + index);
    found.push({
      array: array.array,
      range: [index, stop],
      ...(ranges && { ranges }),
      ...(name !== undefined && { name }),
    });
    end = stop;
  }
  return found;
}

/** The end of a bracket's content; its start where it has none. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST); at++) {
    if (text[at] === '[') depth += 1;
    else if (text[at] === ']' && --depth === 0) return at + 1;
  }
  return start;
}

/** The name that the nearest words give: input, kernel, bias or output. */
export function nameIn(words: string): string | undefined {
  // The feature map that a layer is applied to is its input.
  const sentence = words
    .split(/[.!?]\s|\u3002/)
    .at(-1)!
    .replace(/\b(of|to|on|over) (the |this |a )?feature map/gi, '$1 $2image');
  const last = (pattern: RegExp): number =>
    Math.max(-1, ...[...sentence.matchAll(new RegExp(pattern.source, 'gi'))].map(({ index }) => index));
  const places = [...GRID_NAMES, ['output', GIVES] as const].map(([name, pattern]) => ({ name, at: last(pattern) }));
  const nearest = places.reduce((best, each) => (each.at > best.at ? each : best));
  return nearest.at < 0 ? undefined : nearest.name;
}
