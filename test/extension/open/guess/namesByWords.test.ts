/** What the words before an array make it, and which layer has an array at the cursor in another shape. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const IMAGE = [2, 0, 1, 3, 5, 4, 7, 1, 6];
const KERNEL = [1, 0, 0, 2];

describe('words before arrays', () => {
  it('"do" and "da" are not gradients', () => {
    const text =
      'A convolution. What do I get for\n\n2 0 1\n3 5 4\n7 1 6\n\nand how do I apply the kernel\n\n1 0\n0 2\n';
    const opened = layer({ text, languageId: 'markdown' });
    expect(opened).toMatchObject({ operation: 'conv_forward', roles: { x: { values: IMAGE }, w: { values: KERNEL } } });
  });

  it('a call of Haskell behind "do" has no gradient', () => {
    const text =
      'main = hspec $ do\n  it "convolves" $\n    conv2d [[2,0,1],[3,5,4],[7,1,6]] [[1,0],[0,2]] `shouldBe` [[12,8],[5,17]]\n';
    expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { values: IMAGE }, w: { values: KERNEL } },
    });
  });

  it('rows in brackets with an input, a kernel and a result are a layer', () => {
    const text =
      'Entrada (3x3):\n\n[2 0 1]\n[3 5 4]\n[7 1 6]\n\nKernel (2x2):\n\n[1 0]\n[0 2]\n\nResultado:\n\n[12 8]\n[5 17]\n';
    for (const at of ['[3 5', '[0 2', '[5 17'])
      expect(layer({ text, languageId: 'markdown', cursor: text.indexOf(at) })).toMatchObject({
        roles: { x: { values: IMAGE }, w: { values: KERNEL } },
      });
  });

  it('an array without a name in a sentence is of the layer with the named kernel', () => {
    const text = '- 将 [[2,0,1],[3,5,4],[7,1,6]] 与卷积核 [[1,0],[0,2]] 做卷积，得到 [[12,8],[5,17]]。\n';
    expect(layer({ text, languageId: 'markdown', cursor: text.indexOf('3,5,4') })).toMatchObject({
      roles: { x: { values: IMAGE }, w: { values: KERNEL } },
    });
  });

  const FILTERS: readonly (readonly [languageId: string, text: string, at: string])[] = [
    ['markdown', 'The 3×3 Laplacian [[0,1,0],[1,-4,1],[0,1,0]] is a filter for edges.\n', '1,-4'],
    ['plaintext', 'conv1: weight (1,1,2,2):\n[[[[0.1 0.2]\n   [0.3 0.5]]]]\n', '0.3 0.5'],
    [
      'csharp',
      'var kernel = new float[3, 3]\n{\n    { -1, -1, -1 },\n    { -1,  8, -1 },\n};\nrun(kernel);\n',
      '8, -1',
    ],
  ];

  it.each(FILTERS)('a filter at the cursor is not the input of another one: %s', (languageId, text, at) => {
    expect(openText({ text, languageId, cursor: text.indexOf(at) }).kind).not.toBe('layer');
  });
});

describe('an array that a call gets in another shape', () => {
  const TEXTS: readonly (readonly [title: string, made: string])[] = [
    ['by a method', 'batch = data.reshape(1, 1, 3, 3)'],
    ['by a function', 'batch = torch.reshape(data, (1, 1, 3, 3))'],
    ['in two steps', 'plane = data.unsqueeze(0)\nbatch = plane.unsqueeze(0)'],
  ];

  it.each(TEXTS)('is opened with the call: %s', (_, made) => {
    const text = `import torch\nimport torch.nn.functional as F\ndata = torch.tensor([[2., 0., 1.], [3., 5., 4.], [7., 1., 6.]])\nw = torch.tensor([[[[1., 0.], [0., 2.]]]])\n${made}\nprint(F.conv2d(batch, w))\n`;
    expect(layer({ text, languageId: 'python', cursor: text.indexOf('5., 4') })).toMatchObject({
      roles: { x: { values: IMAGE }, w: { values: KERNEL } },
    });
  });
});

describe('an array in a test of code', () => {
  it('without a known layer is not filtered at the cursor', () => {
    const text = `public class PoolTests {
  [TestMethod]
  public void Pool() {
    float[,]
      m =
      {
        { -1, 0, 1, 2 },
        { 1, 1, 1, 1 },
        { 0, -3, -5, -5 }
      };
    Shrink(m);
    Assert.IsTrue(m.ContentEquals(shrunk));
  }
}
`;
    expect(openText({ text, languageId: 'csharp', cursor: text.indexOf('-3, -5') }).kind).not.toBe('layer');
  });

  it('that is a part of another one is not opened alone', () => {
    const text = `x = reshape(cat([
    1.0 2.0 3.0
    4.0 5.0 6.0
],
[
    7.0 8.0 9.0
    1.0 2.0 3.0
], dims=3), 2, 3, 2, 1)
y = maxpool(x, pdims)
`;
    expect(openText({ text, languageId: 'julia', cursor: text.indexOf('8.0') }).kind).not.toBe('array');
    expect(openText({ text, languageId: 'julia', cursor: text.indexOf('8.0') })).not.toMatchObject({
      operation: 'conv_forward',
    });
  });
});

it('a key before an array is its name: the gradient of a table of results is not an input', () => {
  const text = `const RESULTS = Dict(
    "y" => [7 17; 9 19.],
${'    "size" => [2 2],\n'.repeat(30)}    "dx" => [
        0 0 0  0;
        0 7 0 17;
        0 0 0  0;
        0 9 0 19;
        0 0 0  0.
    ],
)
@test isapprox(dx, RESULTS["dx"])
`;
  expect(openText({ text, languageId: 'julia', cursor: text.indexOf('7 0 17') })).toMatchObject({ kind: 'array' });
});
