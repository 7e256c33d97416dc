/** Labels below tables of numbers: `*Input*`, `Table 2: Kernel (2 × 2)`. */
import type { ParsedArray } from '../../ParseResult';
import { GRID_NAMES } from './gridNames';

/** A line of one or two words, perhaps numbered, emphasised and with a remark in brackets. */
const LABEL =
  /^[\s>*_#-]*(?:(?:fig(?:ure|\.)?|table|tab\.?|图|表)[ \t]*\d+[ \t]*[.:：][ \t]*)?[*_]*(\p{L}+(?: \p{L}+)?)(?:[ \t]*[(（][^()\n]*[)）])?[ \t]*[:.：]?[*_]*[ \t]*$/iu;
/** What is between a table and its label: the rule below a row of Markdown, the end of a fence, brackets. */
const BETWEEN = /^(?:[\s|\])}]*(?:\n[ \t]*(?:`{3,}|~{3,}|<\/\w+>|\|?[ \t:-]*-[ \t:|-]*)(?=\n|$)))+/;
/** Characters next to a table with its label. */
const REACH = 80;

/** With the names below them, where every table has one and none is above the first. */
export function labelledBelow(grids: readonly ParsedArray[], text: string): ParsedArray[] | undefined {
  const [first] = grids;
  if (!first || grids.length < 2) return undefined;
  const above = text
    .slice(Math.max(0, first.range[0] - REACH), first.range[0])
    .replace(/[ \t|[]+$/, '')
    .trimEnd();
  if (nameOfLine(above.slice(above.lastIndexOf('\n') + 1)) !== undefined) return undefined;
  const names = grids.map(({ range }) => nameBelow(text, range[1]));
  if (names.includes(undefined) || new Set(names).size < names.length) return undefined;
  return grids.map((each, index) => ({ ...each, name: names[index]! }));
}

/** The name that the line below a table gives. */
export function nameBelow(text: string, end: number): string | undefined {
  const below = text.slice(end, end + 2 * REACH).replace(BETWEEN, '');
  return nameOfLine(/^[\s|,;]*([^\n]*)(?=\n|$)/.exec(below)?.[1] ?? '');
}

function nameOfLine(line: string): string | undefined {
  const label = line.length > REACH ? undefined : LABEL.exec(line)?.[1];
  return label === undefined ? undefined : GRID_NAMES.find(([, words]) => words.test(label))?.[0];
}
