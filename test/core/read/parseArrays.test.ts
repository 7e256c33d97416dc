import { describe, expect, test } from 'vitest';
import { parseArrays } from '../../../core/read/parseArrays';
import type { ParsedArray } from '../../../core/read/ParseResult';

const summary = ({ name, array }: ParsedArray): unknown => [name, array.shape, [...array.data]];

/** The text at the place of every number. */
function quoted(text: string, { ranges }: ParsedArray): string[] {
  return Array.from({ length: ranges!.length / 2 }, (_, k) => text.slice(ranges![2 * k], ranges![2 * k + 1]));
}

describe('names', () => {
  test('of the labels that the course prints, with several arrays in one text', () => {
    const text = `mode = max
mean of dA =  0.145713902729
dA_prev[1,1] =  [[ 0.          0.        ]
 [ 5.05844394 -1.68282702]
 [ 0.          0.        ]]

x.shape = (4, 3, 3, 2)
Z's mean = 0.048995203528855794
Z[3,2,1] = [-0.61490741 -6.7439236]`;
    const { arrays, values, errors } = parseArrays(text);
    expect(errors).toEqual([]);
    expect(arrays.map(summary)).toEqual([
      ['dA_prev[1,1]', [3, 2], [0, 0, 5.05844394, -1.68282702, 0, 0]],
      ['Z[3,2,1]', [2], [-0.61490741, -6.7439236]],
    ]);
    expect(values).toEqual({
      'mean of dA': 0.145713902729,
      'x.shape': [4, 3, 3, 2],
      "Z's mean": 0.048995203528855794,
    });
  });

  test.each([
    ['python', 'A_prev = [[1, 2]]', 'A_prev'],
    ['python', 'self.W = np.array([[1, 2]])', 'self.W'],
    ['javascript', 'export const kernel: number[][] = [[1, 2]];', 'kernel'],
    ['javascript', 'const w = new Float32Array([1, 2]);', 'w'],
    ['javascript', 'const net = { bias: [1, 2] };', 'bias'],
    ['json', '{ "W1": [[1, 2]] }', 'W1'],
    ['cpp', 'static const float kernel[1][2] = {{1, 2}};', 'kernel'],
    ['cpp', 'std::vector<float> w = {1, 2};', 'w'],
    ['java', 'private double[][] w = new double[][] {{1, 2}};', 'w'],
    ['rust', 'let mut w: [f32; 2] = [1.0, 2.0];', 'w'],
    ['go', 'w := []float64{1, 2}', 'w'],
    ['matlab', 'A = [1 2];', 'A'],
    ['r', 'x <- c(1, 2)', 'x'],
    ['', 'W1: [[1 2]]', 'W1'],
  ])('%s: %s', (languageId, text, name) => {
    expect(parseArrays(text, { languageId }).arrays.map((array) => array.name)).toEqual([name]);
  });

  test('an argument of a call is not the value of the name before the call', () => {
    const { arrays, errors } = parseArrays('const w = transform([1, 2]);', { languageId: 'javascript' });
    expect(arrays).toEqual([]);
    expect(errors.map(({ message }) => message)).toEqual([
      'this array is an argument of a call that is not evaluated; select the array alone to open it',
    ]);
  });
});

describe('places', () => {
  test('of every number, with its sign and suffix, without its separators and wrappers', () => {
    const text = 'float w[2][2] = {{1.0f, /* 7 */ -2.5F}, {\n  0x1F, .5f}};';
    expect(quoted(text, parseArrays(text, { languageId: 'cpp' }).arrays[0]!)).toEqual(['1.0f', '-2.5F', '0x1F', '.5f']);
    const print = 'x =  [[ 1.   -2.e-3]\n [nan  np.float64(4.5)]]';
    expect(quoted(print, parseArrays(print).arrays[0]!)).toEqual(['1.', '-2.e-3', 'nan', '4.5']);
  });

  test('follow the numbers through transposition, pages and blocks of columns', () => {
    const turned = "A = [1 2; 3 4]';";
    expect(quoted(turned, parseArrays(turned, { languageId: 'matlab' }).arrays[0]!)).toEqual(['1', '3', '2', '4']);
    const paged = 'A(:,:,1) =\n\n   1   2\n\nA(:,:,2) =\n\n   5   6\n';
    expect(quoted(paged, parseArrays(paged).arrays[0]!)).toEqual(['1', '5', '2', '6']);
    const blocks = 'A =\n\n  Columns 1 through 2\n\n   1   2\n   3   4\n\n  Column 3\n\n   9\n   8\n';
    expect(quoted(blocks, parseArrays(blocks).arrays[0]!)).toEqual(['1', '2', '9', '3', '4', '8']);
  });

  test('of a literal are those of its brackets or call, without the name', () => {
    const text = 'W = np.array([[1., 2.]], dtype=float32)  # weights';
    const [array] = parseArrays(text).arrays;
    expect(text.slice(...array!.range)).toBe('np.array([[1., 2.]], dtype=float32)');
    expect(array).toMatchObject({ dtype: 'float32', notation: 'numpy' });
  });
});

