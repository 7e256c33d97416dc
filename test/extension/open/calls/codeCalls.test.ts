/** Layer calls of C++, Go, JavaScript and Rust on arrays that the text holds. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const opened = (languageId: string, text: string, callee: string) =>
  layer({ text, languageId, cursor: text.lastIndexOf(callee) });

describe('layer calls of C-like languages', () => {
  it('of libtorch: functions, options and methods', () => {
    const text = `
#include <torch/torch.h>
namespace F = torch::nn::functional;
int main() {
  auto x = torch::arange(16, torch::kFloat).reshape({1, 1, 4, 4});
  auto w = torch::tensor({{{{1.0, 2.0}, {3.0, 4.0}}}});
  auto y = F::max_pool2d(x, F::MaxPool2dFuncOptions(3).stride(1).padding(1));
  auto z = torch::conv2d(x, w, /*bias=*/{}, /*stride=*/2, 1);
  auto p = torch::avg_pool2d(x * 2 + 1, {2, 2});
}`;
    expect(opened('cpp', text, 'F::max').options).toMatchObject({ kernel: 3, stride: 1, padding: 1 });
    const { roles, options } = opened('cpp', text, 'torch::conv2d');
    expect(options).toMatchObject({ stride: 2, padding: 1 });
    expect(roles['w']).toMatchObject({ shape: [2, 2, 1, 1], values: [1, 2, 3, 4] });
    expect(opened('cpp', text, 'torch::avg').roles['x']?.values.slice(0, 3)).toEqual([1, 3, 5]);
  });

  it('of candle, whose padding comes before the stride', () => {
    const text = `
use candle_core::{Device, Tensor};
fn main() -> Result<()> {
    let dev = &Device::Cpu;
    let t = Tensor::from_slice(&[0.5f32, -1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], (1, 1, 3, 3), dev)?;
    let w = Tensor::new(&[1f32, 2., 3., 4.], dev)?.reshape((1, 1, 2, 2))?;
    let res = t.conv2d(&w, 1, 2, 1, 1)?;
}`;
    const { roles, options } = opened('rust', text, 't.conv2d');
    expect(options).toMatchObject({ padding: 1, stride: 2 });
    expect(roles['x']?.values.slice(0, 3)).toEqual([0.5, -1.5, 2]);
  });

  it('of Gorgonia, whose package has another name', () => {
    const text = `import (
	"gorgonia.org/gorgonia"
	nnops "gorgonia.org/gorgonia/ops/nn"
)
x := gorgonia.NodeFromAny(g, tensor.New(tensor.WithShape(1, 1, 2, 3), tensor.WithBacking([]float32{0, 1, 2, 3, 4, 5})))
k := gorgonia.NodeFromAny(g, tensor.New(tensor.WithShape(1, 1, 2, 2), tensor.WithBacking([]float32{1, 2, 3, 4})))
y := gorgonia.Must(nnops.Conv2d(x, k, []int{2, 2}, []int{0, 0}, []int{1, 2}, []int{1, 1}))`;
    expect(opened('go', text, 'nnops.').options).toMatchObject({ stride: [1, 2], padding: 0 });
  });

  it('of transposed layers, in chains over several lines', () => {
    const text = `
use candle_core::{Device, Tensor};
fn conv_transpose2d(dev: &Device) -> Result<()> {
    let t = Tensor::new(&[1f32, 2., 3., 4.], dev)?
        .reshape((1, 1, 2, 2))?;
    let w = Tensor::new(&[1f32, 0., 2., -1.], dev)?.reshape((1, 1, 2, 2))?;
    let res = t
        .reshape((1, 1, 2, 2))?
        .conv_transpose2d(&w, 0, 1, 2, 1)?;
}`;
    const { operation, options } = opened('rust', text, '.conv_transpose2d');
    expect(operation).toBe('conv_transpose_forward');
    expect(options).toMatchObject({ stride: 2, padding: 0, outputPadding: 1 });
  });

  it('of burn, with variables', () => {
    const text = `
let kernel_size_1 = 3;
let x = TestTensor::from([[[[0.5, 0.25], [1.0, 2.0], [3.0, 4.0]]]]);
let output = max_pool2d(x, [kernel_size_1, 1], [1, 2], [1, 0], [1, 1], false);`;
    expect(opened('rust', text, 'max_pool2d').options).toMatchObject({
      kernel: [3, 1],
      stride: [1, 2],
      padding: [1, 0],
    });
  });

  it('of TensorFlow.js, with channels last', () => {
    const text = `
