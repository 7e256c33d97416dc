/** Pages with several exercises: each is read alone, with its own numbers. */
import { roleOfName } from '../../../../core/setup/roles/roles';
import { layerCalls } from '../calls/layerCalls';
import { EXERCISE, partsAt, type ExercisePart } from './exercises';
import { isText } from './pieces';
import { TABLE, tablesIn } from './tables';

/** A line of a program, which a line that begins with # is a comment of. */
const STATEMENT = String.raw`[^\n]*\n[ \t]*(?:(?:from|import|def|class|return)[ \t]+\w|(?:for|while|with|if)\b.*:[ \t]*$|print\(|[\w.]+[ \t]*=[ \t]*(?!(?:\w+\.)?(?:array|asarray|tensor|constant)\()[A-Za-z_][\w.]*\()`;
/** Of Markdown, or a number and words between blank lines: "3. How it works". */
const HEADING = new RegExp(
  String.raw`^(?:#{1,6}[ \t]+\S(?!${STATEMENT})|(?<=^[ \t]*\n|\n[ \t]*\n)\d{1,2}\.[ \t]+[^\W\d][^\n]{1,60}[^\s:.,;]\n[ \t]*\n)`,
  'gm',
);
const POOLING = /pool|\u6c60\u5316|\u30d7\u30fc\u30ea\u30f3\u30b0|\ud480\ub9c1|\u043f\u0443\u043b\u0438\u043d\u0433/i;
const LAYER =
  /pool|convol|correlat|falt(?:en|ung)|\u6c60\u5316|\u5377\u79ef|\u30d7\u30fc\u30ea\u30f3\u30b0|\u7573\u307f\u8fbc\u307f|\ud480\ub9c1|\ud569\uc131\uacf1/i;
/**
 * The text with blanks for all other exercises, where the one at the cursor (the first with a table, without a cursor) has tables of
 * its own; also for the sections of Markdown that have a layer's tables each.
 */
export function ofOneExercise(text: string, languageId: string | undefined, cursor: number | undefined): string {
  if (!isText(languageId) || layerCalls(text).length > 0) return text;
  const lines = text.split('\n');
  if (lines.filter((line) => EXAMPLE.test(line)).length > 1) return ofOneLine(lines, cursor);
  const paragraph = ofSameNames(text, cursor);
  if (paragraph)
    return blanked(text.slice(0, paragraph[0])) + text.slice(...paragraph) + blanked(text.slice(paragraph[1]));
  const exercises = partsAt(text, EXERCISE);
  const parts = exercises.length > 1 ? exercises : partsAt(text, HEADING);
  const isWhole = ([start, end]: ExercisePart): boolean => {
    const part = text.slice(start, end);
    const tables = tablesIn(part);
    return tables > 1 || (tables === 1 && ((exercises.length > 1 && cursor !== undefined) || POOLING.test(part)));
  };
  const whole = parts.filter(isWhole);
  const isOfOne = isOfOnePooling(whole, text) || isOfOneConvolution(whole, text);
  if (whole.length < 2 && (cursor === undefined || !isOfOne)) return text;
  const at = cursor === undefined ? whole[0] : whole.find(([start, end]) => start <= cursor && cursor < end);
  if (!at) return text;
  // The words before the first of several examples are about all of them.
  const [first] = parts[0]!;
  const isShared = !LAYER.test(text.slice(...at)) && text.slice(0, first).search(TABLE) < 0;
  const before = isShared ? text.slice(0, first) + blanked(text.slice(first, at[0])) : blanked(text.slice(0, at[0]));
  return before + text.slice(...at) + blanked(text.slice(at[1]));
}

/** `2, [[1, 2], [3, 4]] --> [[4]]` */
const EXAMPLE = /\]\s*(?:[-=]+>|\u2192)\s*\[/;

/** Without the examples of other lines than that of the cursor, or the first. */
function ofOneLine(lines: readonly string[], cursor = 0): string {
  let end = 0;
  const at = lines.findIndex((line) => (end += line.length + 1) > cursor);
  const own = EXAMPLE.test(lines[at] ?? '') ? at : lines.findIndex((line) => EXAMPLE.test(line));
  return lines.map((line, index) => (index !== own && EXAMPLE.test(line) ? blanked(line) : line)).join('\n');
}

/** Of paragraphs that give an input and a filter the same names, which are examples of their own: the one at the cursor or above it, or the first. */
function ofSameNames(text: string, cursor = 0): ExercisePart | undefined {
  const paragraphs = [...text.matchAll(/(?:^[ \t]*\S.*\n?)+/gm)].map(({ 0: words, index }) => ({
    range: [index, index + words.length] as const,
    names: [...words.matchAll(/^[ \t>*-]*([A-Za-z]\w*)[ \t]*[:=][ \t]*(?=\[)/gm)].map(([, name]) =>
      name!.toLowerCase(),
    ),
  }));
  const pairs = paragraphs.filter(({ names }) =>
    ['x', 'w'].every((role) => names.map(roleOfName).includes(role as 'x')),
  );
  const isAgain = pairs.some(({ names }, index) => index > 0 && names.every((name) => pairs[0]!.names.includes(name)));
  return isAgain ? (pairs.filter(({ range }) => range[0] <= cursor).at(-1) ?? pairs[0])?.range : undefined;
}

/** Whether the only section with a layer's tables is about one pooling; sections without tables may be about another. */
function isOfOnePooling([whole]: readonly ExercisePart[], text: string): boolean {
  const words = whole ? text.slice(...whole) : '';
  return (
    POOLING.test(words) &&
    !/convol|filter|kernel/i.test(words) &&
    /\bmax/i.test(words) !== /average|\bavg|\bmean\b/i.test(words)
  );
}

/** Whether the only section with several tables names an input and a kernel. */
function isOfOneConvolution([whole]: readonly ExercisePart[], text: string): boolean {
  const words = whole ? text.slice(...whole) : '';
  return tablesIn(words) > 1 && /\b(?:input|image)/i.test(words) && /\b(?:kernel|filter)/i.test(words);
}

export function blanked(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
