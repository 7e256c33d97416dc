/** `numpy.fft`: discrete Fourier transforms as sums, along one axis after the other. */
import { sizeOf } from '../../../../../array/NdArray';
import { LensError, msg } from '../../../../../message';
import { arrayOf, flat, newData, type PyArray } from '../../../array/PyArray';
import { normalizeAxes, permuteAxes } from '../../../array/reshaping';
import type { Call } from '../../../library/call/Call';
import { taken } from '../../../library/manipulation/shaping';
import { valueError } from '../../../runtime/PythonError';
import type { Context } from '../../../runtime/Context';
import type { Py } from '../../../value/Py';
import { complexOf, isComplex, partsIn, complexParts, type Parts } from '../../objects/complexArray';
import type { Builtins } from '../../builtins/table';

const TRANSFORMS: Builtins = Object.fromEntries(
  (['', 'r', 'i', 'ir'] as const).flatMap((kind) => [
    [`${kind}fft`, ['a n? axis? norm?', (call: Call) => transformed(call, kind, 'n', 'axis', [-1])]],
    [`${kind}fft2`, ['a s? axes? norm?', (call: Call) => transformed(call, kind, 's', 'axes', [-2, -1])]],
    [`${kind}fftn`, ['a s? axes? norm?', (call: Call) => transformed(call, kind, 's', 'axes', undefined)]],
  ]),
);

export const FOURIER: Builtins = {
  ...TRANSFORMS,
  fftshift: ['x axes?', (call) => shifted(call, (extent) => Math.floor(extent / 2))],
  ifftshift: ['x axes?', (call) => shifted(call, (extent) => -Math.floor(extent / 2))],
};

/** The elements of every axis moved on, those at its end to its start. */
function shifted(call: Call, by: (extent: number) => number): Py {
  const { context } = call;
  const given = call.value('x');
  const move = (array: PyArray): PyArray => {
    const rank = array.shape.length;
    const axes = call.lacks('axes') ? [...array.shape.keys()] : normalizeAxes(call.integers('axes'), rank);
    return axes.reduce((moved, axis) => {
      const extent = moved.shape[axis]!;
      const shift = by(extent);
      return taken(call, moved, axis, extent, (i) => (i - shift + extent) % extent);
    }, array);
  };
  if (!isComplex(given)) return move(call.array('x'));
  const { re, im } = complexParts(given, context);
  return complexOf({ re: move(re), im: move(im) }, context);
}

/** `r`: of real numbers, the half that determines the rest; `i`: inverse. */
type Transform = '' | 'r' | 'i' | 'ir';

function transformed(
  call: Call,
  kind: Transform,
  size: string,
  axis: string,
  usual: readonly number[] | undefined,
): Py {
  if (!call.lacks('norm') && call.text('norm') !== 'backward')
    throw new LensError(msg('{0} with {1} is not supported', call.callee, 'norm='), undefined, call.range);
  const { context } = call;
  let parts = complexParts(call.value('a'), context);
  const rank = parts.re.shape.length;
  const given = call.lacks(size) ? undefined : call.integers(size);
  const chosen = call.lacks(axis) ? (usual ?? lastAxes(given?.length ?? rank)) : call.integers(axis);
  const axes = normalizeAxes(chosen, rank);
  if (given && given.length !== axes.length) throw valueError('Shape and axes have different lengths.');
  const last = axes.length - 1;
  const extents = axes.map((each, k) => {
    const extent = parts.re.shape[each]!;
    const count = given?.[k] ?? (kind === 'ir' && k === last ? 2 * (extent - 1) : extent);
    if (count < 1) throw valueError(`Invalid number of FFT data points (${count}) specified.`);
    return count;
  });
  const order = [...axes.keys()];
  // The last axis is the first one, except where the result is real.
  for (const k of kind === 'ir' ? order : order.reverse())
    parts = alongAxis(
      parts,
      axes[k]!,
      extents[k]!,
      k === last ? kind : kind === 'r' ? '' : kind === 'ir' ? 'i' : kind,
      context,
    );
  return kind === 'ir' ? parts.re : complexOf(parts, context);
}

function lastAxes(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k - count);
}

/** Along the last axis, as NumPy does: of another axis, which is exchanged with it, the result is a view of other strides. */
function alongAxis({ re, im }: Parts, axis: number, size: number, kind: Transform, context: Context): Parts {
  const last = re.shape.length - 1;
  const exchanged = [...re.shape.keys()].map((k) => (k === axis ? last : k === last ? axis : k));
  const turned = permuteAxes(re, exchanged);
  const [reals, imags] = [flat(turned), flat(permuteAxes(im, exchanged))];
  const length = turned.shape[last]!;
  const half = Math.floor(size / 2) + 1;
  const count = kind === 'r' ? half : size;
  const shape = [...turned.shape.slice(0, last), count];
  const read = Math.min(length, kind === 'ir' ? half : size);
  const width = kind === 'ir' ? 1 : 2;
  const data = newData(context.allocate([...shape, width]), 'float64');
  context.spend(sizeOf(shape) * read * 4);
  const sign = kind.startsWith('i') ? 1 : -1;
  const cosines = Array.from({ length: size }, (_, k) => cosineOf(k, size));
  const sines = Array.from({ length: size }, (_, k) => sign * cosineOf((k + 0.75 * size) % size, size));
  const scale = sign > 0 ? 1 / size : 1;
  for (let at = 0; at < sizeOf(shape); at++) {
    const k = at % count;
    const start = Math.floor(at / count) * length;
    let [a, b] = [0, 0];
    for (let j = 0; j < read; j++) {
      const angle = (j * k) % size;
      // The half that is not there has the conjugate values.
      const weight = kind === 'ir' && j > 0 && 2 * j !== size ? 2 : 1;
      a += weight * (reals[start + j]! * cosines[angle]! - imags[start + j]! * sines[angle]!);
      b += reals[start + j]! * sines[angle]! + imags[start + j]! * cosines[angle]!;
    }
    data[at * width] = a * scale;
    if (width === 2) data[at * width + 1] = b * scale;
  }
  const parts = width === 2 ? partsIn(data, shape) : complexParts(arrayOf(data, shape, 'float64'), context);
  return { re: permuteAxes(parts.re, exchanged), im: permuteAxes(parts.im, exchanged) };
}

/** The cosine of `k / size` of a turn, from an angle of at most 45°; exact at multiples of 30° and 90°. */
function cosineOf(k: number, size: number): number {
  const half = Math.min(k, size - k);
  const quarter = Math.min(half, size / 2 - half);
  const value =
    8 * quarter > size
      ? Math.sin((2 * Math.PI * (size / 4 - quarter)) / size)
      : Math.cos((2 * Math.PI * quarter) / size);
  const exact = Math.abs(value - 0.5) < 1e-15 ? 0.5 : value;
  return 4 * half > size ? -exact : exact;
}
