/** ReLU in languages other than Python: called by its name, or known by the result that a test expects. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const values = [-2, 5, 0.5, -7];

it.each([
  ['javascript', 'const z = tf.tensor2d([[-2, 5], [0.5, -7]]);\nconst a = tf.relu(z);\n'],
  ['typescript', 'const z = [[-2, 5], [0.5, -7]];\nconst a = relu(z);\n'],
  ['cpp', 'auto z = torch::tensor({{-2.0, 5.0}, {0.5, -7.0}});\nauto a = torch::relu(z);\n'],
  ['cpp', 'MatrixXd z(2, 2);\nz << -2, 5, 0.5, -7;\nReLU act;\nauto a = act.forward(z);\n'],
  ['csharp', 'var z = new float[,] { { -2f, 5f }, { 0.5f, -7f } };\nvar act = new ReLU();\nvar a = act.Forward(z);\n'],
  ['rust', 'let z = Tensor::new(&[[-2f32, 5.], [0.5, -7.]], &Device::Cpu)?;\nlet a = z.relu()?;\n'],
  ['julia', 'using Flux\nz = [-2.0 5.0; 0.5 -7.0]\na = relu.(z)\n'],
  ['matlab', 'z = dlarray([-2 5; 0.5 -7]);\na = relu(z);\n'],
  ['r', 'z <- torch_tensor(rbind(c(-2, 5), c(0.5, -7)))\na <- nnf_relu(z)\n'],
])('%s: ReLU of a 2×2 matrix', (languageId, text) => {
  const { operation, roles } = layer({ text, languageId });
  expect([operation, roles['x']?.values]).toEqual(['relu_forward', values]);
});

it('an activation behind a convolution is a part of it', () => {
  const text = `const x = tf.tensor4d([1, -2, 3, 4], [1, 2, 2, 1]);
const w = tf.tensor4d([2], [1, 1, 1, 1]);
const y = tf.relu(tf.conv2d(x, w, 1, 'same'));
`;
  expect(layer({ text, languageId: 'javascript' }).operation).toBe('conv_forward');
});

const backward = (expected: string): string => `test('passes the gradient', () => {
  const dA = [[3, -1], [2, 8]];
  const cache = [[-2, 5], [0.5, -7]];
  expect(reluBackward(dA, cache)).toEqual(${expected});
});
`;

it('a gradient of ReLU by the result of its test', () => {
  const { operation, roles } = layer({ text: backward('[[0, -1], [2, 0]]'), languageId: 'typescript' });
  expect([operation, roles['x']?.values, roles['dA']?.values]).toEqual(['relu_backward', values, [3, -1, 2, 8]]);
});

it('another result is not that of ReLU', () => {
  expect(openText({ text: backward('[[0, -1], [2, 1]]'), languageId: 'typescript' }).kind).not.toBe('layer');
  const leaky = 'z = [-2.0 5.0; 0.5 -7.0]\n@test forward(relu, z) == [-0.2 5.0; 0.5 -0.7]\n';
  expect(openText({ text: leaky, languageId: 'julia' }).kind).not.toBe('layer');
});

it('an object of a class of the text: C++ and Julia', () => {
  const text = `Relu act(params);
MatrixN x(2, 2);
x << -2, 5, 0.5, -7;
MatrixN dout(2, 2);
dout << 3, -1, 2, 8;
MatrixN dx(2, 2);
dx << 0, -1, 2, 0;
compare(act.backward(dout, cache), dx);
`;
  expect(layer({ text, languageId: 'cpp' })).toMatchObject({ operation: 'relu_backward', roles: { x: { values } } });
  const julia = 'z = [-2.0 5.0; 0.5 -7.0]\nlayer = ReLU(nothing)\n@test forward(relu, z) == [0 5.0; 0.5 0]\n';
  expect(layer({ text: julia, languageId: 'julia' })).toMatchObject({
    operation: 'relu_forward',
    roles: { x: { values } },
  });
});

it('a gradient that is positive where the input is gives what ReLU of it would: still a gradient', () => {
  const head = 'import numpy as np\nz = np.array([[-2., 5], [0.5, -7]])\ndA = np.array([[-3., 1], [2, -8]])\n';
  const own = 'def relu_backward(dA, cache):\n    z = cache\n    return dA * (z > 0)\n';
  const opened = layer({ text: `${head}${own}dz = relu_backward(dA, z)\n`, languageId: 'python' });
  expect([opened.operation, Array.from(opened.roles['x']?.values ?? []), opened.roles['dA']?.name]).toEqual([
    'relu_backward',
    values,
    'dA',
  ]);
  const kept =
    'class Relu:\n    def forward(self, x):\n        self.mask = x > 0\n        self.x = x\n        return x * self.mask\n';
  const forward = layer({ text: `${head}${kept}a = Relu().forward(z)\n`, languageId: 'python' });
  expect(forward.operation).toBe('relu_forward');
  const test = backward('[[0, 5], [2, 0]]').replace('[[3, -1], [2, 8]]', '[[-3, 5], [2, -8]]');
  expect(layer({ text: test, languageId: 'typescript' }).operation).toBe('relu_backward');
});

it('own functions that map rows: Rust', () => {
  const text = `fn rectify(x: &[Vec<f32>]) -> Vec<Vec<f32>> {
    x.iter().map(|row| row.iter().map(|&v| v.max(0.0)).collect()).collect::<Vec<_>>()
}

fn main() {
    let z = vec![vec![-2.0, 5.0], vec![0.5, -7.0]];
    let a = rectify(&z);
}
`;
  const { operation, roles } = layer({ text, languageId: 'rust' });
  expect([operation, roles['x']?.values]).toEqual(['relu_forward', values]);
});
