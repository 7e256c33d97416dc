/** The test at the cursor is read without the others of its file; tests of Futhark, F#, Haskell and Elixir. */
import { expect, it } from 'vitest';
import { codeLanguage } from '../../../../core/read/documents/codeLanguage';
import { layer, refusal } from '../requests';

const POOLED = `public class PoolTests
{
    [TestMethod]
    public void Square()
    {
        float[,] m = { { 4, 1, 0, 2, 5, 3, 2, 2, 0, 0, 7, 6, 1, 2, 0, 9 } },
            r = { { 5, 2, 2, 9 } };
        Layer.PoolingForward(m, Info(4, 4), result);
        Assert.IsTrue(result.ContentEquals(r));
        Layer.PoolingBackward(m, r, m);
        float[,] expected = { { 0, 0, 0, 0, 5, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 9 } };
        Assert.IsTrue(m.ContentEquals(expected));
    }

    [TestMethod]
    public void Odd()
    {
        float[,] m = { { 1, 2, 8, 4, 5, 6, 7, 3, 9 } },
            r = { { 5, 8, 7, 9 } };
        Layer.PoolingForward(m, Info(3, 3), result);
        Assert.IsTrue(result.ContentEquals(r));
    }
}
`;

it('opens the layer of the test at the cursor, not one with the same call in another test', () => {
  const at = (text: string): unknown[] => {
    const { operation, roles } = layer({ text: POOLED, languageId: 'csharp', cursor: POOLED.indexOf(text) });
    return [operation, roles['x']?.values.slice(0, 4)];
  };
  expect(at('Layer.PoolingForward(m, Info(4, 4)')).toEqual(['pool_forward', [4, 1, 0, 2]]);
  expect(at('public void Odd')).toEqual(['pool_forward', [1, 2, 8, 4]]);
});

it('does not report arrays with the same name in other tests, and keeps the functions that the test calls', () => {
  const test = (name: string, first: number): string => `void Check_${name}Test() {
    float input[] = {${first}, 2, 3, 4};
    float weights[] = {1, 0, 0, 2};
    float output[1];
    conv_layer(2, 2, input, weights, output);
    input[0] = 7;
}
`;
  const text = `float* testWeights() {
    static float weights[] = {1, 0, 0, 2};
    return weights;
}
${test('first', 5)}void secondTest() {
    float input[] = {1, 2, 0, 4, 3, 1, 0, 2, 2};
    float kernel[] = {1, 0, 0, 2};
    float expected[] = {7, 4, 8, 7};
    conv_layer(3, 3, input, kernel, output);
    assert_close(output, expected);
}
`;
  const opened = layer({ text, languageId: 'c', cursor: text.indexOf('conv_layer(3') });
  expect(opened.roles['x']?.values).toEqual([1, 2, 0, 4, 3, 1, 0, 2, 2]);
  expect(opened.assumptions.join()).not.toContain('is changed');
});

const FUTHARK = `let conv = layers.conv2d 1 3 3 2 1 2 act

-- ==
-- entry: forward
-- input { [[[[1.0, 2.0, 3.0],
--            [4.0, 5.0, 6.0],
--            [7.0, 8.0, 9.0]]]]
--
--         [[1.0, 0.0, 0.0, 1.0],
--          [0.0, 1.0, 2.0, 0.0]]
--
--         [1.0, 2.0] }
-- output {[[[[7.0, 9.0],
--            [13.0, 15.0]],
--           [[12.0, 15.0],
--            [21.0, 24.0]]]]}

entry forward (data: [][][][]f64) w b = (conv.forward (w, b) data).1

-- ==
-- entry: pooled
-- input { [[[[1.0, 2.0, 3.0, 9.0],
--            [4.0, 5.0, 6.0, 2.0]]]] }
-- output { [[[[5.0, 9.0]]]] }
entry pooled input = (max_pooling.forward input).1
`;

it('a test of Futhark has its values in comments, and one filter in each row of the weights', () => {
  const forward = layer({ text: FUTHARK, languageId: 'futhark', cursor: FUTHARK.indexOf('entry forward') });
  expect(forward.operation).toBe('conv_forward');
  expect(forward.roles).toMatchObject({
    x: { shape: [1, 3, 3, 1] },
    w: { shape: [2, 2, 1, 2], values: [1, 0, 0, 1, 0, 2, 1, 0] },
    b: { values: [1, 2] },
  });
  const pooled = layer({ text: FUTHARK, languageId: 'futhark', cursor: FUTHARK.indexOf('entry pooled') });
  expect(pooled.roles['x']?.values).toEqual([1, 2, 3, 9, 4, 5, 6, 2]);
});

