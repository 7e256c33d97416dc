/** Convolutions of the Wolfram Language, whose brackets are written as those of the other languages. */
import type { NdArray } from '../../../array/NdArray';
import type { Sides } from '../../../layer/options';
import type { CallArguments } from './CallArguments';
import type { LayerTable, Reading } from './LayerTable';
import { planarConvolution, reluReading } from './planes';

/** `ListConvolve` turns its kernel, `ListCorrelate` does not; both give whole windows alone unless an alignment is given. */
export const WOLFRAM: LayerTable = {
  ListConvolve: (call) => aligned(call, true),
  ListCorrelate: (call) => aligned(call, false),
};

/** `ElementwiseLayer[Ramp][z]`. */
export const WOLFRAM_LAYERS: LayerTable = {
  ElementwiseLayer: (call) => {
    const [, given] = call.positional;
    if (given && /^(?:Ramp|"?ReLU"?)$/.test(given.text)) return reluReading(call.array(0), (images) => images, 'nhwc');
    throw call.unsupported(given?.text ?? 'an argument');
  },
};

const BRACKETS: Readonly<Record<string, string>> = { '[': '(', ']': ')', '{': '[', '}': ']' };

/** `f[{1, 2}]` as `f([1, 2])`: every character keeps its place. */
export function withUsualBrackets(text: string): string {
  return text
    .replace(/\(\*[^]*?\*\)/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/[[\]{}]/g, (mark) => BRACKETS[mark]!);
}

/** `f[kernel, list, {kL, kR}, padding]`: the element of the kernel over the first and over the last element of the list. */
function aligned(call: CallArguments, turns: boolean): Reading {
  const [kernel, list] = [plane(call, 0), plane(call, 1)];
  const [, , alignment, border, other] = call.positional;
  if (other) throw call.unsupported(other.text);
  const whole = turns ? [-1, 1] : [1, -1];
  const numbers = alignment
    ? call.numbers({ ...alignment, text: alignment.text.replace(/[[\]]/g, ' ').trim() }, [])
    : whole;
  const sides = sidesOf(numbers, kernel.shape, turns);
  if (!sides || list.shape.length !== kernel.shape.length) throw call.unsupported(alignment?.text ?? 'an argument');
  const reading = planarConvolution(list, kernel, sides, turns);
  const overhangs = Object.values(sides).some((side) => side > 0);
  if (!overhangs || border?.text === '0') return reading;
  const mode =
    border === undefined || border.text === '"Periodic"'
      ? 'circular'
      : border.text === '"Fixed"'
        ? 'replicate'
        : undefined;
  if (!mode) throw call.unsupported(border?.text ?? '');
  return { ...reading, options: { ...reading.options, paddingMode: mode } };
}

/** A vector as one row. */
function plane(call: CallArguments, index: number): NdArray {
  const { shape, data } = call.array(index);
  if (shape.length > 2) throw call.unsupported(`shape ${shape.join(' × ')}`);
  return shape.length === 2 ? { shape, data } : { shape: [1, data.length], data };
}

/** `numbers`: one for all, one for each end, or one for each axis and end. Undefined where they are not in the kernel. */
function sidesOf(
  numbers: readonly number[],
  [rows = 1, cols = 1]: readonly number[],
  turns: boolean,
): Sides | undefined {
  const ends = numbers.length === 4 ? numbers : [numbers[0]!, numbers[0]!, numbers.at(-1)!, numbers.at(-1)!];
  const pads = ends.map((end, k) => {
    const extent = k % 2 === 0 ? rows : cols;
    // A row has no alignment along the other axis.
    const from = extent === 1 ? 0 : end > 0 ? end - 1 : extent + end;
    const after = extent - 1 - from;
    return k < 2 === turns ? after : from;
  });
  const [top = -1, left = -1, bottom = -1, right = -1] = pads;
  const isWithin =
    numbers.length > 0 && numbers.length !== 3 && pads.every((pad, k) => pad >= 0 && pad < (k % 2 === 0 ? rows : cols));
  return isWithin ? { top, bottom, left, right } : undefined;
}
