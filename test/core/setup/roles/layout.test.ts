/** The layout of arrays without a call, decided from channels, bias, gradient, names and frameworks; the evidence is stated. */
import { describe, expect, it } from 'vitest';
import { zeros } from '../../../../core/array/NdArray';
import { formatMessage } from '../../../../core/message';
import type { Framework, ParseResult } from '../../../../core/read/ParseResult';
import type { Choices, RequestedKind } from '../../../../core/setup/Setup';
import { setUpLayer } from '../../../../core/setup/setUpLayer';

function setUp(
  shapes: Readonly<Record<string, readonly number[]>>,
  requested: RequestedKind,
  frameworks: Framework[] = [],
  choices: Choices = {},
) {
  const arrays = Object.entries(shapes).map(([name, shape]) => ({ name, array: zeros(shape), range: [0, 1] as const }));
  const parsed: ParseResult = { arrays, calls: [], values: {}, errors: [], frameworks };
  const { layer, evidence = [], assumptions } = setUpLayer(parsed, requested, choices);
  return {
    x: layer.x.shape,
    evidence: evidence.map(formatMessage).filter((text) => text.startsWith('channels')),
    layout: assumptions.find(({ field }) => field?.id === 'layout'),
  };
}

describe('convolution', () => {
  it.each<[string, Record<string, number[]>, Framework[], number[], string[]]>([
    [
      'the bias decides where channels agree both ways: x (2, 3, 4, 4), w (3, 3, 4, 4), b (3)',
      { x: [2, 3, 4, 4], w: [3, 3, 4, 4], b: [3] },
      [],
      [2, 4, 4, 3],
      ['channels first: b has 3 numbers, w has 3 filters'],
    ],
    [
      'the channels decide: x (1, 3, 6, 5), w (4, 3, 2, 2)',
      { x: [1, 3, 6, 5], w: [4, 3, 2, 2] },
      [],
      [1, 6, 5, 3],
      ['channels first: x and w both have 3 channels'],
    ],
    [
      'channels last: A_prev (2, 5, 7, 4), W (3, 3, 4, 8)',
      { A_prev: [2, 5, 7, 4], W: [3, 3, 4, 8] },
      [],
      [2, 5, 7, 4],
      ['channels last: A_prev and W both have 4 channels', 'channels last: A_prev is named as in the course'],
    ],
    [
      'the gradient decides: x (2, 3, 3, 3), w (3, 3, 3, 3) of 3 filters, dout (2, 3, 1, 1)',
      { x: [2, 3, 3, 3], w: [3, 3, 3, 3], dout: [2, 3, 1, 1] },
      [],
      [2, 3, 3, 3],
      ['channels first: dout has 3 channels, w has 3 filters'],
    ],
    [
      'counts weigh more than the framework',
      { x: [1, 6, 5, 3], w: [2, 2, 3, 4] },
      ['pytorch'],
      [1, 6, 5, 3],
      ['channels last: x and w both have 3 channels'],
    ],
  ])('%s', (_, shapes, frameworks, x, evidence) => {
    const found = setUp(shapes, 'conv', frameworks);
    expect(found.x).toEqual(x);
    expect(found.evidence).toEqual(evidence);
    expect(formatMessage(found.layout!.message)).toBe(evidence[0]);
  });

  it.each<[string, Record<string, number[]>, Framework[], true | undefined]>([
    ['the numbers of channels', { x: [1, 6, 5, 3], w: [2, 2, 3, 4] }, ['pytorch'], true],
    ['a framework alone', { x: [2, 3, 3, 3], w: [3, 3, 3, 3] }, ['pytorch'], undefined],
  ])('%s decide whether it is the only reading', (_, shapes, frameworks, only) => {
    expect(setUp(shapes, 'conv', frameworks).layout!.isOnlyReading).toBe(only);
  });
});

describe('pooling', () => {
  it.each<[Framework, number[], string]>([
    ['pytorch', [2, 4, 4, 3], 'channels first: the text imports PyTorch'],
    ['tensorflow', [2, 3, 4, 4], 'channels last: the text imports TensorFlow'],
    ['cs231n', [2, 4, 4, 3], 'channels first: conv_param and pool_param are those of CS231n'],
    ['onnx', [2, 4, 4, 3], 'channels first: the attributes are those of ONNX'],
  ])('x (2, 3, 4, 4) in a text of %s', (framework, x, evidence) => {
    const found = setUp({ x: [2, 3, 4, 4] }, 'pool', [framework]);
    expect(found).toMatchObject({ x, evidence: [evidence] });
  });

  it('without evidence channels are last, and the other layout is named and can be chosen', () => {
    const found = setUp({ x: [2, 3, 4, 4] }, 'pool');
    expect(found.x).toEqual([2, 3, 4, 4]);
    expect(formatMessage(found.layout!.message)).toContain('channels first fits as well');
    expect(found.layout!.field?.value).toBe('nhwc');
    expect(setUp({ x: [2, 3, 4, 4] }, 'pool', [], { layout: 'nchw' }).x).toEqual([2, 4, 4, 3]);
  });

  it('without a gradient dA is random, as in the course, with its seed', () => {
    const parsed: ParseResult = {
      arrays: [{ name: 'A_prev', array: zeros([1, 2, 2, 1]), range: [0, 1] }],
      calls: [],
      values: {},
      errors: [],
    };
    const { layer, assumptions } = setUpLayer(parsed, 'pool', { pass: 'backward' });
    expect(layer.kind === 'pool' && layer.dZ!.data[0]).toBeCloseTo(-0.41675785, 8);
    const texts = assumptions.map(({ message }) => formatMessage(message));
    expect(texts).toContain('No gradient selected – as in the course, dA is random, seed 2');
  });
});
