/**
 * A convolution that a text shows without a call: its stride, its pad and whether its kernel is turned, from a result that the text
 * shows, else from the words of the text.
 */
import { conv2d } from '../../../../../core/layer/conv2d';
import type { NdArray } from '../../../../../core/array/NdArray';
import { LensError, msg, type Message } from '../../../../../core/message';
import type { OptionsInWords } from '../../../../../core/read/documents/stated/statedOptions';
import type { ParsedArray, ParseResult } from '../../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../../core/setup/options/hyperparameters';
import { guessRoles, roleOfName } from '../../../../../core/setup/roles/roles';

type Read = Pick<ParseResult, 'arrays' | 'values'>;

interface Reading {
  readonly stride: number;
  readonly pad: readonly [vertical: number, horizontal: number];
  readonly turned: boolean;
}

/** Cells of an input up to which other readings are tried. */
const LARGEST = 4096;

/**
 * The arrays, with a kernel turned that the text turns, and the values with the options; only for one input and one filter that are
 * matrices, or have their channels last. `others`: arrays of the text without a role in the layer.
 */
export function asShown(
  { arrays, values }: Read,
  others: readonly ParsedArray[],
  stated: OptionsInWords | undefined,
): Read & { readonly notes: readonly Message[]; readonly isOther?: boolean } {
  const unchanged = { arrays, values, notes: [] };
  const roles = guessRoles(arrays, 'conv', 'nhwc');
  const [x, w] = [roles.x, roles.w].map((index) => (index === undefined ? undefined : arrays[index]));
  if (!x || !w || (!(isPlane(x) && isPlane(w)) && !haveChannels(x, w))) return unchanged;
  if (x.array.data.length > LARGEST) return unchanged;
  const { stride = 1, pad } = hyperparameters(values);
  if (typeof stride !== 'number' || (pad !== undefined && typeof pad !== 'number')) return unchanged;
  const given: Reading = { stride, pad: [pad ?? 0, pad ?? 0], turned: false };
  const full =
    pad !== undefined || !stated ? given.pad : stated.full ? fullPad(w.array) : centredPad(w.array, stated, given);
  const worded: Reading = { stride, pad: full, turned: stated?.turned ?? false };
  const results = [...arrays, ...others].filter(
    (each) =>
      each !== x &&
      each !== w &&
      each.array.shape.length === x.array.shape.length &&
      (roleOfName(each.name) ?? 'result') === 'result' &&
      !/^(?:d|grad)/i.test(each.name ?? ''),
  );
  const own = roles.b === undefined ? undefined : arrays[roles.b]!.array;
  // A plane has one filter.
  const b = own && isPlane(x) && own.data.length !== 1 ? undefined : own;
  const shown = readingOf(x.array, w.array, results, [worded, given], b ? 0 : stated?.added, b);
  const [other] = shown ? [] : results.filter(({ name }) => roleOfName(name) === 'result');
  const meant = shown?.reading ?? worded;
  const isOther = meant.stride !== given.stride || meant.pad.some((each, axis) => each !== given.pad[axis]);
  const worth = shown ? shown.added : wordedBias(stated, w, roles.b);
  const bias = worth ? [biasOf(worth)] : [];
  const used = [...arrays.filter((each) => each !== shown?.result), ...bias];
  const options = [meant.stride, meant.pad.join(', ')] as const;
  return {
    arrays: meant.turned ? used.map((each) => (each === w ? turned(each) : each)) : used,
    isOther,
    values: isOther ? { ...values, stride: meant.stride, pad: [...meant.pad] } : values,
    notes: [
      ...(shown && shown.reading !== given
        ? [msg('the text shows the result of this layer: {0}', nameOf(shown.result))]
        : []),
      ...(other ? [msg('the text shows another result than this layer has: {0}', nameOf(other))] : []),
      ...(meant.turned ? [msg('a true convolution: the kernel is turned by 180°')] : []),
      ...(stated?.full && !meant.turned && !shown ? [msg('the kernel is not turned by 180°, as in a layer')] : []),
      ...(isOther && shown ? [msg('stride {0} and pad {1}: from the result in the text', ...options)] : []),
      ...(worth && !shown ? [msg('{0} {1}: from the words of the text', 'b', worth)] : []),
      ...(isOther && !shown ? [msg('stride {0} and pad {1}: from the words of the text', ...options)] : []),
    ],
  };
}

/** "Using zero padding": a filter with a centre keeps the size; that of others is not known. */
function centredPad({ shape }: NdArray, { unsized }: OptionsInWords, { stride, pad }: Reading): Reading['pad'] {
  const [rows = 0, cols = 0] = shape;
  return unsized && stride === 1 && rows % 2 === 1 && cols % 2 === 1 ? [(rows - 1) / 2, (cols - 1) / 2] : pad;
}

