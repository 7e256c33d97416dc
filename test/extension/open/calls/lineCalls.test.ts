/** Layers with one axis of places in C-like languages: `conv1d`, `max_pool1d`. */
import { describe, expect, it } from 'vitest';
import { layer } from '../requests';

describe('a layer along a line is one with rows of height 1', () => {
  it.each([
    [
      'typescript',
      "import * as tf from '@tensorflow/tfjs';\nconst x = tf.tensor3d([1, 2, 3, 4], [1, 4, 1]);\nconst w = tf.tensor3d([5, 6], [2, 1, 1]);\nconst y = tf.conv1d(x, w, 2, 'same', 'NWC', 1);\n",
      'conv_forward',
      { stride: [1, 2], padding: 'same_upper', dilation: [1, 1] },
      { x: [1, 1, 4, 1], w: [1, 2, 1, 1] },
      [1, 2, 3, 4],
    ],
    [
      'rust',
      'use candle_core::{Device, Tensor};\nfn main() -> Result<()> {\n    let t = Tensor::from_vec(vec![1f32, 2., 3., 4., 5., 6.], (1, 2, 3), &Device::Cpu)?;\n    let w = Tensor::from_vec(vec![1f32, 2., 3., 4.], (1, 2, 2), &Device::Cpu)?;\n    let y = t.conv1d(&w, /*padding*/ 1, 2, 1, 1)?;\n}\n',
      'conv_forward',
      { stride: [1, 2], padding: [0, 1] },
      { x: [1, 1, 3, 2], w: [1, 2, 2, 1] },
      [1, 4, 2, 5, 3, 6],
    ],
    [
      'rust',
      'use burn_tensor::module::max_pool1d;\n#[test]\nfn pools() {\n    let stride = 2;\n    let x = TestTensor::from([[[0.5, 0.25, 0.75, 0.125]]]);\n    let output = max_pool1d(x, 3, stride, 1, 1, false);\n}\n',
      'pool_forward',
      { kernel: [1, 3], stride: [1, 2], padding: [0, 1], dilation: [1, 1] },
      { x: [1, 1, 4, 1] },
      [0.5, 0.25, 0.75, 0.125],
    ],
    [
      'cpp',
      '#include <torch/torch.h>\nint main() {\n  auto x = torch::tensor({{{1., 2., 3., 4., 5.}}});\n  auto y = torch::avg_pool1d(x, 2, 1);\n}\n',
      'pool_forward',
      { mode: 'average', kernel: [1, 2], stride: [1, 1] },
      { x: [1, 1, 5, 1] },
      [1, 2, 3, 4, 5],
    ],
  ] as const)('%s: %s', (languageId, text, operation, options, shapes, values) => {
    const opened = layer({ text, languageId });
    expect(opened).toMatchObject({ operation, options });
    for (const [role, shape] of Object.entries(shapes)) expect(opened.roles[role]!.shape).toEqual(shape);
    expect([...opened.roles.x!.values]).toEqual(values);
  });
});

describe('TensorFlow.js states pads of four axes and sizes of results', () => {
  const head = "import * as tf from '@tensorflow/tfjs';\n";

  it('a cast of the pads changes nothing', () => {
    const text = `${head}const x = tf.tensor3d([0, 1, 2, 3, 4, 5, 6, 7, 8], [3, 3, 1]);\nconst pads = [[0, 0], [1, 2], [0, 1], [0, 0]] as tf.backend_util.ExplicitPadding;\nconst y = tf.maxPool(x, 3, 1, pads);\n`;
    expect(layer({ text, languageId: 'typescript' }).options).toMatchObject({
      kernel: 3,
      padding: { top: 1, bottom: 2, left: 0, right: 1 },
    });
  });

  it('the result (3, 3) of a transposed convolution of 2 × 2 with stride 2 leaves out a row and a column', () => {
    const text = `${head}const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);\nconst w = tf.tensor4d([1, 2, 3, 4], [2, 2, 1, 1]);\nconst y = tf.conv2dTranspose(x, w, [1, 3, 3, 1], 2, 'same');\n`;
    expect(layer({ text, languageId: 'typescript' }).options).toMatchObject({
      stride: 2,
      padding: { top: 0, bottom: 1, left: 0, right: 1 },
      outputSize: [3, 3],
    });
  });

  it('a tensor3d of one number has the shape that is its second argument', () => {
    const text = `${head}const x = tf.tensor3d([1, 2, 3], [1, 3, 1]);\nconst w = tf.tensor3d([7], [1, 1, 1]);\nconst y = tf.conv1d(x, w, 1, 'valid');\n`;
    expect([...layer({ text, languageId: 'typescript' }).roles.w!.values]).toEqual([7]);
  });
});

describe('a gradient that other geometries have too', () => {
  it('is not read with a stride that the call of the text does not have', () => {
    const text =
      'use burn_tensor::module::max_pool1d;\n#[test]\nfn backward() {\n    let x = TestTensor::from_data([[[0.9, 0.5, 0.4, 0.1, 0.3, 0.8]]], &device).require_grad();\n    let x_grad_expected = TestTensor::from_data([[[1., 1., 0., 0., 0., 1.]]], &device);\n    let output = max_pool1d(x.clone(), 4, 1, 0, 1, false);\n    let grads = output.backward();\n}\n';
    const opened = layer({ text, languageId: 'rust', cursor: text.indexOf('let output') });
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { kernel: [1, 4], stride: [1, 1] } });
  });

  it('of ReLU is that of the array with the name of a gradient', () => {
    const text =
      "test('gradient', () => {\n  const dA = [[2, -1, 3]];\n  const cache = [[1, -1, 1]];\n  expect(reluBackward(dA, cache)).toEqual([[2, 0, 3]]);\n});\n";
    const opened = layer({ text, languageId: 'typescript' });
    expect(opened.operation).toBe('relu_backward');
    expect(opened.roles.x!.values).toEqual([1, -1, 1]);
  });
});

it('a test that shows the result of ReLU twice opens ReLU', () => {
  const text =
    'using Test\nfunction TestRelu()\n    x = [1.0 -0.5; -2.0 3.0]\n    f = forward(relu, x)\n    b = backward(relu, x)\n    @test f == [1.0 0; 0 3.0]\n    @test b == [1.0 0; 0 3.0]\nend\n';
  const opened = layer({ text, languageId: 'julia', cursor: text.indexOf('f = forward') });
  expect(opened.operation).toBe('relu_forward');
  expect(opened.roles.x!.values).toEqual([1, -0.5, -2, 3]);
});
