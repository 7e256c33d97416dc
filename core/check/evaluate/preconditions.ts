/** Geometries that a function itself refuses. */
import type { Adapter } from '../adapt/Adapter';
import { isPooling } from '../CourseFunction';
import type { LayerCase } from '../cases/LayerCase';
import { agrees, type Outcome } from '../compare/runCase';
import { isRefused } from './isRefused';
import type { Run } from '../Run';

/** The run without the geometries that the function itself refuses: windows that do not cover the input evenly, or that overlap. */
export function withoutPreconditions<R extends Run>(given: R, text: string): R {
  const run = withoutUnwritten(given);
  const keeps = run.cases.map(({ layerCase, own }, k) => {
    const outcome = run.outcomes[k]!;
    if (!own && isRest(outcome, text)) return false;
    if (own || !outcome.error) return true;
    if (isOtherSize(run, k, text) || isBeyondWindow(run, k) || isUnequal(outcome, text)) return false;
    return !isPrecondition(outcome, text) || (isEven(layerCase) && !isStated(outcome, text));
  });
  if (keeps.every(Boolean) || !run.outcomes.every((outcome, k) => !keeps[k] || agrees(outcome))) return run;
  return { ...run, cases: run.cases.filter((_, k) => keeps[k]), outcomes: run.outcomes.filter((_, k) => keeps[k]) };
}

/** The run without the course's cases and geometries for which the text states that the layer is not written: `raise NotImplementedError`. */
function withoutUnwritten<R extends Run>(run: R): R {
  const isWritten = run.outcomes.map(({ error }) => error?.type !== 'NotImplementedError');
  if (isWritten.every(Boolean) || !isWritten.includes(true) || run.cases.some(({ isCall }) => isCall)) return run;
  const cases = run.cases.filter((_, k) => isWritten[k]).map((each, k) => (k === 0 ? { ...each, own: true } : each));
  return { ...run, cases, outcomes: run.outcomes.filter((_, k) => isWritten[k]) };
}

/** The run without the geometries that an assertion, an exception or a view as tiles refuses, where others are left. */
export function withoutRefused<R extends Pick<Run, 'cases' | 'outcomes'>>(run: R, text: string): R {
  const lines = text.split('\n');
  const keeps = run.cases.map(({ own }, k) => {
    const outcome = run.outcomes[k]!;
    const { error } = outcome;
    if (!own && isRest(outcome, text)) return false;
    if (own || !error) return true;
    if (isRefused(outcome) || isOtherSize(run, k, text) || isBeyondWindow(run, k) || isUnequal(outcome, text))
      return false;
    const isTiled = /^cannot reshape/.test(error.message) || TILES.test(text);
    const isUncovered = isTiled && !isEven(run.cases[k]!.layerCase);
    const isChecked = /^\s*(?:assert|raise)\b/.test(lines[error.line - 1] ?? '') && !checksResult(text, error.line);
    return !isUncovered && !isChecked;
  });
  if (keeps.every(Boolean)) return run;
  return { ...run, cases: run.cases.filter((_, k) => keeps[k]), outcomes: run.outcomes.filter((_, k) => keeps[k]) };
}

/** Whether a function computes its result for windows with as many rows as columns only: `if m == n:`, without another branch. */
function isUnequal({ error, layerCase }: Outcome, text: string): boolean {
  const [rows, cols] = layerCase.kernel;
  if (error?.type !== 'UnboundLocalError' || rows === cols) return false;
  return /^[ \t]*if\s*\(?\s*\w+\s*==\s*\w+\s*\)?\s*:/m.test(functionAt(text, error.line));
}

