/** The arrays of a document: in brackets inside of sentences, and in tables of numbers between words. */
import { formatMessage, msg } from '../../../message';
import type { ParsedArray, ParseResult } from '../../ParseResult';
import { sentenceCalls } from '../calls/sentenceCalls';
import { problem, readError } from '../types/Problem';
import { readBracketColumns } from './bracketColumns';
import { countedGrid } from './countedGrid';
import { mixedRow, unevenInput } from './faultyRow';
import { fromTables } from './fromTables';
import { GRADIENT_WORDS, KERNEL_WORDS } from './gridNames';
import { withKernels } from './kernels';
import { NUMBER, readGrids } from './readGrids';
import { nameIn, sentenceArrays } from './sentenceArrays';
import { sentenceVectors } from './sentenceVectors';
import { readColumns } from './spacedColumns';

/** With an input that only words give, where all other arrays have another role. */
export function readWords(
  text: string,
  given: ParseResult,
  literal: (source: string) => ParsedArray | undefined,
): ParseResult {
  const read = readShown(text, given, literal);
  const counted = read.calls.length > 0 ? undefined : countedGrid(text);
  const areOthers = read.arrays.every(({ name }) => /^(?:kernel|filter|w|k|b|bias|output)/i.test(name ?? ''));
  if (!counted || !areOthers) return read;
  const detail = msg('the words of the text give the numbers of the input: row by row');
  const remark = { kind: 'remark', message: formatMessage(detail), detail, range: counted.range } as const;
  return { ...read, arrays: [counted, ...read.arrays], errors: [remark] };
}

/** `given`: what the text holds as literals or as one table. `literal` reads one literal. */
function readShown(
  text: string,
  given: ParseResult,
  literal: (source: string) => ParsedArray | undefined,
): ParseResult {
  const read = { ...given, arrays: withLabels(given.arrays, text).map((each) => withRows(each, text)) };
  const sentences = sentenceCalls(text, read);
  if (sentences.calls.length + sentences.errors.length > 0)
    return { ...read, calls: sentences.calls, errors: [...sentences.errors, ...read.errors] };
  const columns = readBracketColumns(text);
  if (columns.length > 0) return { ...read, arrays: columns, calls: [], errors: [] };
  const mixed = mixedRow(text);
  const fault = (mixed && readColumns(text).length === 0 ? mixed : undefined) ?? unevenInput(text);
  if (fault) return { arrays: [], calls: [], values: {}, errors: [readError(fault)] };
  const areResults = read.arrays.length > 0 && read.arrays.every(({ name }) => RESULT.test(name ?? ''));
  let known: ParsedArray[] | undefined;
  const inSentences = () => (known ??= sentenceArrays(text, literal));
  const others = areResults ? inSentences() : [];
  if (others.some(({ name }) => !RESULT.test(name ?? ''))) return { ...read, arrays: others, errors: [] };
  // Arrays on lines of their own may be results of arrays in the sentences.
  const further = sentencesBefore(read, inSentences);
  if (further) return { ...read, arrays: further, errors: [] };
  const named = namedInSentences(read, inSentences) ?? lostInSentences(read, inSentences);
  if (named) {
    // `dL/dY = [[…` is an expression to the reader of literals.
    const others = read.errors.filter(({ range: [start, end] }) =>
      named.every(({ range }) => end <= range[0] || range[1] <= start),
    );
    return withKernels({ ...read, arrays: named, errors: others }, text);
  }
  const areVectors = read.arrays.length > 0 && listsIn(read).every(({ array }) => array.shape.length === 1);
  const vectors = areVectors ? sentenceVectors(text) : [];
  if (vectors.length > listsIn(read).length) return { ...read, arrays: vectors, errors: [] };
  // Vectors may be the rows of one table, or the sizes of an option above tables.
  const rows = areVectors ? readGrids(text) : [];
  const options = read.arrays.filter(({ name }) => OPTION.test(name ?? ''));
  if (rows.length > 0 && read.arrays.every((each) => options.includes(each) || isWithinOne(each, rows))) {
    const values = Object.fromEntries(options.map(({ name, array }) => [name!.toLowerCase(), [...array.data]]));
    return fromTables(text, { ...read, values: { ...read.values, ...values } }, rows);
  }
  if (read.arrays.some(({ array, name }) => array.shape.length > 1 || (array.shape.length > 0 && name !== undefined))) {
    const isOther = ({ name = '' }: ParsedArray): boolean =>
      KERNEL_WORDS.test(name) || GRADIENT_WORDS.test(name) || /^(?:[wkfb]|bias)$/i.test(name);
    const arrays = read.arrays.every(isOther) ? withTables(read.arrays, text) : belowTables(read.arrays, text);
    return withKernels({ ...read, arrays }, text);
  }
  const matrices = read.arrays.length === 0 ? inSentences() : [];
  const inWords = matrices.length > 0 ? withTables(matrices, text) : sentenceVectors(text);
  if (inWords.length > 0) return withKernels({ ...read, arrays: inWords, errors: [] }, text);
  const side = readColumns(text);
  if (side.length > 0) return { ...read, arrays: side, errors: [] };
  const tables = readGrids(text);
  // Brackets of long prose are not faulty arrays.
  const isProse = read.arrays.length === 0 && (text.match(WORD)?.length ?? 0) > MOST_WORDS;
  if (isProse && tables.length === 0) {
    const nothing = problem('empty', msg('no array was found in this text'), 0, text.length);
    return { arrays: [], calls: [], values: {}, errors: [readError(nothing)] };
  }
  return fromTables(text, read, tables);
}

