/** Arrays of code and of sessions that are about no layer; layers whose arrays are passed by an address, written in a chat, or stored in files. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

it('a matrix of Eigen that a statement fills is an array', () => {
  const text = `#include <Eigen/Dense>

void turn() {
    Eigen::Matrix3d R;
    R << 0, -1, 0.5,
         1,  0, 2,
         0,  0, 1;
    std::cout << R.determinant() << std::endl;
}
`;
  expect(openText({ text, languageId: 'cpp', cursor: text.indexOf('R <<') })).toMatchObject({
    kind: 'array',
    arrays: [{ name: 'R', shape: [3, 3], values: [0, -1, 0.5, 1, 0, 2, 0, 0, 1] }],
  });
});

it('what a session prints is an array, where nothing else is one and no layer is meant', () => {
  const text =
    'The counts of the last run:\n\n```python\n>>> from tools import table\n>>> print(table(seen, guessed))\n[[5 1]\n [0 7]]\n```\n';
  for (const at of ['The counts', '>>> print', '[[5'])
    expect(openText({ text, languageId: 'markdown', cursor: text.indexOf(at) })).toMatchObject({
      kind: 'array',
      arrays: [{ shape: [2, 2], values: [5, 1, 0, 7] }],
    });
});

it('the address of the first cell of an array of C is the array, one cell after the other', () => {
  const text = `static void relu_grad(float *d_in, const float *in, const float *d_out, int count) {
    for (int k = 0; k < count; k++) d_in[k] += in[k] > 0.0f ? d_out[k] : 0.0f;
}

int main(void) {
    float z[2][2] = {{1.5f, -2.0f}, {0.0f, 4.0f}};
    float up[2][2] = {{3.f, 5.f}, {7.f, 9.f}};
    float dz[2][2] = {{0}};
    relu_grad(&dz[0][0], &z[0][0], &up[0][0], 2 * 2);
    return 0;
}
`.replaceAll('relu_grad', 'relu_backward');
  expect(layer({ text, languageId: 'c', cursor: text.indexOf('relu_backward(&') })).toMatchObject({
    operation: 'relu_backward',
    roles: { x: { values: [1.5, -2, 0, 4] }, dA: { values: [3, 5, 7, 9] } },
  });
});

it.each([
  ['[09:41] kim: ', '[09:42] lee: '],
  ['09:41 <kim> ', '09:42 <lee> '],
  ['', ''],
])('a table and a gradient in brackets are a backward pass, behind %j', (kim, lee) => {
  const lines = [
    'average pooling with 2x2 windows and stride 2, the backward pass. the input of the layer:',
    '4 0 1 2',
    '6 2 5 3',
    'the gradient that comes from above is [[8, -4]]',
  ].map((line) => kim + line);
  const text = [...lines, `${lee}divide each by four`, ''].join('\n');
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'pool_backward',
    options: { mode: 'average', kernel: 2, stride: 2 },
    roles: { x: { values: [4, 0, 1, 2, 6, 2, 5, 3] }, dA: { values: [8, -4] } },
  });
});

it('the reason for values that are loaded from a file names it', () => {
  const text = `use ndarray::Array4;

#[test]
fn strided() {
    let image = read_array("data/image.npy", [1, 2, 8, 8]);
    let kernel = read_array("data/kernel.npy", [4, 2, 3, 3]);
    let out = conv2d(&image, &kernel, None, 2, 1);
}
`;
  expect(refusal({ text, languageId: 'rust', cursor: text.indexOf('let out') })[0]).toBe(
    'the values of image are in the file data/image.npy, whose contents are not known',
  );
});
