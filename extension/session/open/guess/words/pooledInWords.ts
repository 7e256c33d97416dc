/** A pooling that a text describes in words: its options, from a result that the text shows, else from the words. */
import { toPair } from '../../../../../core/layer/axis';
import type { Pool2dOptions } from '../../../../../core/layer/options';
import { tileOf } from '../../../../../core/layer/tileOf';
import { msg, type Message } from '../../../../../core/message';
import type { OptionsInWords } from '../../../../../core/read/documents/stated/statedOptions';
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { agreeingCalls } from '../../../../../core/read/text/agreement/agreeingCalls';
import { hyperparameters } from '../../../../../core/setup/options/hyperparameters';
import { roleOfName } from '../../../../../core/setup/roles/roles';

interface Pooling extends Pick<ParseResult, 'arrays' | 'values'> {
  readonly notes: readonly Message[];
  /** Neither the words nor a result tell the window. */
  readonly assumesWindow?: true;
}

/**
 * Undefined where the text has a filter, or is not only about pooling and shows no result of one. `prints`: whether the text prints the
 * result of these options. `candidates`: the arrays with the results, of which one can be pooled itself: "the rectified map".
 */
export function pooledInWords(
  { arrays: given, values }: Pick<ParseResult, 'arrays' | 'values'>,
  inputs: readonly ParsedArray[],
  stated: OptionsInWords | undefined,
  prints: (values: ParseResult['values']) => boolean,
  candidates: readonly ParsedArray[],
): Pooling | undefined {
  const { pool } = stated ?? {};
  const arrays = pool?.isMeant ? given.filter(({ name }) => !/^[wb]$/.test(roleOfName(name) ?? '')) : given;
  if (!stated || !pool || arrays.some(({ name }) => roleOfName(name) === 'w')) return undefined;
  const written = hyperparameters(values);
  if ('kernel' in written)
    return written.mode === undefined ? withMode({ arrays, values }, inputs, pool, prints) : undefined;
  const { window, convolves } = pool;
  const words = poolingWords(stated, pool);
  const found: Pooling[] = [];
  for (const x of [...inputs, ...candidates.filter(({ name }) => roleOfName(name) === 'result')]) {
    const isInput = inputs.includes(x);
    // An answer may be above its question.
    const above = isInput ? arrays.filter((each) => !inputs.includes(each) && each.range[0] < x.range[0]) : [];
    const below = (isInput ? arrays : candidates).filter((each) => each.range[0] > x.range[0]);
    for (const result of [...below, ...above]) {
      const options = poolingOf(x, result, words);
      if (!options) continue;
      const { kernel, stride, padding, dilation = 1, countIncludePad = true, mode } = options;
      const shown = { f: kernel, stride, pad: padding, dilation, countIncludePad, mode } as ParseResult['values'];
      const name = result.name ?? result.array.shape.join(' × ');
      const notes = [msg('the text shows the result of this layer: {0}', name)];
      const used = isInput ? inputAndNamed(arrays, x).filter((each) => each !== result) : [{ ...x, name: undefined }];
      found.push({ arrays: used, values: { ...values, ...shown }, notes });
      // A text may show a wrong result next to the right one, which has the window of the words.
      if (!window || String(typeof kernel === 'number' ? [kernel, kernel] : kernel) === String(window))
        return found.at(-1);
    }
  }
  if (found.length > 0) return found[0];
  // The words at the cursor do not tell which of several examples they are about.
  if (convolves || (pool.isMeant && inputs.length > 1)) return undefined;
  return pooledByWords({ arrays, values }, inputs, stated, pool);
}

