/** Programs with statements that few programs have: they do not keep the layer from being recognised. */
import { expect, it } from 'vitest';
import { arraysOfCall } from '../../../../../core/read/LayerCall';
import { parseArrays } from '../../../../../core/read/parseArrays';

const X = [
  [3, 1, 4, 1],
  [5, 9, 2, 6],
  [5, 3, 5, 8],
];
const last = (text: string, languageId: string) => parseArrays(text, { languageId }).calls.at(-1);

it("C's memset before the sums of a function", () => {
  const text = `int x[3][4] = {${X.map((row) => `{${row.join()}}`).join()}};
int k[2][2] = {{1, 2}, {0, -1}};
static void conv(int out[2][3]) {
  memset(out, 0, sizeof(int) * 6);
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 3; j++)
      for (int m = 0; m < 2; m++)
        for (int n = 0; n < 2; n++) out[i][j] += x[i + m][j + n] * k[m][n];
}
int main(void) { int out[2][3]; conv(out); return 0; }
`;
  expect(last(text, 'c')).toMatchObject({ operation: 'conv_forward', options: { stride: 1, padding: 0 } });
  expect(last(text.replace('0, sizeof', '1, sizeof'), 'c')).toBeUndefined();
});

it("Rust's filters and biases in pairs, with a block that ends with its value", () => {
  const text = `fn conv(x: &[Vec<f64>], ks: &[[[f64; 2]; 2]], bs: &[f64]) -> Vec<Vec<Vec<f64>>> {
    ks.iter().zip(bs.iter()).map(|(k, &b)| {
        let mut map = vec![vec![b; 3]; 2];
        for i in 0..2 { for j in 0..3 { for m in 0..2 { for n in 0..2 {
            map[i][j] += x[i + m][j + n] * k[m][n];
        } } } }
        map
    }).collect()
}
fn main() {
    let x = vec![${X.map((row) => `vec![${row.map((value) => value.toFixed(1)).join()}]`).join()}];
    let ks = [[[1.0, 2.0], [0.0, -1.0]], [[2.0, 0.0], [1.0, 1.0]]];
    let y = conv(&x, &ks, &[0.5, -2.0]);
}
`;
  const call = last(text, 'rust');
  expect(call).toMatchObject({ operation: 'conv_forward', options: { stride: 1, padding: 0 } });
  expect(arraysOfCall(call!)['W']!.shape).toEqual([2, 2, 1, 2]);
  expect([...arraysOfCall(call!)['b']!.data]).toEqual([0.5, -2]);
});

it("MATLAB's padarray on both sides, and a bias that is a number", () => {
  const loops = (direction: string): string =>
    `A = [${X.map((row) => row.join(' ')).join('; ')}];\nH = [1 2; 0 -1; 3 1];\nP = padarray(A, [1 2], 0, ${direction});\nB = zeros(3, 7);\nfor i = 1:3\n  for j = 1:7\n    B(i,j) = sum(sum(P(i:i+2, j:j+1) .* H)) + 0.5;\n  end\nend\n`;
  const call = last(loops("'both'"), 'matlab');
  expect(call).toMatchObject({ operation: 'conv_forward' });
  expect([...arraysOfCall(call!)['b']!.data]).toEqual([0.5]);
  expect(last(loops("'post'"), 'matlab')).toBeUndefined();
});

it("Julia's test with a sign that is not translated", () => {
  const text = `function meanpool(x; k=2, stride=k)
    y = zeros(size(x, 1) - 1, size(x, 2) - 1)
    for j in axes(y, 2), i in axes(y, 1)
        y[i, j] = sum(@view x[i:i+k-1, j:j+k-1]) / k^2
    end
    return y
end
x = [${X.map((row) => row.join(' ')).join('; ')}]
y = meanpool(x; stride=1)
@test y[1, 1] ≈ 4.5
`;
  expect(last(text, 'julia')).toMatchObject({
    callee: 'meanpool',
    options: { mode: 'average', kernel: 2, stride: 1 },
  });
});
