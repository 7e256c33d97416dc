/** Finds the layer calls of C++, C#, Go, Java, JavaScript and Rust whose arguments are literals or names of literals. */
import { toPair } from '../../../layer/axis';
import { formatShape } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { LayerCall, ParsedArray, ReadError } from '../../ParseResult';
import type { TextRange } from '../../TextRange';
import type { FoundCall } from '../../python/findCalls';
import { agreeingCalls } from '../agreement/agreeingCalls';
import { isResultName, type WrittenArray } from '../agreement/layerWords';
import { arraysOnly } from '../languages/arraysOnly';
import { codeArrays } from './codeArrays';
import { blockApart, sharedBlocks } from './codeBlocks';
import { areOfOneCase, caseAround, codeCases } from './codeCases';
import { codeSites } from './codeSites';
import { plainCode } from './reader/definitions';
import { givenArguments } from './givenArguments';
import { outputOf } from '../agreement/outputOf';
import { isShown } from '../agreement/layouts';
import { readLayer, type CodeReading } from './layerReading';
import { libraryOf, type LayerFunction } from './libraries';
import { withoutHashes } from './withoutHashes';

/** Where a text calls a layer; empty for other languages. */
export function findCodeCalls(written: string, languageId: string | undefined): FoundCall[] {
  const text = withoutHashes(written, languageId);
  const shown = withNamed(shownCalls(text, languageId), text, languageId);
  if (shown.length > 0) return shown.map(({ callee, operation, range }) => ({ callee, operation, range }));
  return codeSites(text, languageId).map(({ call, callee, row }) => ({
    callee,
    operation: operationOf(callee, row),
    range: call.range,
  }));
}

export function readCodeCalls(written: string, languageId: string | undefined): ReadCode {
  const text = withoutHashes(written, languageId);
  const shown = withNamed(shownCalls(text, languageId), text, languageId);
  return shown.length > 0 ? { calls: shown, errors: [] } : readSites(text, languageId);
}

/** With the calls of other tests whose arguments are known by their names: their results may have a few numbers only. */
function withNamed(shown: readonly LayerCall[], text: string, languageId: string | undefined): readonly LayerCall[] {
  if (shown.length === 0 || libraryOf(text) !== undefined) return shown;
  const named = readSites(text, languageId).calls.filter(
    ({ isNamed, range }) => isNamed && !shown.some((each) => range[0] < each.range[1] && each.range[0] < range[1]),
  );
  return [...shown, ...named].sort((a, b) => a.range[0] - b.range[0]);
}

interface ReadCode {
  readonly calls: readonly LayerCall[];
  readonly errors: readonly ReadError[];
}

