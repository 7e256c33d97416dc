/** Tests of C++ next to others, vectors in them, and gradients, which are not inputs. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const ROW = `CONV1_SAME_TEST_CASE("conv1d/same") {
    std::vector<float> a = {1.0, 2.0, 3.0, 0.0, 0.5, 2.0};
    std::vector<float> b = {0.0, 0.5, 1.0, 0.0};
    std::vector<float> c(6);
    apply(a, b, c, 2, 3);
    REQUIRE_EQUALS(c[0], 2.0);
    REQUIRE_EQUALS(c[1], 3.5);
    REQUIRE_EQUALS(c[2], 3.0);
    REQUIRE_EQUALS(c[3], 0.25);
    REQUIRE_EQUALS(c[4], 1.5);
    REQUIRE_EQUALS(c[5], 2.0);
}
`;

describe('a test of C++', () => {
  it('of vectors is one-dimensional where its name has 1d, although its numbers are those of planes too', () => {
    expect(layer({ text: ROW, languageId: 'cpp' })).toMatchObject({ roles: { x: { shape: [1, 1, 6, 1] } } });
  });

  it('whose arrays are not known does not open the layer of another test', () => {
    const other = `CONV1_SAME_TEST_CASE("conv1d/magic") {
    std::vector<float> a(magic(3));
    std::vector<float> b(magic(2));
    apply(a, b, c);
    REQUIRE_EQUALS(c[0], 8);
    REQUIRE_EQUALS(c[1], 25);
}
`;
    const text = `${ROW}${other}`;
    for (const at of ['conv1d/magic', 'c[1], 25'])
      expect(refusal({ text, languageId: 'cpp', cursor: text.indexOf(at) })[0]).toBe(
        'no array is written out in this C++ code that could be the input of a layer',
      );
  });

  it('does not pool the gradient of a pooling', () => {
    const text = `TEMPLATE_TEST_CASE_2("avg_pool/upsample", "[pooling]", Z, float, double) {
    Matrix input({2, 2}, {1, 2, 3, 4});
    Matrix errors({3, 3}, {100, 200, 300, 400, 500, 600, 700, 800, 900});
    Matrix result = avg_pool_upsample(input, output, errors, 2, 1, 1);
    REQUIRE_EQUALS(result(0, 0), 300);
    REQUIRE_EQUALS(result(0, 1), 400);
    REQUIRE_EQUALS(result(1, 0), 600);
    REQUIRE_EQUALS(result(1, 1), 700);
}
`;
    expect(openText({ text, languageId: 'cpp' })).toMatchObject({ kind: 'refused' });
  });
});

it('a tensor that is printed without a name is a result, not the gradient of a layer', () => {
  const text = `Why is the output not the sum?

\`\`\`
>> m(input)
tensor([[[[ 0.5,  0.25], [-0.5, 1.25]]]], grad_fn=<ConvolutionBackward0>)
>> input
tensor([[[[1., 2., 0.], [3., 1., 1.], [0., 2., 2.]]]])
\`\`\`
and
\`\`\`
>> import numpy as np
>> w = np.array([[0.5, 0.25], [-0.5, 1.0]])
>> x = np.array([[1., 2.], [3., 1.]])
>> print(np.sum(w*x))
0.5
\`\`\`
`;
  const opened = layer({ text, languageId: 'plaintext' });
  expect(opened).toMatchObject({ operation: 'conv_forward', roles: { x: { values: [1, 2, 3, 1] } } });
});

it('an input at the cursor next to the only filter of a text is opened with it', () => {
  const text = 'INPUT = [[2, 5, -3], [0, 6, 0], [-1, -3, 0]]\n\nFILTER = [[-2, 0], [4, 6]]\n';
  for (const languageId of ['plaintext', 'python'])
    expect(layer({ text, languageId, cursor: text.indexOf('5, -3') })).toMatchObject({
      roles: { w: { values: [-2, 0, 4, 6] } },
    });
});

it('a test of Go that only calls a function with types has the layer of this function', () => {
  const body = (stride: number, expected: string): string =>
    `func testConv${stride}[T float.DType](t *testing.T) {\n\tx := grid[T](Shape(4, 4), Data([]T{1, 2, 3, 5, 0, 2, 1, 4, 7, 1, 3, 2, 6, 0, 8, 9}))\n\tw := grid[T](Shape(2, 2), Data([]T{1, 0, 2, -1}))\n\tout := Conv2D(w, x, ${stride}, ${stride})\n\tassert.InDeltaSlice(t, []T{${expected}}, out, 0.1)\n}\n`;
  const test = (stride: number): string =>
    `func TestConv${stride}(t *testing.T) {\n\tt.Run("a", testConv${stride}[float32])\n}\n\n`;
  const text = `${test(1)}${body(1, '-1, 5, 1, 13, 1, 5, 19, -7, 10')}\n${test(2)}${body(2, '-1, 1, 19, 10')}`;
  for (const stride of [1, 2])
    expect(layer({ text, languageId: 'go', cursor: text.indexOf(`func TestConv${stride}`) }).options).toMatchObject({
      stride,
    });
});
