/** Options that the words around a text without a call state. */
import { msg, type Message } from '../../../../core/message';
import { statedOptions, type OptionsInWords } from '../../../../core/read/documents/stated/statedOptions';
import type { ParseResult } from '../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../core/setup/options/hyperparameters';
import { roleOfName } from '../../../../core/setup/roles/roles';
import { lineAt } from '../../source/assignment';
import type { Document } from './pieces';

/** Of the paragraph at the cursor where it states one, else of all words. Undefined where none is stated. */
export function statedAt(document: Document, cursor: number | undefined): OptionsInWords | undefined {
  const { text, pieces, blocks, divided } = document;
  const end = cursor === undefined ? text.length : remadeBelow(document, cursor);
  const words = blocks.filter(({ kind, range }) => kind === 'prose' && range[0] < end);
  const prose = divided ? words.map(({ range }) => text.slice(...range)) : [text];
  // A page of HTML without its tags.
  if (prose.length === 0)
    prose.push(...pieces.flatMap((piece) => (piece.languageId === 'plaintext' ? [piece.text] : [])));
  // Words around the examples of a problem.
  if (prose.length === 0) prose.push(outside(text, blocks));
  const all = statedOptions(prose.join('\n\n'));
  const line = cursor === undefined ? undefined : pooledOnLine(text, cursor);
  if (line && !onlyNames(line, all)) return line;
  const around = cursor === undefined ? undefined : statedNear(text, cursor);
  const near = around && onlyNames(around, all) ? undefined : around;
  const { stride, pad, dilation, turned, full, pool, added, namesBias } = all;
  // A paragraph about both layers without their numbers: these are in other ones.
  const isBare = near?.pool?.convolves && near.stride.length + near.pad.length === 0 && !near.pool.window;
  return near
    ? {
        ...near,
        ...(isBare && { stride, pad }),
        ...(dilation && !near.dilation && { dilation }),
        ...(turned && { turned }),
        ...(full && { full }),
        ...(pool && !near.pool && { pool }),
        ...(added !== undefined && { added }),
        ...(namesBias && { namesBias }),
      }
    : found(all);
}

/** Whether words name a pooling without its numbers, and all words are about this pooling alone. */
function onlyNames({ stride, pad, dilation, pool }: OptionsInWords, all: OptionsInWords): boolean {
  const isBare = stride.length + pad.length + (dilation?.length ?? 0) === 0 && !pool?.window;
  return isBare && pool?.modes.length === 1 && !all.pool?.convolves && String(all.pool?.modes) === String(pool.modes);
}

/** Where code below the cursor makes an array again: the words behind it are about the new one. */
function remadeBelow({ text, pieces }: Document, cursor: number): number {
  const names = new Set<string>();
  for (const piece of pieces) {
    const made = [...piece.text.matchAll(/^([A-Za-z_]\w*)[ \t]*=(?!=)/gm)].map(([, name = '']) => name);
    const isAgain = made.some((name) => names.has(name) && roleOfName(name) !== 'result');
    if (piece.range[0] > cursor && isAgain) return piece.range[0];
    made.forEach((name) => names.add(name));
  }
  return text.length;
}

/** What the paragraph at the cursor states; where it gives several values, as the parts of an exercise do, those of the line. */
function statedNear(text: string, cursor: number): OptionsInWords | undefined {
  const paragraph = statedOptions(paragraphAt(text, cursor));
  if (paragraph.stride.length < 2 && paragraph.pad.length < 2) return found(paragraph);
  const { start, end } = lineAt(text, cursor);
  const { stride, pad } = statedOptions(text.slice(start, end));
  return { ...paragraph, ...(stride.length > 0 && { stride }), ...(pad.length > 0 && { pad }) };
}

/** What the line at the cursor states, or the part that it is in, where that is about one pooling and not about a convolution. */
function pooledOnLine(text: string, cursor: number): OptionsInWords | undefined {
  const { start, end } = lineAt(text, cursor);
  for (const written of [text.slice(start, end), partAt(text, cursor)]) {
    const words = written.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ');
    const stated = statedOptions(words);
    if (stated.pool?.modes.length === 1 && !/conv|\bkernel|\|/i.test(words))
      return { ...stated, pool: { ...stated.pool, convolves: false, isMeant: true } };
  }
  return undefined;
}

