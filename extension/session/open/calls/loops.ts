/** Loops at the top level of a text, which may compute a layer without a call. */
import { LensError, msg } from '../../../../core/message';
import type { LayerCall, TextRange } from '../../../../core/read/ParseResult';
import type { TextSource } from '../../source/LensSource';
import { lineAt } from '../../source/assignment';

/** The first line of a statement at the top level; lines that close a block belong to it. */
const HEAD = /^(?!end\b)[^\s#%)\]}].*$/gm;
const LOOP = /^(?:for|parfor|while)\b/;
const PRINT = /^(?:print|println|disp|display|cat|show)\b/;
const LANGUAGES = /^(?:python|matlab|octave|julia|r)$/;

/** The text up to the end of the loop around a cursor, or above a print at the cursor. */
export function loopAt(text: string, cursor: number, languageId: string | undefined): TextRange | undefined {
  const heads = headsAbove(text, cursor, languageId);
  const head = heads.at(-1);
  // What is printed was computed above.
  const prints = head !== undefined && PRINT.test(head[0]) && heads.some(([line]) => LOOP.test(line));
  return head && (LOOP.test(head[0]) || prints) ? [0, endOf(text, head.index)] : undefined;
}

/** The loop at a cursor in a text that calls layers too: one that fills an array, or whose array is printed at the cursor. */
export function fillingLoopAt(text: string, cursor: number, languageId: string | undefined): TextRange | undefined {
  const heads = headsAbove(text, cursor, languageId);
  const cells = cellsAt(text, heads);
  if (cells) return cells;
  const loop = heads.filter(([line]) => LOOP.test(line)).at(-1);
  if (!loop) return undefined;
  const range = [loop.index, endOf(text, loop.index)] as const;
  const target = filledIn(text.slice(...range));
  const [last] = heads.at(-1)!;
  const isPrinted = PRINT.test(last) && new RegExp(`\\b${target}\\b`).test(last);
  return target !== undefined && (heads.at(-1) === loop || isPrinted) ? range : undefined;
}

/** The lines around the last head that give values to single cells of one array: `y(1,1) = max(…)` above `y(1,2) = max(…)`. */
function cellsAt(text: string, heads: readonly RegExpExecArray[]): TextRange | undefined {
  const [, name] = CELL.exec(heads.at(-1)?.[0] ?? '') ?? [];
  if (name === undefined) return undefined;
  const isOther = ([line]: RegExpExecArray): boolean => CELL.exec(line)?.[1] !== name;
  const { index } = heads[heads.map(isOther).lastIndexOf(true) + 1]!;
  const below = text.slice(index).split('\n');
  const others = below.findIndex((line) => line.trim() !== '' && CELL.exec(line)?.[1] !== name);
  const cells = (others < 0 ? below : below.slice(0, others)).join('\n').trimEnd();
  return cells.includes('\n') ? [index, index + cells.length] : undefined;
}

const CELL = /^([A-Za-z_]\w*)(?:\(\d[^\n=()]*\)|(?:\[\d[^\n=[\]]*\])+)[ \t]*(?:=|<-)(?!=).*[A-Za-z]\w*[[(]/;

/** The loop at the cursor, where only other statements of the text compute layers. */
export function otherLoop({ line, segments, languageId }: TextSource, recorded: readonly LayerCall[]) {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  if (!line || !segment) return undefined;
  const { offset, text } = segment;
  const head = headsAbove(text, line[1] - offset, languageId).at(-1);
  if (
    !head ||
    !LOOP.test(head[0]) ||
    !text
      .slice(head.index, line[1] - offset)
      .trim()
      .includes('\n')
  )
    return undefined;
  const [start, end] = [offset + head.index, offset + endOf(text, head.index)];
  const calls = recorded.filter(({ uncalled }) => !uncalled);
  const fills = fillsArray(text.slice(head.index, end - offset));
  if (calls.length > 0 && (!fills || recorded.some(({ range }) => range[0] < end && range[1] > start)))
    return undefined;
  return new LensError(msg('the loop at the cursor computes no layer that can be shown'), undefined, [start, line[1]]);
}

function headsAbove(text: string, cursor: number, languageId = 'python'): RegExpExecArray[] {
  return LANGUAGES.test(languageId) ? [...text.slice(0, lineAt(text, cursor).end).matchAll(HEAD)] : [];
}

function endOf(text: string, start: number): number {
  const next = /\n(?!end\b)(?=[^\s#%)\]}])/.exec(text.slice(start));
  return next ? start + next.index : text.length;
}

export function fillsArray(code: string): boolean {
  return filledIn(code) !== undefined;
}

/** Whether a loop reads elements or parts of an array. */
export function readsElements(code: string): boolean {
  return /^[ \t]+for\b/m.test(code) && new RegExp(ELEMENTS).test(code);
}

/** Whether a text has elements or windows by variables, `x[i, j:j + 2]`, also where its loops have lost their indentation. */
export function hasElements(text: string): boolean {
  return /[A-Za-z_]\w*\[[^\n[\]]*[a-z][^\n[\]]*(?:,|\]\[)[^\n[\]]*[a-z]/i.test(text);
}

/** The array whose elements a loop assigns from those of another one: `out` of `out[i, j] = sum(x[i:i+2, j:j+2])`. */
function filledIn(loop: string): string | undefined {
  const lines = [...loop.matchAll(/^[ \t]+([A-Za-z_]\w*)(?:[[(]([^\n=]*)[\])])?[ \t]*(?:[-+*/]?=|<-)(?!=)(.*)$/gm)];
  const [, target] = lines.find(([, , index = '']) => /[A-Za-z]/.test(index)) ?? [];
  const reads = lines.flatMap(([, , , value = '']) => [...value.matchAll(ELEMENTS)]);
  return reads.some(([, name]) => name !== target) ? target : undefined;
}

/** An element or a part by variables on two axes: `x[i, j]`, `x[i][j]`, `x(i:i + 2, j:j + 2)`. */
const ELEMENTS =
  /([A-Za-z_]\w*)(?:\[[^\n[\]]*\]\[[^\n[\]]*[A-Za-z]|[[(][^\n[\]]*[A-Za-z][^\n[\]]*,[^\n[\]]*[A-Za-z][^\n[\]]*[\])])/g;