/** The function around a place runs before each test: JUnit's `setUp() {`. */
const SET_UP = /\b(?:set_?up|before(?:Each|All)?)\s*\((?:[^{}]|\{[^{}]*\})*\{(?:[^{}]|\{[^{}]*\})*$/i;

/** Texts beyond this, without their empty statements, are not searched for results. */
const LARGEST_SHOWN = 150_000;

function isSearched(text: string, languageId: string | undefined): boolean {
  return arraysOnly(languageId) !== undefined && text.replace(/;[;\s]+/g, ';').length <= LARGEST_SHOWN;
}

let last: { readonly text: string; readonly calls: readonly LayerCall[] } | undefined;

/** Layers without a call that is read, whose results the text has. */
function shownCalls(text: string, languageId: string | undefined): readonly LayerCall[] {
  if (!isSearched(text, languageId) || !/conv|corr|filter|kernel|pool|relu|pad(?:ding|ded)?\(/i.test(text)) return [];
  // Lenses, the cursor and the reading ask for the same text.
  if (last?.text === text) return last.calls;
  const code = plainCode(text);
  const read = libraryOf(text) === undefined ? [] : readSites(text, languageId).calls;
  const isRead = read.length > 0;
  const arrays = isRead && !/backward/.test(code) ? [] : codeArrays(text, code);
  const together = sharedBlocks(
    code,
    arrays.map(({ range }) => range[0]),
  );
  const isShared = ({ range: [at] }: WrittenArray): boolean => SET_UP.test(code.slice(0, at));
  const cases = codeCases(code, arrays);
  const shown = agreeingCalls(
    arrays,
    text,
    (a, b) => areOfOneCase(cases, a, b) && (together(a.range[0], b.range[0]) || isShared(a) || isShared(b)),
  ).map((call) => withinTest(withinCase(call, cases), code));
  // What a known call computes is read from the call; its gradients are known by their numbers.
  const calls = isRead
    ? shown.filter((call) => call.operation.endsWith('backward') && !read.some((each) => isOther(call, each)))
    : shown;
  last = { text, calls };
  return calls;
}

/** Whether a gradient of numbers that agree is that of another stride than a call of the same pooling has. */
function isOther(gradient: LayerCall, call: LayerCall): boolean {
  if (gradient.operation !== 'pool_backward' || call.operation !== 'pool_forward') return false;
  const isSame = gradient.arrays.A_prev.data.join() === call.arrays.A_prev.data.join();
  return isSame && toPair(gradient.options.stride ?? 1)[1] !== toPair(call.options.stride ?? 1)[1];
}

/** The arrays of code without a layer that is read; empty for other languages. */
export function arraysInCode(written: string, languageId: string | undefined): ParsedArray[] {
  if (!isSearched(written, languageId)) return [];
  const text = withoutHashes(written, languageId);
  const found = codeArrays(text, plainCode(text)).filter(
    ({ array, range }) =>
      array.data.length > 1 && !(array.shape.length === 1 && SHAPE_ALONE.test(text.slice(...range))),
  );
  // A definition and the call that makes its array are one of them.
  return found.filter(
    ({ range: [, end] }, index) => !found.some(({ range }, other) => other < index && range[1] >= end),
  );
}

/** A shape, before numbers that are not known: `Tensor({1, 1, 2, 3}, loaded)`, `from_shape_fn((2, 2), |(i, j)| …)`. */
const SHAPE_ALONE = /\(\s*(?:\{[\d,\s]*\}\s*,\s*\w+\s*[,)]|\([\d,\s]*\)\s*,\s*\|)/;

/** A layer of a case begins there, also where a filter above the cases is used. */
function withinCase(call: LayerCall, cases: readonly TextRange[]): LayerCall {
  const [start, end] = call.range;
  const around = caseAround(cases, end - 1);
  return around ? { ...call, range: [Math.max(start, around[0]), end] } : call;
}

/** A layer of constants above all tests is in the test that uses its result. */
function withinTest(call: LayerCall, code: string): LayerCall {
  const { callee, range } = call;
  if (!/^\w+$/.test(callee) || range.some((at) => blockApart(code, at, []))) return call;
  const use = code.slice(range[1]).search(new RegExp(`(?<![\\w.])${callee}(?!\\w)`));
  const at = range[1] + use;
  return use < 0 || !blockApart(code, at, []) ? call : { ...call, range: [at, at + callee.length] };
}

/** The cases of a table of tests; empty for other languages. */
export function casesOfCode(written: string, languageId: string | undefined): readonly TextRange[] {
  if (!isSearched(written, languageId)) return [];
  const text = withoutHashes(written, languageId);
  const code = plainCode(text);
  return codeCases(code, codeArrays(text, code));
}

function readSites(
  text: string,
  languageId: string | undefined,
): { readonly calls: readonly (LayerCall & { isNamed?: true })[]; readonly errors: readonly ReadError[] } {
  const calls: (LayerCall & { isNamed?: true })[] = [];
  const errors: ReadError[] = [];
  const code = plainCode(text);
  for (const { call, callee, row, isUsual, isPath } of codeSites(text, languageId)) {
    const { range } = call;
    try {
      if (!row) throw new LensError(msg('{0} is not supported', callee), undefined, range);
      const given = givenArguments(text, code, call, callee, row, isPath);
      const notes = [
        ...(row.isBare
          ? [msg('{0} is not in the text: stride 1, no padding and a kernel that is not turned are assumed', callee)]
          : []),
        ...(row.isNamed && !row.isBare
          ? [msg('the arguments of {0} are taken by their names or their numbers', callee)]
          : []),
        ...(isUsual ? [msg("the order of the arguments of {0} is taken as PyTorch's", callee)] : []),
        ...(/[.;{}]\s*backward\s*\(/.test(code.slice(range[1]))
          ? [msg('the text asks for gradients: this is the forward pass')]
          : []),
      ];
      const layer = readLayer(row, given);
      const other = row.isNamed ? otherResult(layer, text, code, range[0]) : undefined;
      if (other)
        throw new LensError(msg('the text shows another result than this layer has: {0}', other), undefined, range);
      calls.push({ ...layer, callee, range, notation: 'numpy', notes, ...(row.isNamed && { isNamed: true }) });
    } catch (error) {
      if (!(error instanceof LensError)) throw error;
      errors.push({ message: error.message, detail: error.detail, range: error.range ?? range });
    }
  }
  return { calls, errors };
}

/** The shape of an array that the block of a call checks or names as a result, where none of them is the layer's result. */
function otherResult(layer: CodeReading, text: string, code: string, place: number): string | undefined {
  const arrays = codeArrays(text, code).filter(
    ({ name, isChecked, array: { shape, data } }) =>
      (isChecked || isResultName(name)) &&
      shape.length > 0 &&
      data.length > FEWEST_SHOWN &&
      data.some((value) => value !== 0),
  );
  const together = sharedBlocks(code, [place, ...arrays.map(({ range }) => range[0])]);
  const checked = arrays.filter(({ range }) => together(range[0], place));
  const output = checked.length > 0 ? outputOf(layer) : undefined;
  const isOther = output && !checked.some(({ array }) => isShown(output, array, layer.layout));
  return isOther ? formatShape(checked[0]!.array.shape) : undefined;
}

/** Fewer numbers may be a shape or one row. */
const FEWEST_SHOWN = 4;

function operationOf(callee: string, row: LayerFunction | undefined): FoundCall['operation'] {
  if (row?.operation === 'transpose') return 'conv_transpose_forward';
  if (row?.operation === 'pad') return 'zero_pad';
  if (row?.operation === 'relu') return 'relu_forward';
  const isPooling = row ? row.operation !== 'conv' : /pool/i.test(callee);
  return isPooling ? 'pool_forward' : 'conv_forward';
}
