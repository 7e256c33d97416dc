/** Keys in brackets and parentheses, and images whose rows are one list of pixels. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

const rows = '[[7, 1], [0, 4]]';

it.each([
  ['plaintext', `["x_pad" => ${rows}]`],
  ['plaintext', `("x_pad" => ${rows})`],
  ['php', `$case = ["x_pad" => ${rows}];`],
  ['swift', `let cases = ["x_pad": ${rows}]`],
])('%s: the key of %s is the name', (languageId, text) => {
  expect(parseArrays(text, { languageId }).arrays).toMatchObject([{ name: 'x_pad', array: { shape: [2, 2] } }]);
});

it.each([
  ['javascript', 'const photo = { data: [5, 6, 7, 8, 9, 1], width: 3, height: 2 };', 'photo', [2, 3]],
  [
    'javascript',
    'let p = { width: 1, height: 2, data: new Uint8ClampedArray([5, 6, 7, 255, 9, 1, 2, 255]) };',
    'p',
    [2, 1, 4],
  ],
  ['json', '{"width": 2, "height": 1, "data": [5, 6]}', undefined, [1, 2]],
  ['json', '{"map": {"rows": 2, "cols": 3, "values": [5, 6, 7, 8, 9, 1]}}', 'map', [2, 3]],
  ['javascript', 'const grid = { rows: 2, columns: 1, cells: [5, 6] };', 'grid', [2, 1]],
])('%s: an image with its width and height, or rows and columns: %s', (languageId, text, name, shape) => {
  const [image, ...others] = parseArrays(text, { languageId }).arrays;
  expect(others).toEqual([]);
  expect(image?.name).toBe(name);
  expect(image?.array.shape).toEqual(shape);
});

it('a list that is not the pixels of its width and height keeps its name', () => {
  const { arrays } = parseArrays('const box = { data: [5, 6, 7], width: 2, height: 2 };', { languageId: 'javascript' });
  expect(arrays).toMatchObject([{ name: 'data', array: { shape: [3] } }]);
});

it.each(['detail', 'range', 'kind', 'end', 'entries', 'value'])('an entry may be called %s', (key) => {
  const text = `{"image": ${rows}, "meta": {"${key}": 5}, "list": [{"${key}": 1}], "${key}": 2}`;
  const { arrays, errors } = parseArrays(text, { languageId: 'json' });
  expect(errors).toEqual([]);
  expect(arrays).toMatchObject([{ name: 'image', array: { shape: [2, 2] } }]);
});
