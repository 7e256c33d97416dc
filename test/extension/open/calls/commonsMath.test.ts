/** Commons Math: a true convolution of two vectors with a result for every overlap. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const program = (x: string): string =>
  'import org.apache.commons.math3.util.MathArrays;\n\npublic class Conv {\n  public static void main(String[] args) {\n' +
  `    double[] x = ${x};\n    double[] h = {1, 0, -1};\n    double[] y = MathArrays.convolve(x, h);\n  }\n}\n`;

it.each(['double[] h', 'MathArrays.convolve(x'])('opens with the cursor at %s', (at) => {
  const text = program('{1, 2, 3, 4, 5}');
  const { operation, options, roles } = layer({ text, languageId: 'java', cursor: text.indexOf(at) });
  expect([operation, roles.x!.values, roles.w!.values]).toEqual(['conv_forward', [1, 2, 3, 4, 5], [-1, 0, 1]]);
  expect(options).toMatchObject({ stride: 1, padding: { top: 0, bottom: 0, left: 2, right: 2 } });
});

it('an input that is not in the text is named', () => {
  expect(refusal({ text: program('load()'), languageId: 'java' })[0]).toBe(
    'the argument x of MathArrays.convolve is not known',
  );
});