/** Matrices without names as the input and the filter whose result is another one of them; undefined where none or several fit. */
export function shownAmong(arrays: readonly ParsedArray[]): (Read & { readonly note: Message }) | undefined {
  const planes = arrays.filter(({ array: { shape, data } }) => shape.length === 2 && data.length <= LARGEST);
  if (planes.length > MOST_PLANES) return undefined;
  const plain: Reading = { stride: 1, pad: [0, 0], turned: false };
  const found = planes.flatMap((x) =>
    planes.flatMap((w) => {
      const output = w === x || w.array.data.length < 2 ? undefined : outputOf(x.array, w.array, plain, undefined);
      const isTelling = output && new Set(output.data).size > 2;
      const result = planes.find((each) => each !== x && each !== w && output && isSame(each.array, output, 0));
      return isTelling && result ? [{ pair: [x, w], result }] : [];
    }),
  );
  const [only, ...others] = found;
  if (!only || others.length > 0) return undefined;
  return {
    arrays: only.pair.map((each, index) => ({ ...each, name: index === 0 ? 'input' : 'kernel' })),
    values: {},
    note: msg('the text shows the result of this layer: {0}', nameOf(only.result)),
  };
}

const MOST_PLANES = 12;

function isPlane({ array: { shape } }: ParsedArray): boolean {
  return shape.length === 2;
}

/** Both have the same channels as their third axis; the filters are the fourth. */
function haveChannels(x: ParsedArray, w: ParsedArray): boolean {
  const [{ shape: image }, { shape: kernel }] = [x.array, w.array];
  return image.length === 3 && kernel.length === 4 && image[2] === kernel[2] && kernel[1]! <= image[1]!;
}

function fullPad({ shape }: NdArray): readonly [number, number] {
  return [shape[0]! - 1, shape[1]! - 1];
}

function turned(array: ParsedArray): ParsedArray {
  const { shape, data } = array.array;
  const { ranges, ...rest } = array;
  const pairs = ranges && Array.from({ length: ranges.length / 2 }, (_, k) => [ranges[2 * k]!, ranges[2 * k + 1]!]);
  return {
    ...rest,
    array: { shape, data: data.slice().reverse() },
    ...(pairs && { ranges: Uint32Array.from(pairs.reverse().flat()) }),
  };
}

/** The bias that the words give where no array does. */
function wordedBias(stated: OptionsInWords | undefined, w: ParsedArray, array: number | undefined): number | undefined {
  // Next to a filter with a name, b is a bias.
  const isNamed = stated?.namesBias ?? /^(?:[wkf]|kernel|filter|weights?)$/i.test(w.name ?? '');
  return isNamed && array === undefined ? stated?.added : undefined;
}

function biasOf(value: number): ParsedArray {
  return { name: 'b', array: { shape: [1], data: Float64Array.of(value) }, range: [0, 0] };
}

function nameOf({ name, array }: ParsedArray): string {
  return name ?? array.shape.join(' × ');
}

/** The first reading whose result the text shows: the preferred ones, then other strides and pads, each also with the kernel turned. */
function readingOf(
  x: NdArray,
  w: NdArray,
  results: readonly ParsedArray[],
  preferred: readonly Reading[],
  bias = 0,
  b?: NdArray,
): { readonly reading: Reading; readonly result: ParsedArray; readonly added: number } | undefined {
  if (results.length === 0) return undefined;
  const [rows, cols] = fullPad(w);
  const pads = [
    [0, 0],
    [rows >> 1, cols >> 1],
    [rows, cols],
  ] as const;
  const others = [1, 2, 3].flatMap((stride) =>
    pads.flatMap((pad): Reading[] => [false, true].map((isTurned) => ({ stride, pad, turned: isTurned }))),
  );
  for (const added of new Set([0, bias]))
    for (const reading of [...preferred, ...others]) {
      const output = outputOf(x, w, reading, b);
      // One cell does not show options that nothing else states.
      const isEvident = preferred.includes(reading) || (output?.data.length ?? 0) > 1;
      const result = isEvident && output && results.find(({ array }) => isSame(array, output, added));
      if (result) return { reading, result, added };
    }
  return undefined;
}

function outputOf(
  x: NdArray,
  w: NdArray,
  { stride, pad, turned: isTurned }: Reading,
  b: NdArray | undefined,
): NdArray | undefined {
  const [height = 0, width = 0, channels = 1] = x.shape;
  const isFlat = x.shape.length === 2;
  if (isTurned && !isFlat) return undefined;
  const image = { shape: [1, height, width, channels], data: x.data };
  const kernel = {
    shape: isFlat ? [...w.shape, 1, 1] : w.shape,
    data: isTurned ? w.data.slice().reverse() : w.data,
  };
  const bias = b && { shape: [1, 1, 1, kernel.shape[3]!], data: b.data };
  try {
    const { shape, data } = conv2d(image, kernel, bias, { stride, padding: pad });
    return { shape: shape.slice(1, isFlat ? 3 : 4), data };
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

/** The same numbers, as far as they are written. */
function isSame(written: NdArray, { shape, data }: NdArray, added: number): boolean {
  if (written.shape.join() !== shape.join()) return false;
  const decimals = Math.max(
    ...Array.from(written.data, (number) => (/\.(\d+)$/.exec(String(number))?.[1] ?? '').length),
  );
  const unit = decimals === 0 ? 1e-6 : 0.51 * 10 ** -decimals;
  return written.data.every(
    (number, index) => Math.abs(number - data[index]! - added) <= unit + 1e-9 * Math.abs(number),
  );
}
