/** Several filters, or a filter with a matrix for each channel, that a text gives one after the other. */
import { sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import { statedOptions } from '../../documents/stated/statedOptions';
import type { ParsedArray, ParseResult } from '../../ParseResult';
import { problem, readError } from '../types/Problem';
import { NumberSink } from '../scan/NumberSink';
import { NUMBER } from './readGrids';

const KERNEL = /^(?:(?:kernel|filter|[fkh])_?(?:ch)?[\da-z](?:_[\da-z])?|w_(?:ch)?\d)$/i;
const CHANNEL = /^(?:input_[\da-z]|[a-z]_ch\d)$/i;
const OTHER = /^(?:output|dZ|bias|b)$/;
const LAYERS =
  /\b(?:second|next|2nd) (?:conv\w* )?layer|\blayer 2\b|\bconv_?2\b|\btwo (?:conv\w* )?layers|\bfollowed by\b/i;

interface Parts {
  readonly kernels: readonly ParsedArray[];
  readonly inputs: readonly ParsedArray[];
  readonly others: readonly ParsedArray[];
}

/** Undefined unless the names are those of several filters or of several channels. */
function partsOf(arrays: readonly ParsedArray[]): Parts | undefined {
  const planes = arrays.filter(({ array }) => array.shape.length === 2);
  const isKernel = ({ name }: ParsedArray): boolean => name === 'kernel' || KERNEL.test(name ?? '');
  const kernels = planes.filter(isKernel);
  const inputs = planes.filter((each) => !isKernel(each) && !OTHER.test(each.name ?? ''));
  const others = arrays.filter((each) => !kernels.includes(each) && !inputs.includes(each));
  const areChannels = inputs.length > 1 && inputs.every(({ name }) => CHANNEL.test(name ?? ''));
  const isOne = inputs.length === 1 && kernels.length > 1 && kernels.every(({ name }) => name !== 'kernel');
  if (!(areChannels && kernels.length > 0) && !isOne) return undefined;
  return haveOneShape(kernels) && haveOneShape(inputs) && fits(kernels[0]!, inputs[0]!)
    ? { kernels, inputs, others }
    : undefined;
}

export function hasKernels(arrays: readonly ParsedArray[]): boolean {
  return partsOf(arrays) !== undefined;
}

/** With one input of all channels, and one array of all filters. */
export function withKernels(read: ParseResult, text: string): ParseResult {
  const parts = partsOf(read.arrays);
  if (!parts) return read;
  const { kernels, inputs, others } = parts;
  const channels = inputs.length;
  const filters = kernels.length / channels;
  const range = [kernels[0]!.range[0], kernels.at(-1)!.range[1]] as const;
  if (!Number.isInteger(filters)) {
    const cause = msg(
      'the text has {0} channel{0||s} of the input and {1} matri{1|x|ces} of filters',
      channels,
      kernels.length,
    );
    return { ...read, arrays: [], errors: [readError(problem('ambiguous', cause, ...range))] };
  }
  if (filters > 1 && LAYERS.test(text)) {
    const cause = msg('the text has filters of several layers: select the input and the filter of one layer');
    return { ...read, arrays: [], errors: [readError(problem('ambiguous', cause, ...range))] };
  }
  const bias = biasOf(text, filters);
  return {
    ...read,
    arrays: [
      stacked('input', [inputs], ([height, width]) => [1, height!, width!, channels]),
      stacked(
        'kernel',
        Array.from({ length: filters }, (_, filter) => kernels.slice(filter * channels, (filter + 1) * channels)),
        ([height, width]) => [height!, width!, channels, filters],
      ),
      ...(bias ? [bias] : []),
      ...others.filter(({ name }) => !bias || !/^b(?:ias)?$/.test(name ?? '')),
    ],
    errors: [],
  };
}

/** The planes of `groups` (filters of channels), with the channels and then the filters last. */
function stacked(
  name: string,
  groups: readonly (readonly ParsedArray[])[],
  shapeOf: (plane: readonly number[]) => number[],
): ParsedArray {
  const planes = groups[0]!.map((_, channel) => groups.map((group) => group[channel]!)).flat();
  const { shape } = planes[0]!.array;
  const sink = new NumberSink();
  for (let cell = 0; cell < sizeOf(shape); cell++)
    for (const { array, ranges, range } of planes)
      sink.push(array.data[cell]!, ranges?.[2 * cell] ?? range[0], ranges?.[2 * cell + 1] ?? range[1]);
  const starts = planes.flatMap(({ range }) => range);
  const { array, ranges } = sink.toArray(shapeOf(shape));
  return { name, array, ranges, range: [Math.min(...starts), Math.max(...starts)] };
}

/** One bias for each filter: "b1 = 1 and b2 = -1", or the only one that the words state. */
function biasOf(text: string, filters: number): ParsedArray | undefined {
  const sink = new NumberSink();
  for (const { 0: written, 1: value, index } of text.matchAll(NUMBERED_BIAS))
    sink.push(Number(value), index + written.length - value!.length, index + written.length);
  const listed = sink.count === 0 ? BIASES.exec(text) : null;
  for (const { 0: value, index } of listed?.[1]!.matchAll(NUMBER) ?? []) {
    const start = listed!.index + listed![0].length - listed![1]!.length + index;
    sink.push(Number(value), start, start + value.length);
  }
  if (sink.count === filters && filters > 1) {
    const { array, ranges } = sink.toArray([filters]);
    return { name: 'b', array, ranges, range: [ranges[0]!, ranges.at(-1)!] };
  }
  const { added } = statedOptions(text);
  if (added === undefined) return undefined;
  return { name: 'b', array: { shape: [filters], data: new Float64Array(filters).fill(added) }, range: [0, 0] };
}

/** "biases: 1 and -1", "biases of [1, -1]". */
const BIASES =
  /\bbiases\b(?: (?:are|of|is))?\s*[=:]?\s*\(?\[?((?:[-+]?\d+(?:\.\d+)?(?:\s*,\s*(?:and\s+)?|\s+and\s+)?)+)/i;
const NUMBERED_BIAS = /\bb(?:ias)?[ _]?[1-9]\s*[=:]\s*([-+]?\d+(?:\.\d+)?)/gi;

function haveOneShape(arrays: readonly ParsedArray[]): boolean {
  return arrays.every(({ array }) => array.shape.join() === arrays[0]!.array.shape.join());
}

function fits({ array: kernel }: ParsedArray, { array: input }: ParsedArray): boolean {
  return kernel.shape.every((extent, axis) => extent <= input.shape[axis]!);
}