describe('errors', () => {
  test('are at the place of the fault, and the other arrays still work', () => {
    const text = 'A = [[1, 2], [3, 4]\nB = [[5, 6]]\nC = [[1, 2], [3]]\nD = [7, oops]\nE = [8]';
    const { arrays, errors } = parseArrays(text);
    expect(arrays.map(summary)).toEqual([
      ['B', [1, 2], [5, 6]],
      ['E', [1], [8]],
    ]);
    expect(errors.map(({ message, range }) => [message, text.slice(...range)])).toEqual([
      ['the bracket [ is never closed', '['],
      ['this list has 1 entry, the lists before it have 2', '[3]'],
      ['“oops” in “D = [7, oops]” is not a number', 'oops'],
    ]);
  });

  test('of elided prints explain how to print them whole', () => {
    expect(parseArrays('[0. 1. ... 9.]').errors[0]!.message).toContain('np.set_printoptions(threshold=sys.maxsize)');
    expect(parseArrays('tensor([0., 1., ..., 9.])').errors[0]!.message).toContain(
      'torch.set_printoptions(profile="full")',
    );
  });

  test('of a text without arrays appear once', () => {
    expect(parseArrays('nothing to see, 3 times').errors.map(({ message }) => message)).toEqual([
      'no array was found in this text',
    ]);
    expect(parseArrays(' \n ').errors.map(({ message }) => message)).toEqual(['the text is empty']);
  });
});

describe('code', () => {
  test('in Python is evaluated: a seeded cell of the course', () => {
    const text = 'np.random.seed(1)\nA_prev = np.random.randn(1, 2, 2, 1)\nhparameters = {"stride": 2, "pad": 1}';
    const { arrays, values, errors } = parseArrays(text, { languageId: 'python' });
    expect(errors).toEqual([]);
    expect(arrays[0]!.name).toBe('A_prev');
    expect(arrays[0]!.array.data[0]).toBeCloseTo(1.6243453636632417, 15);
    expect(values).toEqual({ hparameters: { stride: 2, pad: 1 } });
  });

  test('dictionaries and scalars become values', () => {
    const { arrays, values, errors } = parseArrays('A = [[1, 2]]\nhparameters = {"stride": 2, "pad": 1}\nf = 3\n');
    expect(errors).toEqual([]);
    expect(arrays).toHaveLength(1);
    expect(values).toEqual({ hparameters: { stride: 2, pad: 1 }, f: 3 });
  });

  test('of other languages is passed over, its literals are read', () => {
    const text = 'function f(x) { return x[0] + g(1, 2); }\nconst a = [[1, 2]];\nif (a[0] > 3) { f(a); }\n';
    const { arrays, errors } = parseArrays(text, { languageId: 'javascript' });
    expect(errors).toEqual([]);
    expect(arrays.map(summary)).toEqual([['a', [1, 2], [1, 2]]]);
  });

  test('prose around printed arrays is not an array', () => {
    const text = 'In step 3 (see [2]) the 4 gradients are\n[[1. 2.]\n [3. 4.]]\nand then (1, 2) follows, 5 times.';
    expect(parseArrays(text).arrays.map(summary)).toEqual([[undefined, [2, 2], [1, 2, 3, 4]]]);
  });
});
