/** What the pages around code define, and reasons where a text has only sizes: Markdown's indented code, sessions, configurations. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

it('indented code of Markdown defines what a fenced block uses', () => {
  const text =
    'The kernel is\n\n    import numpy as np\n    k = np.array([[0, 1],\n                  [2, 3]])\n\nand it is applied by\n\n```python\nfrom scipy import signal\nx = np.arange(9).reshape(3, 3)\nout = signal.correlate2d(x, k, mode="valid")\n```\n';
  const { roles } = layer({ text, languageId: 'markdown', cursor: text.indexOf('out =') });
  expect(roles['w']).toMatchObject({ name: 'k', values: [0, 1, 2, 3] });
});

it("the number of a session's prompt is not an array, and an attribute asks for no layer", () => {
  const text =
    'In [1]: import numpy as np\n\nIn [2]: a = np.arange(6).reshape(2, 3)\n\nIn [3]: a.T\nOut[3]:\narray([[0, 3],\n       [1, 4],\n       [2, 5]])\n';
  for (const at of ['In [3]', 'a.T'])
    expect(openText({ text, languageId: 'plaintext', cursor: text.indexOf(at) })).toMatchObject({
      kind: 'array',
      arrays: [{ name: 'a', shape: [2, 3] }],
    });
});

it('lists of a configuration are sizes', () => {
  const text =
    '{"layers": [{"type": "conv2d", "kernel_size": [3, 3]}, {"type": "max_pool2d", "pool_size": [2, 2]}], "steps": [10, 20]}';
  expect(refusal({ text, languageId: 'json', cursor: text.indexOf('max_pool') })[0]).toBe(
    'this configures layers with sizes and options, and has no values of an input',
  );
  expect(openText({ text: '{"rows": [[1, 2], [3, 4]], "pool_size": [2, 2]}', languageId: 'json' }).kind).not.toBe(
    'refused',
  );
});

it("Keras's Input has no values", () => {
  const text =
    'from tensorflow.keras import layers, Input\ninputs = Input(shape=(8, 8, 1))\nx = layers.Conv2D(4, 3)(inputs)\ny = layers.MaxPooling2D(2)(x)\n';
  expect(refusal(python(text, { cursor: text.indexOf('y =') }))).toEqual([
    'inputs is only the shape of an input, without values',
    'layers.MaxPooling2D(2)',
  ]);
});

it("MindSpore's types are known without an import", () => {
  const text =
    '>>> x = Tensor(np.arange(9).reshape(1, 1, 3, 3), mstype.float32)\n>>> pool = nn.AvgPool2d(kernel_size=2, stride=1)\n>>> y = pool(x)\n';
  expect(layer({ text, languageId: 'plaintext', cursor: text.indexOf('y =') })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'average', kernel: 2, stride: 1 },
  });
});

it('a function of torch.autograd with setup_context', () => {
  const text =
    'import torch\nclass Own(torch.autograd.Function):\n    @staticmethod\n    def forward(x):\n        return x.clamp(min=0)\n    @staticmethod\n    def setup_context(ctx, inputs, output):\n        ctx.save_for_backward(*inputs)\n    @staticmethod\n    def backward(ctx, grad):\n        x, = ctx.saved_tensors\n        return grad * (x > 0)\nx = torch.tensor([[-1., 2.], [3., -4.]], requires_grad=True)\ny = Own.apply(x)\n(3 * y).sum().backward()\ng = x.grad\n';
  expect(layer(python(text, { cursor: text.indexOf('y = Own') }))).toMatchObject({ operation: 'relu_forward' });
  const opened = openText(python(text, { operation: 'inspect' }));
  const { arrays = [] } = opened as { arrays?: readonly { name?: string; values: readonly number[] }[] };
  expect(arrays.find(({ name }) => name === 'g')?.values).toEqual([0, 3, 3, 0]);
});

it('matrices of Octave are joined', () => {
  const text =
    'x = [1 2 7; 3 4 5];\nk = [0 1 0; 1 -4 1; 0 1 0];\np = vertcat(zeros(1, 5), horzcat(zeros(2, 1), x, zeros(2, 1)), zeros(1, 5));\ny = zeros(2, 3);\nfor i = 2:3\n  for j = 2:4\n    y(i - 1, j - 1) = sum(sum(k .* p(i - 1:i + 1, j - 1:j + 1)));\n  endfor\nendfor\n';
  expect(layer({ text, languageId: 'octave' })).toMatchObject({ operation: 'conv_forward', options: { stride: 1 } });
});
