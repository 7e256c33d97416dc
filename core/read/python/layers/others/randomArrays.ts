/** Random functions of frameworks whose generators are not reproduced: the shapes and distributions, with other numbers. */
import type { Dtype } from '../../array/dtype';
import type { PyArray } from '../../array/PyArray';
import { type Call, type FunctionTable } from '../../library/call/Call';
import { drawOther, type Distribution } from '../../library/random/otherDraws';
import { NONE } from '../../value/constructors';
import type { Py } from '../../value/Py';

interface Style {
  readonly generator: string;
  readonly notation?: PyArray['notation'];
  /** The type of an array whose call gives none. */
  readonly floats: Dtype;
}

/** `rand(2, 3)` and `randn(2, 3)`, or with one shape; the other functions with a size as a named argument. */
export function randomArrays(style: Style): FunctionTable {
  const uniform: Distribution = { kind: 'uniform', low: 0, high: 1 };
  const normal: Distribution = { kind: 'normal', mean: 0, std: 1 };
  const bounded = (call: Call): Distribution => ({
    kind: 'uniform',
    low: call.number('low', 0),
    high: call.number('high', 1),
  });
  return {
    seed: ['seed', () => NONE],
    rand: ['*sizes shape? dtype?', (call) => drawRandomly(call, style, uniform, sizesOf(call))],
    randn: ['*sizes shape? dtype?', (call) => drawRandomly(call, style, normal, sizesOf(call))],
    random: ['size|shape? dtype?', (call) => drawRandomly(call, style, uniform, sizeOf(call))],
    random_sample: ['size|shape? dtype?', (call) => drawRandomly(call, style, uniform, sizeOf(call))],
    standard_normal: ['size|shape? dtype?', (call) => drawRandomly(call, style, normal, sizeOf(call))],
    normal: [
      'loc|mean? scale|std? size|shape? dtype?',
      (call) =>
        drawRandomly(
          call,
          style,
          { kind: 'normal', mean: call.number('loc', 0), std: call.number('scale', 1) },
          sizeOf(call),
        ),
    ],
    uniform: [
      'low|min? high|max? size|shape? dtype?',
      (call) => drawRandomly(call, style, bounded(call), sizeOf(call)),
    ],
    randint: [
      'low high? size|shape? dtype?',
      (call) => {
        const [low, high] = call.lacks('high') ? [0, call.integer('low')] : [call.integer('low'), call.integer('high')];
        return drawRandomly(call, { ...style, floats: 'int64' }, { kind: 'integers', low, high }, sizeOf(call));
      },
    ],
  };
}

function sizesOf(call: Call): number[] {
  return call.lacks('shape') ? call.restIntegers() : call.integers('shape');
}

function sizeOf(call: Call): number[] {
  return call.lacks('size') ? [] : call.integers('size');
}

export function drawRandomly(
  call: Call,
  { generator, notation, floats }: Style,
  distribution: Distribution,
  shape: readonly number[],
): Py {
  const { callee, range } = call;
  const dtype = call.dtype() ?? floats;
  return drawOther(
    distribution,
    { callee, generator, range, shape, dtype, ...(notation && { notation }) },
    call.context,
  );
}
