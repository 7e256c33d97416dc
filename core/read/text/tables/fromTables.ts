/** Tables of numbers between words as the arrays of a layer: which of them is the input, the kernel, the gradient or a result. */
import { msg } from '../../../message';
import { namedKernel } from '../../documents/stated/statedKernel';
import type { ParsedArray, ParseResult } from '../../ParseResult';
import { problem, readError } from '../types/Problem';
import { faultyRow } from './faultyRow';
import { hasKernels, withKernels } from './kernels';
import { withoutPadded } from './paddedGrids';

const POOLING = /pool|\u6c60\u5316/i;
const CONVOLVES = /convol|\bconv\(|correlat|falt(?:en|ung)|\u5377\u79ef/i;
/** What needs no other array. */
const ALONE = /\bzero[- ]?pad|(?<![a-z])relu/i;
const FILTERS = /conv|filter|kernel/i;
/** Words, which pandas' broken lines do not have. */
const PROSE = /^(?![^]*\\\n)[^]*\p{L}{2}[,;:]?[ \t]+\p{L}{2}/u;
const LAYERS = /conv(?!er|ent|ey|inc)|filter|kernel|pool|falt(?:en|ung)|stride|\u5377\u79ef/i;

/** The arrays of a text that holds tables, with the roles that its words give; those of `read` where they give none. */
export function fromTables(text: string, read: ParseResult, tables: readonly ParsedArray[]): ParseResult {
  const fault = faultyRow(text, tables);
  if (fault) return { ...read, arrays: [], calls: [], errors: [readError(fault)] };
  // Tables without words for them are about something else than the channels.
  for (const arrays of [tables, tables.filter(({ name }) => name !== undefined)])
    if (hasKernels(arrays)) return withKernels({ ...read, arrays }, text);
  const { grids, values: shown } = withoutPadded(tables.map(unnumbered));
  const [first, ...others] = grids;
  const found = (arrays: readonly ParsedArray[]): ParseResult => ({
    arrays,
    calls: [],
    values: { ...read.values, ...shown },
    errors: [],
  });
  if (!first) return read;
  const named = grids.filter(({ name }) => name !== undefined);
  const isNamed = (role: string): boolean => named.some(({ name }) => name === role);
  // Tables without words for them are examples next to the named ones.
  if (isNamed('kernel') && grids.some(({ name }) => name !== 'output' && name !== 'kernel'))
    return found(isNamed('input') && !isLastAlone(grids) ? named : grids);
  if (POOLING.test(text)) {
    // The input of a pooling, its gradient, and results below it.
    const isInput = /feature maps?[^\n]*\s*(?:[`~]{3,}\w*\s*)?$/i.test(text.slice(0, first.range[0]));
    const image = grids.find(({ name }) => name === 'input') ?? grids.find(({ name }) => name !== 'dZ');
    return found(
      grids.map((each) => {
        if (each.name === 'dZ' || (each === image && !(isInput && each === first))) return each;
        return { ...each, name: each === image ? 'input' : 'output' };
      }),
    );
  }
  const [second, ...rest] = others;
  if (named.length === 0 && second && beginsPart(text.slice(first.range[1], second.range[0]))) return found(grids);
  if (CONVOLVES.test(text) && second && rest.length === 0 && isWithin(second, first) && !isNamed('output'))
    return found([
      { ...first, name: 'input' },
      { ...second, name: 'kernel' },
    ]);
  if (!second && namedKernel(text)) return found([first]);
  if (!second && first.name === 'kernel') return found([first]);
  if (!second && FILTERS.test(text)) return { ...read, errors: [readError(alone(first)), ...read.errors] };
  if (!second && read.arrays.length === 0 && ALONE.test(text)) return found([first]);
  // Words between tables are not faulty cells.
  if (!second && read.arrays.length === 0 && named.length === 0 && PROSE.test(text) && !LAYERS.test(text))
    return found(grids);
  if (read.arrays.length > 0 || named.length === 0) return read;
  if (!second || isNamed('kernel')) return found(grids);
  const cause = msg('the text has {0} tables of numbers, and no words that name the filter', grids.length);
  const range = [first.range[0], grids.at(-1)!.range[1]] as const;
  return { ...read, errors: [readError(problem('empty', cause, ...range))] };
}

/** Whether only the last table has no name: it may be the result. */
function isLastAlone(grids: readonly ParsedArray[]): boolean {
  return grids.findIndex(({ name }) => name === undefined) === grids.length - 1;
}

/** `kernel_1` alone is the kernel. */
function unnumbered({ name, ...rest }: ParsedArray): ParsedArray {
  return name === undefined ? rest : { ...rest, name: name.replace(/_.*/, '') };
}

/** Whether the words between two tables have the number of another question: "4 b", "Question 2". */
export function beginsPart(words: string): boolean {
  return /^[ \t#*]*(?:\(?(?![1-3]d\b)\d{1,2}[ \t]?[a-h]\b|(?:question|problem|exercise|part|task|aufgabe)[ \t]+[\da-h]{1,2}\b)/im.test(
    words,
  );
}

function isWithin({ array: { shape } }: ParsedArray, { array: { shape: whole } }: ParsedArray): boolean {
  return shape.every((extent, axis) => extent <= whole[axis]!) && shape.some((extent, axis) => extent < whole[axis]!);
}

function alone({ range }: ParsedArray): ReturnType<typeof problem> {
  return problem('empty', msg('the text has one table of numbers, and no filter for it'), ...range);
}