/** Single numbers are the steps of a calculation. */
function listsIn({ arrays }: ParseResult): readonly ParsedArray[] {
  return arrays.filter(({ array }) => array.shape.length > 0);
}

/** With the tables of numbers above them, where no array in brackets has a name but that of a result: they are computed from the tables. */
function belowTables(arrays: readonly ParsedArray[], text: string): readonly ParsedArray[] {
  const [first] = arrays;
  if (!first || arrays.some(({ name }) => name !== undefined && name !== 'output')) return arrays;
  return [...readGrids(text.slice(0, first.range[0])).filter(({ array }) => array.shape[0]! > 1), ...arrays];
}

/** With the tables of the text, where no array of a sentence is an input: one without a name is the input of a kernel. */
function withTables(matrices: readonly ParsedArray[], text: string): readonly ParsedArray[] {
  if (matrices.some(({ name }) => name === 'input' || name === undefined)) return belowTables(matrices, text);
  const tables = readGrids(text).filter(({ range: [start, end] }) =>
    matrices.every(({ range }) => end <= range[0] || range[1] <= start),
  );
  const isNamed = tables.some(({ name }) => name === 'input');
  const named = tables.map((each) => (isNamed || each.name !== undefined ? each : { ...each, name: 'input' }));
  return [...matrices, ...named].sort((a, b) => a.range[0] - b.range[0]);
}

/** The arrays of sentences, where they have names and the arrays that were read come below them without names. */
function sentencesBefore(
  { arrays }: ParseResult,
  inSentences: () => readonly ParsedArray[],
): readonly ParsedArray[] | undefined {
  const [first] = arrays;
  if (!first || arrays.some(({ name, array }) => name !== undefined || array.shape.length < 2)) return undefined;
  const found = inSentences();
  const isEarlier = found.some(({ name, range }) => name !== undefined && range[1] <= first.range[0]);
  return isEarlier && found.length > arrays.length ? found : undefined;
}

/** The matrices that were read, all without names, with the names that the words before them give. */
function namedInSentences(
  { arrays }: ParseResult,
  inSentences: () => readonly ParsedArray[],
): readonly ParsedArray[] | undefined {
  const matrices = arrays.filter(({ array }) => array.shape.length > 1);
  if (matrices.length < 2 || arrays.some(({ name }) => name !== undefined)) return undefined;
  const found = inSentences();
  const names = found.map(({ name }) => name);
  const isSame = found.length === matrices.length && found.every(({ range }, k) => range[0] === matrices[k]!.range[0]);
  return isSame && names.includes('input') && names.some(isKernelName) ? found : undefined;
}

