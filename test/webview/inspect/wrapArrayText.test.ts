/** Texts that NumPy 1.24 prints of one array with `np.printoptions(linewidth=75)` and with 40. */
import { expect, test } from 'vitest';
import { wrapArrayText } from '../../../webview/inspect/wrapArrayText';

const usual = [
  'array([[-1.        , -0.85714287, -0.71428573, -0.5714286 , -0.42857143,',
  '        -0.2857143 , -0.14285715,  0.        ],',
  '       [ 0.14285715,  0.2857143 ,  0.42857143,  0.5714286 ,  0.71428573,',
  '         0.85714287,  1.        ,  1.1428572 ]], dtype=float32)',
].join('\n');
const narrow = [
  'array([[-1.        , -0.85714287,',
  '        -0.71428573, -0.5714286 ,',
  '        -0.42857143, -0.2857143 ,',
  '        -0.14285715,  0.        ],',
  '       [ 0.14285715,  0.2857143 ,',
  '         0.42857143,  0.5714286 ,',
  '         0.71428573,  0.85714287,',
  '         1.        ,  1.1428572 ]],',
  '      dtype=float32)',
].join('\n');

test('a (2, 8) array of float32: its rows are broken as NumPy breaks them in lines of 40 characters', () => {
  expect(wrapArrayText(usual, 40)).toBe(narrow);
  expect(wrapArrayText(usual, 75)).toBe(usual);
});
