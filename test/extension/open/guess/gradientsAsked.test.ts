/** Gradients that a text in another language asks for, and arrays that it only declares. */
import { expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const julia =
  'using Flux, NNlib\nx = reshape(Float32[1 2 3 4; 5 9 7 8], 2, 4, 1, 1)\nw = reshape(Float32[1 2; 3 4], 2, 2, 1, 1)\n';

it.each([
  ['gradient(x -> sum(maxpool(x, (2, 2))), x)', 'pool_backward', { dA: { values: [1, 1] } }],
  ['gradient((x, w) -> sum(conv(x, w)), x, w)', 'conv_backward', { dZ: { values: [1, 1, 1] } }],
])("Julia's %s", (call, operation, roles) => {
  expect(layer({ text: `${julia}${call}\n`, languageId: 'julia' })).toMatchObject({ operation, roles });
});

it.each(['gradient(x -> sum(abs2, maxpool(x, (2, 2))), x)', 'jacobian(x -> maxpool(x, (2, 2)), x)'])(
  'no forward pass opens for %s',
  (call) => {
    const [message] = refusal({ text: `${julia}${call}\n`, languageId: 'julia' });
    expect(message).toBe(`${call.slice(0, 8)} of maxpool is not supported`);
  },
);

it('a forward pass is named as such where the text asks for gradients', () => {
  const text =
    'use candle_core::{Device, Var};\nlet x = Var::from_slice(&[1.0, 2.0, 3.0, -1.0, 0.0, 1.0f32], (1, 1, 3, 2), dev)?;\nlet w = Var::from_slice(&[1.0, 0.0, -1.0, 2.0f32], (1, 1, 2, 2), dev)?;\nlet res = x.conv_transpose2d(&w, 0, 0, 2, 1)?;\nlet grads = res.sqr()?.sum_all()?.backward()?;\n';
  expect(layer({ text, languageId: 'rust' }).assumptions).toContain(
    'the text asks for gradients: this is the forward pass',
  );
});

it('what follows an unknown layer at the cursor is not its input', () => {
  const text = `${julia}@test other_conv2d(x) == [\n    2 15 33;\n    4 21 57]\n`;
  const request = { text, languageId: 'julia', cursor: text.indexOf('other') };
  expect(refusal(request)).toEqual(['other_conv2d is not supported', 'other_conv2d']);
});

it("early versions of NNlib name Julia's layer conv2d", () => {
  const text = `${julia}@test conv2d(x, w; padding=1) == [\n    2 15 33;\n    4 21 57]\n`;
  expect(layer({ text, languageId: 'julia', cursor: text.indexOf('conv2d(x') })).toMatchObject({
    operation: 'conv_forward',
    options: { padding: 1 },
    roles: { x: { shape: [1, 4, 2, 1] } },
  });
});

it('arrays of C that are only declared have no values', () => {
  const text =
    '#define H 6\nextern const double X[H * H], Y[9];\nstatic double Z[16];\nstatic void conv(const double *x, const double *y, double *z) {\n  for (int i = 0; i < 4; ++i)\n    for (int j = 0; j < 4; ++j) {\n      double acc = 0.0;\n      for (int a = 0; a < 3; ++a)\n        for (int b = 0; b < 3; ++b) acc += x[(i + a) * H + j + b] * y[a * 3 + b];\n      z[i * 4 + j] = acc;\n    }\n}\nint main(void) { conv(X, Y, Z); return 0; }\n';
  expect(refusal({ text, languageId: 'c' })[0]).toContain('no array is written out in this C code');
});

it.each([
  [
    'import torch\nimport torch.nn.functional as F\nx = torch.arange(16.).reshape(1, 1, 4, 4).requires_grad_()\n' +
      'c = F.conv2d(x, torch.ones(1, 1, 3, 3), padding=1)\np = F.max_pool2d(c, 2)\np.sum().backward()\n',
    'pool_backward',
  ],
  [
    'import torch\nimport torch.nn.functional as F\nx = torch.arange(16.).reshape(1, 1, 4, 4).requires_grad_()\n' +
      'c = F.conv2d(x, torch.ones(1, 1, 3, 3), padding=1)\np = F.max_pool2d(c, 2)\nloss = (p ** 2).sum()\nloss.backward()\n',
    'conv_backward',
  ],
])('the gradient of a result that is differentiated by name is that of its layer', (text, operation) => {
  expect(layer(python(text, { cursor: text.indexOf('backward') })).operation).toBe(operation);
});
