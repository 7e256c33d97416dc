/** Recognises a text that computes something other than a layer. */
import { escapePattern } from '../../../../../core/escapePattern';
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { blankPrompts } from '../../../../../core/read/python/syntax/text/prompts';
import { arraysOnly } from '../../../../../core/read/text/languages/arraysOnly';
import { roleOfName } from '../../../../../core/setup/roles/roles';
import type { Segment, Surrounding } from '../../../source/LensSource';
import { textInSegments } from '../../../source/textInSegments';
import { isComputedWith, isFilledFrom, isUsedIn } from '../arrays/inputs';
import { formsOf } from '../arrays/textResults';
import { unusedDefinition } from '../../definitions/unusedDefinition';

/**
 * Whether the text itself computes something else than a layer with its inputs: `scores = X.dot(W)`, pseudo-code, or, where it
 * has no filter, `print(x.reshape(2, 2, 2, 2).max((1, 3)))`.
 */
export function computesElse(
  inputs: readonly ParsedArray[],
  { arrays, errors }: ParseResult,
  segments: readonly Segment[],
  surroundings: readonly Surrounding[],
  languageId?: string,
): boolean {
  const above = surroundings.map(({ text }) => text).join('\n');
  const unread = errors.filter(({ kind }) => kind === 'notPython').map(({ range }) => textInSegments(segments, range));
  const prints = !arrays.some(({ name }) => roleOfName(name) === 'w');
  const others = arrays.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const code = segments.map(({ text }) => text).join('\n');
  if (inputs.length > 0 && /^(?:def|class)[ \t]+\w/m.test(code) && !LAYER_WORDS.test(code)) return true;
  const behind = (name: string): string => code.slice(code.search(wordOf(name)) + name.length);
  if (inputs.some(({ name }) => name !== undefined && usesInOther(name, behind(name), languageId))) return true;
  if (prints && inputs.some(({ name }) => name !== undefined && isLoopedOver(name, code))) return true;
  if (arraysOnly(languageId) && inputs.length > 0 && hasCalls(code) && !OPERATIONS.test(code)) return true;
  const hasRole = inputs.some(
    ({ name, array }) => name === undefined || (array.shape.length > 1 && roleOfName(name) === 'x'),
  );
  const shown = new Set([...code.matchAll(SHOWN_ALONE)].map(([, name]) => name));
  const shows = SHOWS.test(code) || inputs.some(({ name }) => shown.has(name));
  if (prints && inputs.length > 0 && !hasRole && shows && !LAYER_WORDS.test(code)) return true;
  if (inputs.length > 0 && DEFINES.test(code) && !LAYER_WORDS.test(code)) return true;
  const imports = IMPORTS.test(code);
  const isGiven = ({ name }: ParsedArray): boolean => (imports || roleOfName(name) !== 'x') && isPassed(name, code);
  if (!LAYER_WORDS.test(code) && inputs.some(isGiven)) return true;
  if (prints && inputs.length > 0 && callsOwn(code, above, others)) return true;
  // The class computes what the text is about.
  const defines = inputs.length > 0 && segments.some(({ text }) => MODULE.test(text));
  if (prints && defines && !unusedDefinition(segments, true)) return true;
  // A name that is nowhere else is not computed with.
  const mentions = countWords(`${above}\n${code}`);
  const names = new Set(
    inputs.flatMap(({ name }) => (name !== undefined && (mentions.get(name) ?? 2) > 1 ? [name] : [])),
  );
  return [...names].some(
    (name) =>
      segments.some(({ text }) => isFilledFrom(name, others, text)) ||
      segments.some(({ text }) =>
        [name, ...formsOf(name, text)].some((each) =>
          isComputedWith(each, unconverted(blankPrompts(text)), prints, above),
        ),
      ) ||
      unread.some((text) => isUsedIn(name, text)),
  );
}

