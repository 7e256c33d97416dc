/** Functions of other files and libraries in C-like languages, whose arguments show what they are; layers of Swift; R's gsignal. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const RUST = 'let x = array![[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]];\nlet k = array![[1., 0.], [0., 1.]];\n';
const GO = 'd := mat64.NewDense(4, 4, []float64{4, 1, 0, 7, 2, 9, 3, 5, 8, 6, 1, 2, 0, 3, 11, 4})\n';

it.each([
  [
    'rust',
    `${RUST}let stride_size = (1, 2);\nlet pad = (1, 1);\nlet y = conv2d_simple(x.view(), k.view(), None, stride_size, pad);\n`,
    { stride: [1, 2], padding: 1 },
  ],
  ['rust', `${RUST}let y = x.conv(&k, None, None, None)?;\n`, { stride: 1, padding: 0 }],
  ['go', `${GO}m, _ := gocr.MaxPool(d, 2, 2)\n`, { mode: 'max', kernel: 2, stride: 2 }],
  [
    'javascript',
    'const x = [[1,2,3],[4,5,6],[7,8,9]];\nconst poolSize = 2, stride = 1;\nmaxPool(x, poolSize, stride);\n',
    { kernel: 2, stride: 1 },
  ],
  [
    'swift',
    'import TensorFlow\nlet layer = AvgPool2D<Float>(poolSize: (2, 3), strides: (1, 1), padding: .valid)\nlet input = Tensor(shape: [1, 3, 4, 1], scalars: (0..<12).map(Float.init))\nlet output = layer.inferring(from: input)\n',
    { mode: 'average', kernel: [2, 3], stride: 1, padding: 0 },
  ],
  [
    'r',
    "a <- matrix(1:16, 4, 4)\nb <- matrix(1:9, 3, 3)\nw <- wconv('2', a, b, 'same')\n",
    { padding: { top: 1, bottom: 1, left: 1, right: 1 } },
  ],
  ['rust', `${RUST}let y = conv2d_simple(&x, &k);\n`, { stride: 1, padding: 0 }],
] as const)('%s: %s', (languageId, text, options) => {
  expect(layer({ text, languageId }).options).toMatchObject(options);
});

it.each([
  ['go', `${GO}m, _ := gocr.MaxPool(d, 3, 2)\n`],
  ['go', `${GO}poolH, poolW := 2, 4\nm := max_pool(d, poolH, poolW)\n`],
  ['rust', `${RUST}let y = conv2d_simple(&x, &k, None, None);\nassert_eq!(y, array![[1., 2., 3.], [4., 5., 6.]]);\n`],
])('%s: an order that nothing shows is not assumed: %s', (languageId, text) => {
  expect(refusal({ text, languageId })[0]).toMatch(/is not supported in|another result than this layer has: \(2, 3\)/);
});

it('a test at the cursor without a call of a layer opens no other test', () => {
  const text = `mod tests {
    #[test]
    fn arrays_test() {
        let input = array![[1., 2., 3.], [4., 5., 6.]];
        println!("{:?}", input);
    }
    #[test]
    fn pool_test() {
        let x = array![[1., 2.], [4., 5.]];
        let y = max_pool2d_simple(&x, 2);
    }
}
`;
  expect(layer({ text, languageId: 'rust' }).options).toMatchObject({ mode: 'max', kernel: 2 });
  expect(refusal({ text, languageId: 'rust', cursor: text.indexOf('println') })[0]).toBe(
    'the test at the cursor has no call of a known layer',
  );
});