it('F# and Haskell are not evaluated as Python: the result of the text shows its layer', () => {
  const fsharp = `let t = combo.tensor([[[1.5, 4.0, 2.0, -1.0, 0.5, 3.0]]])
let k2Correct = combo.tensor([[[4.0, 2.0, 3.0]]])
let k2 = dsharp.maxpool1d(t, 2) // k2 = 5
Assert.CheckEqual(k2Correct, k2)
`;
  expect(layer({ text: fsharp, languageId: 'fsharp' })).toMatchObject({
    operation: 'pool_forward',
    options: { mode: 'max', kernel: [1, 2] },
  });
  const haskell = `test handle = describe "convolution2d" $ do
  let filter = [1, 2,
                0, 3] :: [CFloat]
      fmap = [1, 0, 2,
              4, 5, 1,
              2, 8, 9] :: [CFloat] -- fmap = [9]
      expected_out = [16, 7,
                      38, 34] :: [CFloat]
  result <- convolution2d handle (1,1) (0,0) fmap filter
  result \`shouldBe\` expected_out
`;
  const { roles } = layer({ text: haskell, languageId: 'haskell', cursor: haskell.indexOf('result <-') });
  expect([roles['x']?.values, roles['w']?.values]).toEqual([
    [1, 0, 2, 4, 5, 1, 2, 8, 9],
    [1, 2, 0, 3],
  ]);
});

it('lists of F# have semicolons, and signals of a 1-D layer have examples and channels', () => {
  const text = `[<Test>]
member _.TestPadded () =
    let t1 = combo.tensor([9.0; 9.0; 9.0])
    let t3Correct = combo.tensor([1.0; 2.0])

[<Test>]
member _.TestConv1D () =
    let t1 = combo.tensor([[[1.0; 0.0; 2.0];
                            [3.0; 1.0; 1.0]];

                           [[0.5; 2.0; 1.0];
                            [0.0; 4.0; 1.0]]])
    let t2 = combo.tensor([[[1.0; 2.0];
                            [0.0; 1.0]]])
    let t3 = dsharp.conv1d(t1, t2)
    let t3Correct = combo.tensor([[[2.0; 5.0]]; [[8.5; 5.0]]])
    Assert.True(t3.allclose(t3Correct, 0.01))
`;
  const { roles } = layer({ text, languageId: 'fsharp', cursor: text.indexOf('dsharp.conv1d') });
  expect(roles).toMatchObject({
    x: { shape: [2, 1, 3, 2], values: [1, 3, 0, 1, 2, 1, 0.5, 0, 2, 4, 1, 1] },
    w: { shape: [1, 2, 2, 1], values: [1, 0, 2, 1] },
  });
});

it('an assignment among the arguments of JavaScript is the argument of its place', () => {
  const code = `const x = tf.tensor4d([[
[[1], [2]],
[[3], [4]],
]]);
console.log(x.shape);
const w = tf.tensor4d([[[[1]], [[2]]], [[[0]], [[1]]]]);
output = tf.conv2d(x, w, strides=1, 'same');
output.print();
`;
  const inWords = `TensorFlow.js: tf.conv2d() computes a convolution.\nJavascript\n// The library\nimport * as tf from "tfjs"\n${code}`;
  for (const request of [
    { text: `import * as tf from 'tfjs'\n${code}`, languageId: 'javascript' },
    { text: inWords, languageId: 'markdown' },
  ])
    expect(layer(request)).toMatchObject({
      options: { stride: 1, padding: 'same_upper' },
      roles: { x: { values: [1, 2, 3, 4] }, w: { values: [1, 2, 0, 1] } },
    });
});

