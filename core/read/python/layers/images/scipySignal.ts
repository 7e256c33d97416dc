/** `scipy.signal`, and NumPy's convolution of 1-D arrays. A convolution turns the kernel by 180° before it slides. */
import { formatShape } from '../../../../array/NdArray';
import type { Sides } from '../../../../layer/options';
import { LensError, msg } from '../../../../message';
import { tuple2 } from '../../../../tuples';
import { promote } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import type { Call, FunctionTable } from '../../library/call/Call';
import type { Py } from '../../value/Py';
import { flipAxes } from '../Caller';
import type { Extension } from './extend';
import {
  are1d,
  areVolumes,
  array1d,
  planarArray,
  sidesOf,
  slideKernel,
  slideVolume,
  unsupportedOption,
} from './slideKernel';

const PLANAR = 'in1 in2 mode? boundary? fillvalue?';

/** Functions of `scipy.signal` by name. */
export const SIGNAL: FunctionTable = {
  convolve2d: [PLANAR, (call) => signal(call, true)],
  correlate2d: [PLANAR, (call) => signal(call, false, false)],
  convolve: ['in1 in2 mode? method?', (call) => signal(call, true)],
  correlate: ['in1 in2 mode? method?', (call) => signal(call, false)],
  fftconvolve: ['in1 in2 mode? axes?', (call) => signal(call, true)],
  oaconvolve: ['in1 in2 mode? axes?', (call) => signal(call, true)],
};

/** Functions of `numpy` by name; of two arrays the longer one is the input. */
export const NUMPY_1D: FunctionTable = {
  convolve: ['a v mode?', (call) => numpy1d(call, 'full', true)],
  correlate: ['a v mode?', (call) => numpy1d(call, 'valid', false)],
};

/** The middle of the full output is what `same` gives; it has as many elements as the input. */
function numpy1d(call: Call, usual: string, flip: boolean): Py {
  const [a, v] = [array1d(call, 'a'), array1d(call, 'v')];
  const swaps = v.shape[1]! > a.shape[1]!;
  if (swaps && !flip) throw unsupportedOption(call, msg('a kernel that is longer than the input'));
  const [image, kernel] = swaps ? [v, a] : [a, v];
  // NumPy reads the first letter only.
  const written = call.text('mode', usual);
  const mode = ['full', 'same', 'valid'].find(([letter]) => letter === written[0]?.toLowerCase()) ?? written;
  const sides = signalSides(call, mode, image.shape, kernel.shape, true);
  const dtype = promote(image.dtype, kernel.dtype);
  return slideKernel({ image, kernel, sides, extension: 'constant', value: 0, dtype, is1d: true }, flip, call);
}

function signal(call: Call, flip: boolean, early = true): Py {
  const [in1, in2] = [call.array('in1'), call.array('in2')];
  if (early && areVolumes(in1, in2)) return volumes(call, in1, in2, flip);
  const is1d = !call.has('boundary') && are1d(call, 'in1', 'in2');
  const [first, second] = is1d
    ? [array1d(call, 'in1'), array1d(call, 'in2')]
    : [planarArray(call, 'in1'), planarArray(call, 'in2')];
  const mode = call.text('mode', 'full');
  // The larger one is the image, whichever is first; a correlation then gives its result turned.
  const areUnequal = String(first.shape) !== String(second.shape);
  const swaps = mode === 'valid' && areUnequal && first.shape.every((extent, axis) => extent <= second.shape[axis]!);
  const turned = (array: PyArray): PyArray => (flip ? array : flipAxes(array, 2));
  const [image, kernel] = swaps ? [turned(second), turned(first)] : [first, second];
  if (call.has('axes') && !call.lacks('axes')) throw unsupportedOption(call, 'axes');
  const extension = boundaryOf(call);
  const sides = signalSides(call, mode, image.shape, kernel.shape, early);
  const dtype = promote(image.dtype, kernel.dtype);
  const value = call.has('fillvalue') ? call.number('fillvalue', 0) : 0;
  return slideKernel({ image, kernel, sides, extension, value, dtype, is1d }, flip, call);
}

function volumes(call: Call, image: PyArray, kernel: PyArray, flip: boolean): Py {
  if (call.has('axes') && !call.lacks('axes')) throw unsupportedOption(call, 'axes');
  const mode = call.text('mode', 'full');
  const widths = kernel.shape.map((size, axis) => {
    const { top, bottom } = signalSides(call, mode, [image.shape[axis]!, 1], [size, 1], true);
    return [top, bottom] as const;
  });
  const dtype = promote(image.dtype, kernel.dtype);
  return slideVolume({ image, kernel, extension: 'constant', value: 0, dtype }, widths, flip, call);
}

/**
 * `same` takes the middle of the full output. With a kernel of even size k the windows begin k // 2 before their pixel
 * (`early`), those of `correlate2d` k // 2 − 1.
 */
function signalSides(
  call: Call,
  mode: string,
  image: readonly number[],
  kernel: readonly number[],
  early: boolean,
): Sides {
  const [rows, cols] = tuple2(kernel);
  switch (mode) {
    case 'full':
      return { top: rows - 1, bottom: rows - 1, left: cols - 1, right: cols - 1 };
    case 'same':
      return early ? sidesOf(rows >> 1, cols >> 1, kernel) : sidesOf((rows - 1) >> 1, (cols - 1) >> 1, kernel);
    case 'valid':
      if (rows > image[0]! || cols > image[1]!) {
        const [first, second] = [formatShape(image), formatShape(kernel)];
        throw new LensError(
          msg(
            '{0} with mode valid and a kernel {1} that is larger than the input {2} is not supported',
            call.callee,
            second,
            first,
          ),
          undefined,
          call.range,
        );
      }
      return { top: 0, bottom: 0, left: 0, right: 0 };
    default:
      throw unsupportedOption(call, `mode=${mode}`);
  }
}

function boundaryOf(call: Call): Extension {
  const boundary = call.has('boundary') ? call.text('boundary', 'fill') : 'fill';
  switch (boundary) {
    case 'fill':
    case 'pad':
      return 'constant';
    case 'wrap':
    case 'circular':
      return 'wrap';
    case 'symm':
    case 'symmetric':
      return 'reflect';
    default:
      throw unsupportedOption(call, `boundary=${boundary}`);
  }
}