/** The lines of words around a place that belong to one item or lettered part of an exercise; empty outside of those. */
function partAt(text: string, cursor: number): string {
  const lines = text.split('\n');
  const line = text.slice(0, cursor).split('\n').length - 1;
  const at = HEADING.test(lines[line] ?? '') ? line + 1 : line;
  const isWords = (index: number): boolean => /[a-z]{3}/i.test(lines[index] ?? '');
  const begins = (index: number): boolean => PART.test(lines[index] ?? '');
  let [start, end] = [at, at + 1];
  while (isWords(start - 1) && !begins(start)) start -= 1;
  while (isWords(end) && !begins(end) && !/^[ \t]*(?:<(?:p|h\d|div|t\w+)\b|[#>|])/.test(lines[end]!)) end += 1;
  return begins(start) ? lines.slice(start, end).join('\n') : '';
}

/** "Part B:" alone on its line. */
const HEADING = /^[ \t]*(?:\*+)?(?:part|teil|task)[ \t]+\w+[.:)]?(?:\*+)?[ \t]*$/i;
/** "Part B", "(b)", "2.", an item of a list. */
const PART =
  /^[ \t]*(?:<[^<>\n]*>|\*+)*(?:<li\b|[-*+][ \t]|(?:part|teil|task)\b|\(?(?:[a-h]|\d{1,2}|i{1,3}|iv)[.)](?!\d))/i;

function outside(text: string, blocks: Document['blocks']): string {
  const parts: string[] = [];
  let from = 0;
  for (const { range } of blocks) {
    parts.push(text.slice(from, range[0]));
    from = Math.max(from, range[1]);
  }
  return [...parts, text.slice(from)].join('\n');
}

function found(stated: OptionsInWords): OptionsInWords | undefined {
  const { stride, pad, dilation, bias, turned, full, pool, added, paddingMode, ceilMode, unsized, sided, factor } =
    stated;
  return stride.length + pad.length + (dilation?.length ?? 0) > 0 ||
    bias ||
    turned ||
    full ||
    pool ||
    paddingMode ||
    ceilMode ||
    unsized ||
    sided ||
    factor !== undefined ||
    added !== undefined
    ? stated
    : undefined;
}

/** The lines around an offset without a blank line between them. */
function paragraphAt(text: string, offset: number): string {
  const start = text.slice(0, offset).search(/\n[ \t]*\n(?![^]*\n[ \t]*\n)/);
  const end = text.slice(offset).search(/\n[ \t]*\n/);
  return text.slice(start < 0 ? 0 : start + 1, end < 0 ? text.length : offset + end);
}

/** The values with what is stated for options that they lack, and the remarks on it. */
export function withStated(
  { values, arrays }: Pick<ParseResult, 'values' | 'arrays'>,
  stated: OptionsInWords | undefined,
): { readonly values: ParseResult['values']; readonly notes: readonly Message[] } {
  const written = hyperparameters(values);
  const added: Record<string, number | string | boolean | number[]> = {};
  const notes: Message[] = [];
  for (const name of ['stride', 'pad', 'dilation'] as const) {
    const all = stated?.[name] ?? [];
    // "Padding 1, so that the output has the same size".
    const sizes = all.filter((each) => each !== 'same');
    const numbers = sizes.length === 1 ? sizes : all;
    if (numbers.length === 0 || written[name] !== undefined) continue;
    const [first] = numbers;
    added[name] = name === 'pad' ? padOf(first!, arrays, isStrided(stated, written.stride)) : first!;
    notes.push(
      numbers.length === 1
        ? msg('{0} {1}: from the words of the text', name, first!)
        : msg('the words of the text give {0} as {1}: {2} is used', name, numbers.join(', '), first!),
    );
  }
  for (const [name, value] of [
    ['padding_mode', stated?.paddingMode],
    ['ceil_mode', stated?.ceilMode],
    ['count_include_pad', stated?.countIncludePad],
  ] as const) {
    if (value === undefined || name in values) continue;
    added[name] = value;
    notes.push(msg('{0} {1}: from the words of the text', name, String(value)));
  }
  if (stated?.unsized && written.pad === undefined)
    notes.push(msg('the words of the text ask for a padding without its size: {0} is used', 0));
  if (stated?.padValue)
    notes.push(msg('the words of the text pad with the value {0}: zeros are used', stated.padValue));
  if (stated?.sided) notes.push(msg('the words of the text pad some sides only: this is not applied'));
  if (stated?.factor !== undefined)
    notes.push(msg('the words of the text scale the kernel by {0}: this is not applied', stated.factor));
  if (stated?.bias && !arrays.some(({ name }) => roleOfName(name) === 'b'))
    notes.push(msg('the bias of {0} is not in the text: it is taken as 0', 'Conv2d'));
  return { values: { ...values, ...added }, notes };
}

function padOf(
  pad: number | 'same',
  arrays: ParseResult['arrays'],
  hasStride: boolean,
): number | 'same' | 'same_upper' | number[] {
  // As TensorFlow defines it: PyTorch has it for a stride of 1 only.
  if (pad === 'same') return hasStride ? 'same_upper' : pad;
  const planes = arrays.filter(({ array }) => array.shape.length === 2);
  const isLine = planes.length > 0 && planes.every(({ array }) => array.shape[0] === 1);
  return isLine ? [0, pad] : pad;
}

function isStrided(stated: OptionsInWords | undefined, written: unknown): boolean {
  const [stride = 1] = written === undefined ? (stated?.stride ?? []) : [written];
  return stride !== 1;
}
