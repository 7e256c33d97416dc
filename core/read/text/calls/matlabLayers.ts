/** Layer calls of MATLAB and Octave. */
import type { NdArray } from '../../../array/NdArray';
import { permute } from '../../../layer/layout';
import type { Conv2dOptions } from '../../../layer/options';
import { ownEntry } from '../../../ownEntry';
import { tuple2 } from '../../../tuples';
import { blockproc, colfilt, nlfilter } from './blockFunctions';
import type { CallArguments } from './CallArguments';
import { labelsOf } from './expressions/functions';
import type { LayerTable, Reading } from './LayerTable';
import { fullSides, onePair, planarConvolution, planarImage, poolReading, reluReading, requireRank } from './planes';

/**
 * MATLAB: `conv2` turns its kernel, `filter2(H, X)` does not. `same` is the middle of the full output, whose windows begin
 * (k − 1) // 2 before their pixel. Scilab has `conv2d2` and `convol2d` too.
 */
export const MATLAB: LayerTable = {
  conv2: (call) => (call.positional[2] && !/^["']/.test(call.positional[2].text) ? separable(call) : twoArrays(call)),
  conv2d2: twoArrays,
  convol2d: twoArrays,
  conv: (call) => matlabConv(call, row(call, 0), row(call, 1), true, 'full'),
  filter2: (call) => matlabConv(call, call.array(1), call.array(0), false, 'same'),
  imfilter,
  dlconv,
  padarray,
  blockproc,
  nlfilter,
  colfilt,
  relu: (call) => reluReading(call.array(0), (images) => permute(images, [3, 0, 1, 2]), 'nhwc'),
  maxpool: (call) => matlabPool(call, 'max'),
  avgpool: (call) => matlabPool(call, 'average'),
};

/** `place`: of the argument that names the part of the result; R names it `shape`. */
export function matlabConv(
  call: CallArguments,
  image: NdArray,
  kernel: NdArray,
  flip: boolean,
  usual: string,
  place = 2,
): Reading {
  const shape = call.word(call.named.get('shape') ?? call.positional[place]) ?? usual;
  const [rows, cols] = tuple2(requireRank(call, kernel, 2));
  requireRank(call, image, 2);
  if (call.positional.length > place + 1) throw call.unsupported('a further argument');
  switch (shape) {
    case 'full':
      return planarConvolution(image, kernel, fullSides(kernel), flip);
    case 'same': {
      const [top, left] = [(rows - 1) >> 1, (cols - 1) >> 1];
      return planarConvolution(image, kernel, { top, bottom: rows - 1 - top, left, right: cols - 1 - left }, flip);
    }
    case 'valid':
      return planarConvolution(image, kernel, { top: 0, bottom: 0, left: 0, right: 0 }, flip);
    default:
      throw call.unsupported(shape);
  }
}

function twoArrays(call: CallArguments): Reading {
  return matlabConv(call, call.array(0), call.array(1), true, 'full');
}

/** `conv2(u, v, A)`: the columns with u, then the rows with v. */
function separable(call: CallArguments): Reading {
  const [u, v] = [row(call, 0).data, row(call, 1).data];
  const kernel = {
    shape: [u.length, v.length],
    data: Float64Array.from([...u].flatMap((a) => [...v].map((b) => a * b))),
  };
  return matlabConv(call, call.array(2), kernel, true, 'full', 3);
}

/** A vector as one row. */
function row(call: CallArguments, index: number): NdArray {
  const { shape, data } = call.array(index);
  if (shape.filter((extent) => extent !== 1).length > 1) throw call.unsupported(`shape ${shape.join(' × ')}`);
  return { shape: [1, data.length], data };
}

const BORDERS: Readonly<Record<string, Conv2dOptions['paddingMode']>> = {
  replicate: 'replicate',
  circular: 'circular',
};

/** Correlates by default; the borders are zeros by default. */
function imfilter(call: CallArguments): Reading {
  const words = call.positional.slice(2).map((argument) => call.word(argument)!);
  const other = words.find((word) => !/^(?:corr|conv|same|full|replicate|circular)$/.test(word));
  if (other !== undefined) throw call.unsupported(other);
  const [image, kernel] = [call.array(0), call.array(1)];
  requireRank(call, image, 2);
  const [rows, cols] = tuple2(requireRank(call, kernel, 2));
  const flip = words.includes('conv');
  const border = words.map((word) => ownEntry(BORDERS, word)).find((mode) => mode !== undefined);
  if (border && words.includes('full')) throw call.unsupported('full with a border');
  if (words.includes('full')) return planarConvolution(image, kernel, fullSides(kernel), flip);
  if (flip && (rows % 2 === 0 || cols % 2 === 0)) throw call.unsupported('conv with a kernel of even size');
  // The origin of a kernel is its element floor((size + 1) / 2).
  const [top, left] = [(rows - 1) >> 1, (cols - 1) >> 1];
  const { options, ...reading } = planarConvolution(
    image,
    kernel,
    { top, bottom: rows - 1 - top, left, right: cols - 1 - left },
    flip,
  );
  return { ...reading, options: { ...options, ...(border && { paddingMode: border }) } };
}

/** Zeros on both sides of the rows and of the columns; one size pads the rows alone. */
function padarray(call: CallArguments): Reading {
  const X = call.array(0);
  requireRank(call, X, 2);
  const [pad = 0, other = 0, ...more] = call.numbers(call.positional[1], []);
  const further = call.positional.slice(2).find(({ text }) => !/^(?:0(?:\.0*)?|["']both["'])$/.test(text));
  if (further) throw call.unsupported(further.text);
  if (pad !== other || more.length > 0) throw call.unsupported(call.positional[1]?.text ?? 'an argument');
  return { operation: 'zero_pad', arrays: { X: planarImage(X) }, options: { pad }, layout: 'nhwc' };
}

/** A correlation on (H, W, C, N), as `dlarray(X, 'SSCB')` or with 'DataFormat'. */
function dlconv(call: CallArguments): Reading {
  const [x, w] = [call.array(0), call.array(1)];
  const format = call.word(call.named.get('dataformat'))?.toUpperCase() ?? labelsOf(x)?.toUpperCase();
  if (format === undefined || !/^SS(?:CB?)?$/.test(format))
    throw call.unsupported(format ?? 'a dlarray without format');
  const [image, filters] = [x, w].map((array) => ({
    data: array.data,
    shape: [...array.shape, 1, 1, 1, 1].slice(0, 4),
  }));
  if (x.shape.length > 4 || w.shape.length > 4) throw call.unsupported(`shape ${w.shape.join(' × ')}`);
  const bias = call.positional[2] ? call.array(2) : undefined;
  const filtersCount = filters!.shape[3]!;
  const padding = call.named.get('padding');
  const same = padding !== undefined && /^["']same["']$/.test(padding.text);
  const values = bias && bias.data.length === 1 ? new Float64Array(filtersCount).fill(bias.data[0]!) : bias?.data;
  return {
    operation: 'conv_forward',
    arrays: {
      A_prev: permute(image!, [3, 0, 1, 2]),
      W: filters!,
      ...(values?.some((value) => value !== 0) && { b: { shape: [1, 1, 1, values.length], data: values } }),
    },
    options: {
      stride: onePair(call.numbers(call.named.get('stride'), [1]), call),
      padding: same ? 'same_upper' : onePair(call.numbers(padding, [0]), call),
      dilation: onePair(call.numbers(call.named.get('dilationfactor'), [1]), call),
    },
    layout: 'nhwc',
  };
}

/** Pooling on a matrix, or `dlarray(X, 'SS')`. */
function matlabPool(call: CallArguments, mode: 'max' | 'average'): Reading {
  const image = call.array(0);
  requireRank(call, image, 2);
  const kernel = onePair(call.numbers(call.positional[1], []), call);
  const stride = onePair(call.numbers(call.named.get('stride'), [1]), call);
  const padding = onePair(call.numbers(call.named.get('padding'), [0]), call);
  return poolReading(
    planarImage(image),
    { mode, kernel, stride, padding, countIncludePad: true, ties: 'first' },
    'nhwc',
  );
}
