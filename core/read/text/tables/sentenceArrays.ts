/** Arrays in brackets inside of sentences: "convolve the input [[1, 2], [3, 4]] with the kernel [1 0; 0 1]". */
import type { NdArray } from '../../../array/NdArray';
import type { ParsedArray } from '../../ParseResult';
import { countWork } from '../scan/countWork';
import { NumberSink } from '../scan/NumberSink';
import { GRID_NAMES, roleOfLetter } from './gridNames';
import { labelledBelow } from './labelsBelow';
import { NUMBER } from './readGrids';
import { makeOperand, makeResult } from './resultWords';

const LONGEST = 20_000;
/** Two brackets, or one with rows that semicolons divide. */
const OPEN = /\[\s*\[|\[(?=[-+\d.,\seE]+;[-+\d.,;\seE]*\])/g;
/** The same for a text without semicolons, which is not searched for them behind each bracket. */
const NESTED = /\[\s*\[/g;
/** "Convolve X = [[…". */
const ASSIGNED = /(?<![\w.])([A-Za-z\u03b4]\w?)\s*=\s*$/;
const GIVES = /\b(?:gives?|yields?|becomes?|produces?|returns?|expected)\b/gi;

/** `read` reads one literal. A name comes from the nearest words before the array in its sentence. */
export function sentenceArrays(text: string, read: (literal: string) => ParsedArray | undefined): ParsedArray[] {
  countWork(text.length);
  const found: ParsedArray[] = [];
  const ends = closings(text);
  let end = 0;
  for (const { index, 0: open } of text.matchAll(text.includes(';') ? OPEN : NESTED)) {
    if (index < end) continue;
    const stop = ends.get(index) ?? Infinity;
    if (stop - index > LONGEST) continue;
    const literal = text.slice(index, stop);
    if (!/^[-+\d.,;\seE[\]]+$/.test(literal)) continue;
    const array = open === '[' ? rowsIn(literal) : read(literal);
    if (!array) {
      // What is inside of it is a part.
      end = stop;
      continue;
    }
    const before = text.slice(Math.max(end, index - 120), index);
    const name = numberedKernel(before) ?? ownName(before) ?? nameIn(before) ?? ASSIGNED.exec(before)?.[1];
    const [, divisor] = DIVIDED.exec(text.slice(stop, stop + 20)) ?? [];
    // The numbers of a quotient are not those of the text.
    const ranges = divisor === undefined ? array.ranges?.map((at) => at + index) : undefined;
    found.push({
      array: divisor === undefined ? array.array : quotient(array.array, Number(divisor)),
      range: [index, stop],
      ...(ranges && { ranges }),
      ...(name !== undefined && { name }),
    });
    end = stop;
  }
  return labelledBelow(found, text) ?? namedTogether(found, text);
}

/** With the names that words give to two arrays, or to one that is both: "both the input and the kernel are [[…", "[[…]] with itself". */
function namedTogether(found: readonly ParsedArray[], text: string): ParsedArray[] {
  return found.flatMap((each, index) => {
    const [start, stop] = each.range;
    const before = text
      .slice(Math.max(found[index - 1]?.range[1] ?? 0, start - 120), start)
      .split(/[.!?]\s/)
      .at(-1)!;
    if (ITSELF.test(text.slice(stop, stop + 30)) || BOTH.test(before))
      return [
        { ...each, name: 'input' },
        { ...each, name: 'kernel' },
      ];
    const next = found[index + 1];
    if (next && ARROW.test(text.slice(stop, next.range[0]))) return [{ ...each, name: 'input' }];
    return [index > 0 && (RESULT.test(before) || ARROW.test(before)) ? { ...each, name: 'output' } : each];
  });
}

/** `[[1, 2]] --> [[2]]` */
const ARROW = /^[\s`$]*(?:[-=]+>|\u2192|\\(?:to|(?:long)?rightarrow|mapsto))[\s`$]*$/;

const ITSELF = /^[`$]*\s*(?:with|by|and) itself\b/;
const BOTH =
  /\b(?:both|same)\b[^[\]]*\b(?:input|image)\b[^[\]]*\band\b[^[\]]*\b(?:kernel|filter)\b(?![^[\]]*\b(?:outputs?|results?)\b)/i;
/** "… [[…]] with itself is [[…". */
const RESULT = /^[`$]*\s*with itself (?:is|=|gives|yields)\b[^[\]]*$/;

/** `X =` on a line of its own, below words that end with another array: "a 3×3 input and a 2×2 filter:". */
function ownName(before: string): string | undefined {
  const [, letter] = ON_OWN_LINE.exec(before) ?? [];
  const role = letter === undefined ? undefined : roleOfLetter(letter);
  return role === undefined || role === nameIn(before) ? undefined : letter;
}

const ON_OWN_LINE = /\n[ \t]*([A-Za-z])[ \t]*=\s*$/;

/** "Kernel 2:", "2nd kernel:", one of several filters. */
function numberedKernel(before: string): string | undefined {
  const [, number, counted, ordinal] = NUMBERED_KERNEL.exec(before) ?? [];
  const found = number ?? counted ?? (ordinal && String(ORDINALS.indexOf(ordinal.toLowerCase()) + 1));
  return found === undefined ? undefined : `kernel_${found}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];
const NUMBERED_KERNEL = new RegExp(
  `\\b(?:(?:kernel|filter) ?#?(\\d)|(?:(\\d)(?:st|nd|rd|th)|(${ORDINALS.join('|')})) (?:kernel|filter))[ \\t]*(?::|=|is)?\\s*$`,
  'i',
);

/** `[[1, 1], [1, 1]] / 4`. */
const DIVIDED = /^[ \t]*\/[ \t]*(\d+(?:\.\d+)?)(?![\w/.])/;

function quotient({ shape, data }: NdArray, divisor: number): NdArray {
  return { shape, data: Float64Array.from(data, (value) => value / divisor) };
}

/** `[1 0; 0 -1]`, as MATLAB writes it. */
function rowsIn(literal: string): Omit<ParsedArray, 'range'> | undefined {
  // Two numbers, or one with a decimal comma.
  if (/\d,\d/.test(literal)) return undefined;
  const sink = new NumberSink();
  let start = 1;
  const widths = literal
    .slice(1, -1)
    .split(';')
    .map((row) => {
      const numbers = [...row.matchAll(NUMBER)];
      for (const { 0: written, index } of numbers)
        sink.push(Number(written), start + index, start + index + written.length);
      start += row.length + 1;
      return numbers.length;
    });
  const width = widths[0]!;
  return width > 0 && widths.every((each) => each === width) ? sink.toArray([widths.length, width]) : undefined;
}

/** The position after each bracket's content, by that of the bracket, for those that are closed. */
function closings(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') open.push(index);
    else if (open.length > 0) ends.set(open.pop()!, index + 1);
  }
  return ends;
}

/** "the gradient of the max pool with respect to its input" */
const GRADIENT_OF_INPUT =
  /\bgradients?\s(?:[\w-]+\s){0,8}?(?:with\srespect\sto|w\.?r\.?t\.?|of|at|for)\s(?:its\s|the\s)?(?:layer\s)?inputs?\b/gi;

/** The name that the nearest words give: input, kernel, bias or output. */
export function nameIn(words: string): string | undefined {
  if (makeResult(words)) return 'output';
  if (makeOperand(words)) return 'input';
  // The feature map that a layer is applied to is its input; what is in brackets only adds something.
  const sentence = words
    .split(/[.!?]\s|\u3002/)
    .at(-1)!
    .replace(/\([^()]*\)/g, ' ')
    .replace(GRADIENT_OF_INPUT, 'result')
    .replace(/\b(of|to|on|over) (the |this |a )?feature map/gi, '$1 $2image');
  const last = ({ source, flags }: RegExp): number =>
    Math.max(
      -1,
      ...[...sentence.matchAll(new RegExp(source, `g${flags.replace('g', '')}`))].map(
        ({ 0: word, index }) => index + word.length,
      ),
    );
  const places = [...GRID_NAMES, ['output', GIVES] as const].map(([name, pattern]) => ({ name, at: last(pattern) }));
  const nearest = places.reduce((best, each) => (each.at > best.at ? each : best));
  return nearest.at < 0 ? undefined : nearest.name;
}
