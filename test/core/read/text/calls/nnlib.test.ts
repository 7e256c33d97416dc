/** NNlib's gradients, and Flux' layers whose weights the text assigns. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../../core/read/parseArrays';
import { arraysOfCall } from '../../../../../core/read/LayerCall';

const ARRAYS = `x = reshape(Float64[1:16;], 4, 4, 1, 1)
w = reshape(Float64[1, 2, 3, 4], 2, 2, 1, 1)
dy = ones(2, 2, 1, 1)
cdims = DenseConvDims(x, w; stride=2)
y = dy
`;

function read(call: string) {
  const { calls, errors } = parseArrays(ARRAYS + call, { languageId: 'julia' });
  const found = calls.at(-1);
  const shapes = found && Object.keys(arraysOfCall(found)).sort().join(' ');
  return found ? { ...found, shapes } : errors.map(({ message }) => message);
}

describe('NNlib', () => {
  it.each([
    [
      '∇maxpool(dy, y, x, PoolDims(x, (2, 2)))',
      { operation: 'pool_backward', options: { mode: 'max', kernel: [2, 2] } },
    ],
    ['NNlib.∇meanpool(dy, y, x, (2, 2))', { operation: 'pool_backward', options: { mode: 'average', stride: [2, 2] } }],
    [
      '∇conv_data(dy, w, cdims)',
      { operation: 'conv_backward', shapes: 'A_prev W dZ', options: { stride: 2, kernelFlipped: true } },
    ],
    [
      'z = reshape([(1.:9.)...], 3, 3, 1, 1)\npdims = PoolDims(size(z), (2, 2), padding = (1, 1))\nq = maxpool(z, pdims)\ndq = q .* 0 .+ 1\n∇maxpool(dq, q, z, pdims)',
      { operation: 'pool_backward', options: { mode: 'max', padding: [1, 1] } },
    ],
    ['∇conv_filter(x, dy, cdims)', { operation: 'conv_backward', shapes: 'A_prev W dZ' }],
  ])('%s', (call, expected) => {
    expect(read(call)).toMatchObject(expected);
  });
});

describe('Flux', () => {
  it('weights that the text assigns, and a pad of four sides', () => {
    expect(
      read('m = Conv((3, 3), 1=>1, relu; pad=(0, 1, 1, 2))\nm.weight[:] .= 2.0\nm.bias[:] .= 0.5\nz = m(x)'),
    ).toMatchObject({
      operation: 'conv_forward',
      shapes: 'A_prev W b',
      options: { padding: { left: 0, right: 1, top: 1, bottom: 2 } },
    });
  });

  it('SamePad pads by the window alone, more before the input', () => {
    // As Lux 1.31 prints: MeanPool((2, 2); pad=SamePad()) of ones is [0.25 0.5; 0.5 1.0].
    const lux = 'using Lux\nm = MeanPool((2, 2); pad=SamePad())\nm(x, ps, st)[1]';
    const padding = { top: 1, bottom: 0, left: 1, right: 0 };
    expect(read(lux)).toMatchObject({ operation: 'pool_forward', options: { padding, stride: [2, 2] } });
    expect(read('m = Conv((2, 2), 1=>1; pad=SamePad(), stride=2)\nm.weight[:] .= 2.0\nz = m(x)')).toMatchObject({
      options: { padding, stride: 2 },
    });
  });

  it('a convolution of three axes is refused as one', () => {
    const { errors } = parseArrays('x = ones(4, 4, 4, 1, 1)\nw = ones(2, 2, 2, 1, 1)\ny = conv(x, w)', {
      languageId: 'julia',
    });
    expect(errors[0]?.message).toBe('shape 4 × 4 × 4 × 1 × 1 of conv is not supported');
  });

  it.each(['m = Conv((3, 3), 1 => 2)\nm(x)', 'm = Chain(Conv((3, 3), 1 => 2), Flux.flatten)\nm(x)'])(
    'weights that are drawn: %s',
    (text) => {
      expect(read(text)).toContainEqual(expect.stringMatching(/^the weights of (?:Conv|Chain) are not in the text/));
    },
  );
});