/** Whether a gradient that repeats each cell, and writes into no larger array, lacks the rows and columns that no window covers. */
function isRest({ error, arrays, layerCase }: Outcome, text: string): boolean {
  if (layerCase.operation !== 'pool_backward' || error || isEven(layerCase)) return false;
  const repeats = /\b(?:repeat|tile|kron)\(/.test(text) && !/\b(?:for|while)\b|zeros|empty|\bpad\(/.test(text);
  return repeats && arrays.some(({ sameShape }) => !sameShape);
}

/** Whether a function checks the shape of what it has computed: `assert dA_prev.shape == A_prev.shape`. */
function checksResult(text: string, line: number): boolean {
  const body = functionAt(text, line);
  const [, name] = /^\s*assert\s*\(?\s*([A-Za-z_]\w*)\.shape\s*==/.exec(body.slice(body.lastIndexOf('\n') + 1)) ?? [];
  return name !== undefined && new RegExp(`^\\s+${name}\\s*=(?!=)`, 'm').test(body);
}

/** `x.reshape(n, h // k, k, w // k, k)` */
const TILES = /\.reshape\([^\n]*\/\/[^\n]*\/\//;

/** Whether a window has another size than those of the text's calls, and every such window ends with an error: the size is fixed in the text. */
function isOtherSize({ cases, outcomes }: Pick<Run, 'cases' | 'outcomes'>, k: number, text: string): boolean {
  const sizeOf = ({ layerCase }: Run['cases'][number]): string => String(layerCase.kernel);
  const own = new Set(cases.filter(({ isCall }) => isCall).map(sizeOf));
  const others = cases.flatMap((each, at) => (own.has(sizeOf(each)) ? [] : [outcomes[at]!]));
  const runs = outcomes.some(({ error }, at) => !error && own.has(sizeOf(cases[at]!)));
  const isOther = own.size > 0 && !own.has(sizeOf(cases[k]!)) && runs && others.every(({ error }) => error);
  // The size of windows is an argument, unless the text has a number: of a pooling, this one.
  if (!isPooling(cases[k]!.layerCase.operation)) return isOther && isWritten(String.raw`(?:[2-9]|\d\d+)`, text);
  return isOther && [...own].some((size) => size.split(',').every((extent) => isWritten(extent, text)));
}

/** Whether a text has a number other than an axis, an index, the factor of a padding or the default of another option. */
function isWritten(number: string, text: string): boolean {
  return new RegExp(`\\b${number}\\b`).test(text.replace(AXES, '').replace(FACTORS, '').replace(OTHER_OPTIONS, ''));
}

const AXES = /\b(?:axis|axes) ?= ?(?:-?\d|\([^()]*\))|\b(?:transpose|sum|max|mean|min)\([-\d, ]*\)|\[-?\d\b/g;
const OTHER_OPTIONS = /\b(?:strides?|pad(?:ding)?|dilation|[sp]) ?(?:: ?int ?)?= ?\d/g;
const FACTORS = /\b2 ?\* ?\w*p\w*|\w*p(?:ad\w*)? ?\* ?2\b|\*\* ?2\b/gi;

/** Whether the padding is as large as the window or larger, so that `k - 1 - pad` is negative. */
function isBeyondWindow({ cases, outcomes }: Pick<Run, 'cases' | 'outcomes'>, k: number): boolean {
  const { pad, kernel } = cases[k]!.layerCase;
  return pad >= Math.min(...kernel) && /negative/.test(outcomes[k]!.error?.message ?? '');
}

/** Whether the function checks its input, or views it as tiles. */
function isPrecondition({ error }: Outcome, text: string): boolean {
  if (!error) return false;
  if (error.type === 'AssertionError') return true;
  if (/^\s*raise\b/.test(text.split('\n')[error.line - 1] ?? '')) return true;
  if (error.type !== 'ValueError') return false;
  return /^cannot reshape/.test(error.message) || !/\b(?:for|while)\b/.test(functionAt(text, error.line));
}

/** The text of the function that holds a line, up to it and from its beginning. */
function functionAt(text: string, line: number): string {
  const lines = text.split('\n').slice(0, line);
  const start = lines.reduce((last, each, k) => (/^\s*def\b/.test(each) ? k : last), 0);
  return lines.slice(start).join('\n');
}

/** Whether the function itself refuses windows that overlap or leave gaps, or numbers of windows: `assert pool_height == stride`. */
function isStated({ error, layerCase: { kernel, stride } }: Outcome, text: string): boolean {
  if (!error) return false;
  const lines = text.split('\n');
  const stated = [lines[error.line - 2] ?? '', lines[error.line - 1] ?? ''].join('\n');
  // `assert outputs % 2 == 0`, `assert x.dtype == np.uint8`
  if (/\b(?:assert|raise)\b/.test(stated) && /% *\d|\bdtype\b|isinstance\(|\btype\(/.test(stated)) return true;
  // `if x.shape[0] != x.shape[1]: raise …`
  if (/\b(?:assert|raise)\b/.test(stated) && /\.shape\[-?\d\]\s*[!=]=\s*\w+\.shape\[-?\d\]/.test(stated)) return true;
  // `assert kh == kw`
  if (/\b(?:assert|raise)\b/.test(stated) && /[!=]=/.test(stated) && kernel[0] !== kernel[1]) return true;
  if (kernel.every((size) => size === stride)) return false;
  return /\b(?:assert|raise)\b/.test(stated) && /[!=]=/.test(stated) && /stride|\bs\b/i.test(stated);
}

/** A gradient of the input that is computed without the input: its size is known only where windows cover the input evenly. */
export function isSizeKnown({ operation, body }: Adapter, layerCase: LayerCase): boolean {
  if (operation === 'conv_backward') return isEven(layerCase) || body.some((line) => /\bx\b/.test(line));
  return operation !== 'pool_backward' || isEven(layerCase) || body.some((line) => /\bx\./.test(line));
}

/** Whether windows cover the input without a rest. */
export function isEven({ x, kernel, stride, pad }: LayerCase): boolean {
  const [, rows = 0, cols = 0] = x?.shape ?? [];
  return (rows - kernel[0] + 2 * pad) % stride === 0 && (cols - kernel[1] + 2 * pad) % stride === 0;
}

/** Whether every call ends with an error, and some where a shape is unpacked that has another number of axes. */
export function haveOtherRank(outcomes: readonly Outcome[]): boolean {
  const errors = outcomes.flatMap(({ error }) => error ?? []);
  const isUnpacked = errors.some(({ message }) => /^(?:too many|not enough) values to unpack/.test(message));
  return isUnpacked && errors.length === outcomes.length;
}