const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
const w = tf.tensor4d([1, 0, 0, -1], [2, 2, 1, 1]);
it('a', async () => {
  const pad = 'same';
  const y = tf.conv2d(x, w, [1, 1], pad);
  const z = x.avgPool([2, 2], 1, 'same');
});`;
    expect(opened('javascript', text, 'tf.conv2d').options).toMatchObject({ stride: 1, padding: 'same_upper' });
    expect(opened('javascript', text, 'x.avgPool').options).toMatchObject({ mode: 'average', countIncludePad: false });
  });

  it('of gorgonia', () => {
    const text = `
func TestMaxPool2D(t *testing.T) {
	for _, dt := range dts {
		x := NewTensor(g, dt, 4, WithShape(1, 2, 3, 4), WithInit(RangedFrom(0)))
		y, err := MaxPool2D(x, tensor.Shape{2, 2}, []int{0, 0}, []int{1, 1})
	}
}`;
    const { roles, options } = opened('go', text, 'MaxPool2D(');
    expect(options).toMatchObject({ kernel: 2, padding: 0, stride: 1 });
    expect(roles['x']?.shape).toEqual([1, 3, 4, 2]);
  });

  it('names the order that it takes for an unknown library', () => {
    const text = `
float ip[] = {0, 1, 2, 3, 4, 5, 6, 7, 8};
auto input = Tensor::create_from(ip, {1, 1, 3, 3});
auto output = input.conv2d(Tensor::ones({ 2, 1, 2, 2 }), Tensor::zeros({2}), {1, 1}, {0, 0});`;
    expect(opened('cpp', text, 'input.conv2d').assumptions).toContain(
      "the order of the arguments of input.conv2d is taken as PyTorch's",
    );
  });
});

describe('an array that is not certain', () => {
  const call = 'const y = tf.maxPool(x, 2, 2, 0);';
  it.each([
    ['is drawn', `const x = tf.randomNormal([1, 4, 4, 1]);\n${call}`],
    ['is a parameter', `const x = tf.ones([1, 2, 2, 1]);\nfunction f(x) {\n  ${call}\n}`],
    ['is of another block', `function f() {\n  const x = tf.ones([1, 2, 2, 1]);\n}\nfunction g() {\n  ${call}\n}`],
    ['is changed by an index', `let a = [[[[1], [2]]]];\na[0][0][0][1] = 5;\nconst x = tf.tensor(a);\n${call}`],
    ['is given to a function', `const a = [[[[1], [2]]]];\nrotate(a);\nconst x = tf.tensor(a);\n${call}`],
    ['has a condition', `const x = big ? tf.ones([1, 2, 2, 1]) : tf.zeros([1, 2, 2, 1]);\n${call}`],
    ['is assigned in a block', `let x = tf.ones([1, 2, 2, 1]);\nif (big) {\n  x = tf.zeros([1, 2, 2, 1]);\n}\n${call}`],
  ])('is refused where it %s', (_, text) => {
    expect(openText({ text, languageId: 'javascript' })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('the argument x of tf.maxPool is not known') as string,
    });
  });
});

describe('an unknown library with another order', () => {
  it('is refused where a number is in the place of the bias', () => {
    const text =
      'const x = sm.full([1, 1, 3, 3], 1).requireGrad()\nconst y = sm.conv2d(x, sm.full([1, 1, 2, 2], 1), 1, 1, 0, 0)';
    expect(openText({ text, languageId: 'typescript' })).toMatchObject({
      kind: 'refused',
      message: 'a number as the bias of sm.conv2d is not supported',
    });
  });
});

describe('objects of pooling layers', () => {
  it.each([
    [
      'javascript',
      'const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);\nconst p = tf.layers.maxPooling2d({poolSize: [2, 2], strides: [1, 1]});\np.apply(x).print();',
    ],
    [
      'javascript',
      'const x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);\ntf.layers.maxPooling2d({poolSize: 2, strides: 1}).apply(x).print();',
    ],
    [
      'cpp',
      'auto x = torch::ones({1, 1, 2, 2});\ntorch::nn::MaxPool2d pool(torch::nn::MaxPool2dOptions(2).stride(1));\nauto y = pool->forward(x);',
    ],
    [
      'rust',
      'use burn::nn::pool::MaxPool2dConfig;\nlet x = Tensor::<B, 4>::from_data([[[[1.0, 2.0], [4.0, 5.0]]]], &device);\nlet pool = MaxPool2dConfig::new([2, 2]).with_strides([1, 1]).init();\nlet y = pool.forward(x);',
    ],
  ])('are read in %s', (languageId, text) => {
    expect(layer({ text, languageId }).options).toMatchObject({ mode: 'max', kernel: 2, stride: 1 });
  });
});

describe('other libraries', () => {
  it('OpenCV reflects the image at its border', () => {
    const text = [
      'float data[9] = {1, 2, 3, 4, 5, 6, 7, 8, 9};',
      'cv::Mat src(3, 3, CV_32F, data);',
      'cv::Mat kernel = (cv::Mat_<float>(3, 3) << 0, -1, 0, -1, 5, -1, 0, -1, 0);',
      'cv::filter2D(src, dst, -1, kernel);',
    ].join('\n');
    const { roles, options } = opened('cpp', text, 'cv::filter2D');
    expect(roles['w']?.values).toEqual([0, -1, 0, -1, 5, -1, 0, -1, 0]);
    expect(options).toMatchObject({ paddingMode: 'reflect', padding: { top: 1, bottom: 1, left: 1, right: 1 } });
  });

  it('tch has types in a tuple', () => {
    const text =
      'use tch::{Tensor, Kind};\nlet x = Tensor::arange(4, (Kind::Float, Device::Cpu)).view([1, 1, 2, 2]);\nlet p = x.avg_pool2d(&[2, 2], &[2, 2], &[0, 0], false, true, None);';
    expect(opened('rust', text, 'x.avg').roles['x']?.values).toEqual([0, 1, 2, 3]);
  });
});

describe('TensorFlow.js and gorgonia', () => {
  it('pads single sides, also by more than half of a window', () => {
    const text =
      'const x = tf.tensor3d([0, 1, 2, 3, 4, 5, 6, 7, 8], [3, 3, 1]);\nconst y = tf.avgPool(x, 3, 1, [[0, 0], [1, 2], [0, 1], [0, 0]]);';
    expect(layer({ text, languageId: 'javascript' }).options).toMatchObject({
      padding: { top: 1, bottom: 2, left: 0, right: 1 },
    });
    const go =
      'x := NewTensor(g, Float32, 4, WithShape(1, 1, 3, 3), WithInit(RangedFrom(0)))\ny, err := MaxPool2D(x, []int{3, 3}, []int{2, 2}, []int{1, 1})';
    expect(layer({ text: go, languageId: 'go' }).options).toMatchObject({
      padding: { top: 2, bottom: 2, left: 2, right: 2 },
    });
  });

  it.each([
    ['javascript', 'const x = tf.ones([1, 2, 2, 1]);\nconst g = tf.grads((x: tf.Tensor4D) => x.maxPool(2, 2, 0));'],
    ['rust', 'let x = candle_core::Tensor::ones((1, 1, 2, 2), dev)?;\nlet f = |x| x.max_pool2d(2);'],
  ])('a parameter of a function is not the variable in %s', (languageId, text) => {
    expect(openText({ text, languageId }).kind).toBe('refused');
  });
});

describe('code that ends too early', () => {
  it.each(['[[[[1.0, pool.forward(x);', '[[1.0; ', '{{1, {2, ', '((1, ('])('is read to its end: %s', (rest) => {
    const text = `let pool = MaxPool2dConfig::new([2, 2]).with_strides( x = Tensor::<B, 4>::from_data(${rest}\nlet y = pool.forward(x);`;
    expect(openText({ text, languageId: 'rust' }).kind).toBe('refused');
  });
});

it.each(["require('@tensorflow/tfjs')", "await import('@tensorflow/tfjs')"])(
  'a module is not a tensor: const tf = %s',
  (made) => {
    const text = `const tf = ${made};\nconst x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);\nconst y = tf.maxPool(x, 2, 1, 'valid');\n`;
    expect(opened('javascript', text, 'tf.maxPool').options).toMatchObject({ kernel: 2, stride: 1 });
  },
);
