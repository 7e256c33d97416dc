/** Tests of libraries that are not known, with several calls: the layer of the call at the cursor, or the reason why it is not shown. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const RUST =
  'fn conv_small() {\n    let t = own::image(&[1.0, 2.0, 0.0, 3.0, 1.0, 4.0, 2.0, 2.0, 5.0], (3, 3));\n    let w = own::filter(&[1.0, 0.0, 2.0, -1.0], (2, 2));\n    let y = own::conv_valid(&t, &w);\n    assert_eq!(y.to_vec(), [6.0, 0.0, 5.0, 0.0]);\n    let z = own::conv_padded(&t, &w);\n    assert_eq!(z.sum(), 60.0);\n}\n';

it('each call has its own result', () => {
  expect(layer({ text: RUST, languageId: 'rust', cursor: RUST.indexOf('let y') })).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 1, padding: 0 },
  });
  expect(refusal({ text: RUST, languageId: 'rust', cursor: RUST.indexOf('let z') })[0]).toBe(
    'own::conv_padded is not supported in Rust code: select an input and a filter, or an array',
  );
});

const CPP =
  'TEST(layer, passes) {\n  float in[] = {0, 1, 2, 3, 1, 0, 3, 5, 2, 4, 1, 0, 2, 2, 7, 1};\n  float w[] = {1, 2, 0, -1};\n  float expected_out[] = {2, 2, 3, 0, 5, 13, 8, -6, 0};\n  conv_layer l(4, 4, 2);\n  l.forward(in, out);\n  float delta[] = {1, 0, 2, 0, 1, 0, 0, 3, 1};\n  float expected_grad_w[] = {6, 17, 11, 24};\n  l.backward(in, delta);\n}\n';

it.each([
  ['l.forward', 'conv_forward'],
  ['l.backward', 'conv_backward'],
])('%s opens %s', (at, operation) => {
  const text = CPP.replace('{2, 2, 3, 0, 5, 13, 8, -6, 0}', `{${convolved().join(', ')}}`).replace(
    '{6, 17, 11, 24}',
    `{${gradient().join(', ')}}`,
  );
  expect(layer({ text, languageId: 'cpp', cursor: text.indexOf(at) }).operation).toBe(operation);
});

const IN = [0, 1, 2, 3, 1, 0, 3, 5, 2, 4, 1, 0, 2, 2, 7, 1];
const cell = (row: number, col: number): number => IN[4 * row + col]!;

/** The outputs of the 2 × 2 filter 1, 2, 0, −1. */
function convolved(): number[] {
  return Array.from({ length: 9 }, (_, k) => {
    const [row, col] = [Math.floor(k / 3), k % 3];
    return cell(row, col) + 2 * cell(row, col + 1) - cell(row + 1, col + 1);
  });
}

/** The gradient of the filter for the deltas of the text. */
function gradient(): number[] {
  const delta = [1, 0, 2, 0, 1, 0, 0, 3, 1];
  return Array.from({ length: 4 }, (_, k) =>
    delta.reduce((sum, d, at) => sum + d * cell(Math.floor(at / 3) + Math.floor(k / 2), (at % 3) + (k % 2)), 0),
  );
}
