/** Arrays that a function of the text without parameters returns. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const values = [4, -1, 0, 2];

it.each([
  [
    'cpp',
    'MatrixXd makeInput() {\n  MatrixXd m(2, 2);\n  m << 4, -1, 0, 2;\n  return m;\n}\nint main() {\n  MatrixXd z = makeInput();\n  ReLU act;\n  auto a = act.forward(z);\n}\n',
  ],
  ['javascript', 'const makeInput = () => [[4, -1], [0, 2]];\nconst z = makeInput();\nconst a = tf.relu(z);\n'],
  [
    'typescript',
    'function makeInput(): number[][] {\n  const m = [[4, -1], [0, 2]];\n  return m;\n}\nconst z = makeInput();\nconst a = tf.relu(z);\n',
  ],
])('%s: a 2×2 matrix', (languageId, text) => {
  const { operation, roles } = layer({ text, languageId });
  expect([operation, roles['x']?.values]).toEqual(['relu_forward', values]);
});

it('of two results, none is taken', () => {
  const text =
    'function makeInput() {\n  if (wide) { return [[1, 2, 3]]; }\n  return [[4, -1], [0, 2]];\n}\nconst z = makeInput();\nconst a = tf.relu(z);\n';
  expect(openText({ text, languageId: 'javascript' }).kind).toBe('refused');
});