/** `layer.forward(rows)` for `layer.forward(np.array(rows, dtype=float))`: the call is the one around the conversion. */
function unconverted(code: string): string {
  return code.replace(/\(\s*(?:np|numpy)\.(?:as)?array\(\s*(\w+)\s*(?:,[^()]*)?\)/g, '($1');
}

/** Whether a line calls a function that the text above defines, and none of the arrays is in it: `out = residual_block(placeholder)`. */
function callsOwn(code: string, above: string, arrays: readonly string[]): boolean {
  const defined = new Set([...above.matchAll(/^[ \t]*def[ \t]+([A-Za-z_]\w*)/gm)].map(([, name]) => name));
  return code.split('\n').some((line) => {
    const calls = [...line.matchAll(/(?<![\w.])([A-Za-z_]\w*)\(/g)].some(([, name]) => defined.has(name));
    return calls && !arrays.some((array) => wordOf(array).test(line));
  });
}

/** In other languages, any use of an input below it is of a computation that is not read. */
export function usesInOther(name: string, below: string, languageId: string | undefined): boolean {
  if (!isOther(languageId)) return false;
  return wordOf(name).test(
    below.replace(SHOWN, (line) => (/(?:conv(?!ert)|corr|filt|pool)\w*[ \t]*\(/i.test(line) ? line : '')),
  );
}

/** Whether a loop at the left margin goes over an array, or its lines read it: what the text is about is in that loop. */
function isLoopedOver(name: string, code: string): boolean {
  return [...code.matchAll(LOOPS)].some(([loop]) => wordOf(name).test(loop));
}

/** Loops of Python with their blocks. */
const LOOPS = /^(?:for|while)\b[^\n]*:[^\n]*(?:\n[ \t]+[^\n]*|\n(?=[ \t]*\n))*/gm;

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Lines that only show something, in other languages; what is plotted as curves is not an image. */
const SHOWN =
  /^[ \t]*(?:disp|display|f?printf?|println!?|print|show|cat|imshow|imagesc|title|console\.\w+|System\.out\.\w+|std::cout|cout|fmt\.\w+)\b.*$/gm;

/** Languages whose programs are not evaluated as Python is. */
function isOther(languageId: string | undefined): boolean {
  return arraysOnly(languageId) !== undefined || /^(?:matlab|octave|scilab|julia|r)$/.test(languageId ?? '');
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![\\w.$])${escapePattern(name)}(?![\\w$])`);
}

/** A line that only shows a value, as in a session, or asks for an attribute of it: `t`, `t.dtype, t.device`. */
const SHOWN_ALONE = /^[ \t]*(?:(?:>>>|In[ \t]*\[\d*\]:)[ \t]*)?([A-Za-z_]\w*)(?:\.\w[^=\n]*)?[ \t]*$/gm;
/** A program that shows something, and words of a program about layers. */
const SHOWS = /^[ \t]*(?:import|from)[ \t]+\w[^]*^[ \t]*print\b/m;
const LAYER_WORDS =
  /conv(?!er|ent|ey|inc)|kernel|filter|pool|corr(?!ect|upt)|stride|\bpad|image|img|window|patch|feature/i;

const OPERATIONS = /conv(?!er|ent|ey|inc)|corr(?!ect|upt)|filt|pool|kernel|sobel/i;
/** Whether a text is a program, with calls and blocks. */
function hasCalls(code: string): boolean {
  return code.includes('{') && /\w\(/.test(code);
}

/** A program that imports something, and calls that only show, keep or convert their arguments. */
const IMPORTS = /^[ \t]*(?:import|from)[ \t]+\w/m;
const KEEPS =
  /^(?:print|len|type|str|repr|list|tuple|display|\w*(?:save|show|plot|array|tensor|from_numpy|log|info|debug)\w*)$/i;

/** Whether a program calls a function of its own or of a library with an array: `linear(input)`. */
function isPassed(name: string | undefined, code: string): boolean {
  if (name === undefined) return false;
  const calls = new RegExp(
    `(?<![\\w.])(?:[A-Za-z_]\\w*\\.)*([A-Za-z_]\\w*)\\([ \\t]*${escapePattern(name)}[ \\t]*[,)]`,
    'g',
  );
  return [...code.matchAll(calls)].some(([, callee]) => !KEEPS.test(callee!));
}

/** The same where an array is anywhere among the arguments: `layer.forward(x.reshape(1, 4, 4, 1))`. */
export function isGivenAway(name: string, code: string): boolean {
  const argument = `[^()\\n]*(?<![\\w.])${escapePattern(name)}(?!\\w)`;
  const calls = new RegExp(
    `(?<![\\w.])(?:[A-Za-z_]\\w*(?:\\.|::))*([A-Za-z_]\\w*)(?:<[^<>()\\n]*>)?\\(${argument}`,
    'g',
  );
  return [...code.matchAll(calls)].some(([, callee]) => !KEEPS.test(callee!));
}

/** A program with functions of its own. */
const DEFINES = /^[ \t]*(?:def|class)[ \t]+\w/m;

/** A class of a framework's modules. */
const MODULE = /^[ \t]*class[ \t]+\w+[ \t]*\([^)\n]*\b(?:Module|Model|Layer|Chain|Block)\b[^)\n]*\)/m;