/** With the options of the words alone. */
function pooledByWords(
  { arrays, values }: Pick<ParseResult, 'arrays' | 'values'>,
  inputs: readonly ParsedArray[],
  stated: OptionsInWords,
  { modes: [mode, other], window, ...pool }: NonNullable<OptionsInWords['pool']>,
): Pooling | undefined {
  if (mode === undefined) return undefined;
  // Both poolings of one input, with one window: the first is shown.
  if (other && (!window || stated.stride.length > 1 || arrays.length > 1)) return undefined;
  const sizes = inputs[0]?.array.shape ?? [];
  // A list without a window may be a plane.
  if ((pool.global && sizes.length !== 2) || (sizes.length === 1 && !window)) return undefined;
  // A result of one cell does not tell the kind of a pooling, but its window.
  const shown = arrays.find(({ name }) => roleOfName(name) === 'result')?.array.shape ?? [];
  const [tile] = tileOf(sizes, shown);
  const [height, width] = toPair((shownBy(sizes, stated, shown) ? (window ?? tile) : tile) ?? window ?? 2);
  const side = pool.global
    ? [...sizes]
    : [sizes.length === 1 || (sizes.length === 2 && sizes[0] === 1) ? 1 : height, width];
  const worded = { mode, f: [...side], ...(stated.stride.length === 0 && { stride: [...side] }) };
  const isTold = window !== undefined || tile !== undefined || pool.global;
  const notes = [
    isTold
      ? msg('{0} {1}: from the words of the text', 'f', side.join(' × '))
      : msg('the text states no window: 2 × 2 is used'),
    ...(other ? [msg('the text is about max and average pooling: {0} is used', mode)] : []),
  ];
  // Other results than those of these options.
  const used = inputAndNamed(arrays, inputs[0]);
  return { arrays: used, values: { ...values, ...worded }, notes, ...(!isTold && { assumesWindow: true }) };
}

/** Whether the window and the stride of the words have a result of a shape; true where none is shown, or the words give a padding. */
function shownBy(sizes: readonly number[], { pool, stride, pad }: OptionsInWords, shown: readonly number[]): boolean {
  const { window } = pool ?? {};
  if (!window || pad.length > 0 || shown.length !== 2) return true;
  return sizes.every(
    (size, axis) => Math.floor((size - window[axis]!) / (stride[0] ?? window[axis]!)) + 1 === shown[axis],
  );
}

function poolingWords({ stride }: OptionsInWords, { modes, window }: NonNullable<OptionsInWords['pool']>): string {
  const numbers = [...stride.map((each) => `stride ${each}`), ...(window ? [`window ${window[0]}`] : [])];
  return `${modes.join(' ')} pool ${numbers.join(' ')}`;
}

/** Whether the first two arrays of a text about pooling alone are an input and its result. */
export function showsPooling([x, result]: readonly ParsedArray[], stated: OptionsInWords | undefined): boolean {
  if (!x || !result || !stated?.pool || stated.pool.convolves) return false;
  return poolingOf(x, result, poolingWords(stated, stated.pool)) !== undefined;
}

/** Without other results: arrays that no name gives a role. */
function inputAndNamed(arrays: readonly ParsedArray[], x: ParsedArray | undefined): readonly ParsedArray[] {
  return arrays.filter((each) => each === x || roleOfName(each.name) !== undefined);
}

/** The window is written: the mode, from a result that the text shows, else from the words. */
function withMode(
  { arrays, values }: Pick<ParseResult, 'arrays' | 'values'>,
  inputs: readonly ParsedArray[],
  { modes }: NonNullable<OptionsInWords['pool']>,
  prints: (values: ParseResult['values']) => boolean,
): Pooling {
  const { kernel, stride = kernel } = hyperparameters(values);
  for (const x of inputs)
    for (const result of arrays.filter(({ range }) => range[0] > x.range[0])) {
      const shown = poolingOf(x, result, `max average pool stride ${String(stride)} window ${String(kernel)}`);
      if (!shown || String([shown.kernel].flat()[0]) !== String([kernel].flat()[0])) continue;
      const name = result.name ?? result.array.shape.join(' × ');
      const notes = [msg('the text shows the result of this layer: {0}', name)];
      return { arrays: inputAndNamed(arrays, x), values: { ...values, mode: shown.mode }, notes };
    }
  const printed = (['max', 'average'] as const).find((each) => prints({ ...values, mode: each }));
  const [mode = 'max', other] = printed ? [printed] : modes;
  if (printed)
    return { arrays, values: { ...values, mode }, notes: [msg('the text shows the result of {0} pooling', mode)] };
  const note = other
    ? msg('the text is about max and average pooling: {0} is used', mode)
    : msg('{0} {1}: from the words of the text', 'mode', mode);
  return { arrays, values: { ...values, mode }, notes: [note] };
}

function poolingOf(x: ParsedArray, result: ParsedArray, words: string): Pool2dOptions | undefined {
  const pair = [
    { name: 'x', array: x.array, range: x.range },
    { name: undefined, array: result.array, range: result.range, isChecked: true as const },
  ];
  const [call] = agreeingCalls(pair, words, () => true);
  return call?.operation === 'pool_forward' ? call.options : undefined;
}