/** All matrices of sentences, with their names, where some of them were read and others were not: "Convolve X = … with K = …". */
function lostInSentences(
  { arrays }: ParseResult,
  inSentences: () => readonly ParsedArray[],
): readonly ParsedArray[] | undefined {
  const matrices = arrays.filter(({ array }) => array.shape.length > 1);
  if (matrices.length === 0) return undefined;
  const found = inSentences();
  const isFound = matrices.every(({ range: [start] }) => found.some(({ range }) => range[0] === start));
  if (found.length <= matrices.length || !isFound) return undefined;
  // The only one without a name, above the words with the kernel, is the input.
  const [unnamed, ...others] = found.filter(({ name }) => name === undefined);
  if (!unnamed) return found;
  const names = found.map(({ name }) => name);
  const isInput = others.length === 0 && unnamed === found[0] && names.some(isKernelName) && !names.includes('input');
  return isInput ? found.map((each) => (each === unnamed ? { ...each, name: 'input' } : each)) : undefined;
}

/** `kernel`, `kernel_2`. */
function isKernelName(name: string | undefined): boolean {
  return name?.startsWith('kernel') === true;
}

/** Where some arrays are named by a label above them, the others by the words of theirs: `Input (1 channel):`, `Expected output:`. */
function withLabels(arrays: readonly ParsedArray[], text: string): readonly ParsedArray[] {
  if (arrays.length > MOST_LABELLED || arrays.length < 2) return arrays;
  const isNamed = arrays.some(({ name }) => name !== undefined);
  const labelled = arrays.map((each) => {
    if (each.name !== undefined) return each;
    const [start] = each.range;
    const pattern = text.startsWith('\\begin', start) ? LATEX_LABEL : LABEL;
    const label = pattern.exec(text.slice(Math.max(0, start - REACH), start))?.[1];
    const name = label === undefined ? undefined : nameIn(label);
    // A result is compared with the layer's, whatever it is called.
    return name === undefined || name === 'output' ? each : { ...each, name };
  });
  const has = (role: string): boolean => labelled.some(({ name }) => name === role);
  return isNamed || (has('input') && has('kernel')) ? labelled : arrays;
}

/** More arrays are not those of one layer. */
const MOST_LABELLED = 8;
/** Characters above an array that may be its label. */
const REACH = 120;
/** A line of few words that ends with a colon, above an array. */
const LABEL =
  /(?:^|\n)[ \t]*((?:[A-Za-z]+ ){0,3}[A-Za-z]+)(?: ?\([^()\n]*\))?[ \t]*:[ \t]*\n(?:\s*(?:(?:`{3,}|~{3,})\w*|\.\. [\w-]+::.*)[ \t]*\n)?\s*$/;
/** `### Bias`, `\item Bias:` or `\paragraph{Bias}` before a matrix of LaTeX. */
const LATEX_LABEL =
  /(?:^|\n)[ \t]*(?:#+|\\item|\\(?:sub)*(?:section|paragraph)\*?\{|[-+*>]|\d+[.)])?[ \t]*\**((?:\p{L}+ ){0,2}\p{L}+)\**\}?[ \t]*[:\uff1a=]?\**\s*(?:\$\$?|\\[[(])?\s*$/u;

/** Brackets with several lines of equally many numbers are a matrix; NumPy breaks only long vectors into lines. */
function withRows(array: ParsedArray, text: string): ParsedArray {
  const { shape, data } = array.array;
  if (shape.length !== 1 || data.length > MOST_OF_ROWS) return array;
  const lines = text.slice(...array.range).split('\n');
  const counts = lines.map((line) => line.match(NUMBER)?.length ?? 0);
  const isMatrix = lines.length > 1 && counts.every((count) => count === counts[0] && count > 1);
  if (!isMatrix || counts[0]! * lines.length !== data.length || lines.some(({ length }) => length > LONGEST_ROW))
    return array;
  return { ...array, array: { shape: [lines.length, counts[0]!], data } };
}

const MOST_OF_ROWS = 4096;
const LONGEST_ROW = 60;

function isWithinOne({ range: [start, end] }: ParsedArray, tables: readonly ParsedArray[]): boolean {
  return tables.some(({ range }) => range[0] <= start && end <= range[1]);
}

const OPTION = /^(?:strides?|pad(?:ding)?s?|dilations?|(?:kernel|filter|window|pool)[ _]?(?:size|shape)|s|p)$/i;

/** Names of results in problems. */
const RESULT = /^(?:expected|outputs?|results?|answers?|solution)\b/i;
const WORD = /(?<![\w.])[A-Za-z]{2,}(?![\w(=[])/g;
const MOST_WORDS = 200;
