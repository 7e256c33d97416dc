/** Layers of Arraymancer, the library of arrays in Nim. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const image = 'let x = [[4, 1, 0],\n         [2, 9, 3],\n         [5, 7, 8]].toTensor.reshape(1, 1, 3, 3)\n';

it('a pooling, whose padding is before its stride', () => {
  const text = `import arraymancer\n${image}# let x = [[[[6, 6], [6, 6]]]].toTensor\nlet (at, y) = maxpool2d(x, (2, 2), (0, 0), (1, 1))\n`;
  const { operation, roles, options } = layer({ text, languageId: 'nim' });
  expect([operation, roles['x']?.values]).toEqual(['pool_forward', [4, 1, 0, 2, 9, 3, 5, 7, 8]]);
  expect(options).toMatchObject({ mode: 'max', kernel: 2, stride: 1, padding: 0 });
  const padded = text.replace('(0, 0), (1, 1)', '(1, 1), (2, 2)');
  expect(layer({ text: padded, languageId: 'nim' }).options).toMatchObject({ stride: 2, padding: 1 });
});

it('a pooling in a comment is not read', () => {
  const text = `import arraymancer\n${image}#[ let y = maxpool2d(x, (3, 3))\n]#\nlet y = maxpool2d(z, (2, 2), (0, 0), (2, 2))\n`;
  expect(refusal({ text, languageId: 'nim' })[0]).toBe('the argument z of maxpool2d is not known');
});