it('methods of Java that are below their calls compute their layer, and no other one', () => {
  const text = `public class Filters {
    public static void main(String[] args) {
        int[][] image = {{4, 4, 6, 8}, {4, 6, 15, 9}, {12, 13, 1, 0}, {7, 7, 8, 10}};
        int[][] mask = {{1, 2, 1}, {2, 4, 2}, {1, 0, 1}};
        int[][] out = new int[2][2];
        convTwice(image, mask, out);
        convolution(image, mask, out);
    }

    static void convTwice(int[][] a, int[][] b, int[][] c) {
        for (int i = 0; i < 2; i++)
            for (int j = 0; j < 2; j++)
                c[i][j] = a[i][j] * a[i][j] - b[i][j];
    }

    static void convolution(int[][] a, int[][] b, int[][] c) {
        for (int i = 1; i < a.length - 1; i++) {
            for (int j = 1; j < a[0].length - 1; j++) {
                int sum = 0;
                for (int x = 0; x < 3; x++)
                    for (int y = 0; y < 3; y++)
                        sum += a[i - 1 + x][j - 1 + y] * b[x][y];
                c[i - 1][j - 1] = sum;
            }
        }
    }
}
`;
  const at = (part: string) => ({ text, languageId: 'java', cursor: text.indexOf(part) });
  for (const request of [at('convolution(image'), { text, languageId: 'java' }])
    expect(layer(request)).toMatchObject({
      operation: 'conv_forward',
      options: { stride: 1, padding: 0 },
      roles: { w: { values: [1, 2, 1, 2, 4, 2, 1, 0, 1] } },
    });
  expect(refusal(at('convTwice(image'))[0]).toBe('convTwice of the text computes no layer that can be shown');
});

it('of several sections with numbers, the pair of matrices at the cursor is read', () => {
  const text = `1. Images

A grayscale image for a convolution:

10 20 30
40 50 60
70 80 90

2. Filters

A kernel is a small matrix such as:

1 0
0 1

3. How it works

Image patch

1 2 3
4 5 6
7 8 9

Kernel

1 0
0 2

Multiply and sum.

4. Definition

The kernel slides over the image.
`;
  const { roles } = layer({ text, languageId: 'markdown', cursor: text.indexOf('Image patch') });
  expect([roles['x']?.values, roles['w']?.values]).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 0, 0, 2],
  ]);
});

it('of two checks in a test of Elixir the one at the cursor is opened', () => {
  const text = `test "valid" do
  t1 = Nx.iota({1, 1, 3, 3}, type: {:f, 32})
  k1 = Nx.iota({1, 1, 2, 2}, type: {:f, 32})
  k2 = Nx.iota({2, 1, 2, 2}, type: {:f, 32})

  assert Nx.conv(t1, k1, strides: [1, 1], padding: :valid) ==
           Nx.tensor([[[[19.0, 25.0], [37.0, 43.0]]]], type: {:f, 32})

  assert Nx.conv(t1, k2, strides: [1, 1], padding: :valid) ==
           Nx.tensor([[[[19.0, 25.0], [37.0, 43.0]], [[51.0, 73.0], [117.0, 139.0]]]], type: {:f, 32})
end
`;
  const filters = (name: string): unknown =>
    layer({ text, languageId: 'elixir', cursor: text.indexOf(`Nx.conv(t1, ${name}`) }).roles['w']?.shape;
  expect([filters('k1'), filters('k2')]).toEqual([
    [2, 2, 1, 1],
    [2, 2, 1, 2],
  ]);
});

it('a flat image that is transposed stays flat', () => {
  const text = `val image = arrayOf(
    arrayOf(1.0, 2.0, 0.0),
    arrayOf(4.0, 3.0, 1.0),
    arrayOf(0.0, 2.0, 2.0)
).toMatrix().matrixFlatten().transpose()
val expected = arrayOf(arrayOf(4.0, 3.0), arrayOf(4.0, 3.0))
val pool = MaxPool(poolSize = 2, stride = 1)
val output = pool.response(image)
`;
  expect(layer({ text, languageId: 'kotlin' }).roles['x']?.values).toEqual([1, 2, 0, 4, 3, 1, 0, 2, 2]);
});

it('unmarked code of OCaml and Futhark is not taken for JavaScript or Python', () => {
  expect(codeLanguage('let test shape =\n  let inp = N.sequential shape in\n  N.conv2d inp [| 1; 1 |]\n')).toBe(
    'ocaml',
  );
  expect(codeLanguage(FUTHARK)).toBe('futhark');
});
