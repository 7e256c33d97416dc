/** A text that opens no layer offers the arrays that can be read of it. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

function offered(text: string, languageId: string): [name: string | undefined, shape: readonly number[]][] {
  const opened = openText({ text, languageId });
  if (opened.kind !== 'refused') throw new Error(JSON.stringify(opened));
  return (opened.arrays ?? []).map(({ name, shape }) => [name, shape]);
}

describe('a refusal has with its reason', () => {
  it('the arrays of the code', () => {
    const text = 'Tile = [4 1 0; 2 2 5; 0 3 1];\nStencil = [1 0; 0 2];\nOut = own_conv(Tile, Stencil, 0, 1);\n';
    expect(offered(text, 'matlab')).toEqual([
      ['Tile', [3, 3]],
      ['Stencil', [2, 2]],
    ]);
  });

  it('those of code with the shapes that its calls give', () => {
    const text =
      'Tensor photo = new Tensor(2, 3, new float[] {4f, 0f, 1f, 2f, 5f, 3f});\nTensor stencil = new Tensor(1, 2,\n  new float[] {1f, -2f});\nlayer.conv.forward(photo);\n';
    expect(offered(text, 'java')).toEqual([
      ['photo', [2, 3]],
      ['stencil', [1, 2]],
    ]);
  });

  it('no shape before a function of the indices', () => {
    const text =
      'let k = array![[1.0, 0.0], [0.0, 1.0]];\nlet a = Array3::from_shape_fn((2, 3, 2), |(i, j, k)| (i + j) as f32);\nconv_layer(&a, &k);\n';
    expect(offered(text, 'rust')).toEqual([['k', [2, 2]]]);
  });

  it('no shape in place of numbers', () => {
    const text =
      'auto *p = new float[2*3]{4, 0, 1, 2, 5, 3};\nauto *t = new Tensor({1, 1, 2, 3}, p, CPU);\nauto *u = new Tensor({1, 1, 2, 3}, loaded, CPU);\nconv2d_layer(t);\n';
    expect(offered(text, 'cpp')).toEqual([
      ['p', [6]],
      ['t', [1, 1, 2, 3]],
    ]);
  });

  it('a sentence that names no function where the code only defines one', () => {
    const text = 'func TestMaxPooling(t *testing.T) {\n\tgot := run([]float64{4, 0, 1, 2}, 2)\n\tcheck(t, got)\n}\n';
    expect(openText({ text, languageId: 'go' })).toMatchObject({
      kind: 'refused',
      message: 'no layer of this Go code is known by its call or its result: select an input and a filter, or an array',
    });
  });

  it('the literals where the code as a whole is not read', () => {
    const text = 'tile = missing(4)\nout = F.conv2d(tile, torch.tensor([[[[1.0, 2.0], [0.0, 1.0]]]]))\n';
    expect(offered(text, 'python')).toEqual([[undefined, [1, 1, 2, 2]]]);
  });

  it('nothing else where the text has no array', () => {
    expect(offered('y = F.conv2d(x, w)\n', 'python')).toEqual([]);
  });
});
