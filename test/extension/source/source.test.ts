/** What the cursor means, how ranges follow edits, how several selections are read, how numbers are written back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedAim, movedRange } from '../../../extension/session/source/followText';
import { formatLike, readTyped } from '../../../extension/session/source/formatLike';
import type { TextSource } from '../../../extension/session/source/LensSource';
import { readProblem, readSource } from '../../../extension/session/source/readSource';
import { withName } from '../../../extension/session/source/assignment';

describe('withName', () => {
  it.each([
    ['Y = [5]\nX = [[1, 2], [3, 4]]\n', 'X', '[[1', 'X = '],
    ['self.W: list = [[1,\n 2]]\n', 'self.W', '[[1', 'self.W: list = '],
    ['const kernel = [[1, 2], [3, 4]];', 'kernel', '[[1', 'const kernel = '],
    ['  a = 1; float x[2][2] = {{1, 2}, {3, 4}};', 'x', '{{1', 'float x[2][2] = '],
    ['\tm := [2][2]float64{{1, 2}, {3, 4}}', 'm', '{{1', 'm := [2][2]float64'],
    ['x <- matrix(c(1, 2), nrow = 2)', 'x', 'matrix', 'x <- '],
    ['const t = tf.tensor2d([[1, 2], [3, 4]]);', 't', '[[1', ''],
    ['w = 2 * [[1, 2], [3, 4]]', 'w', '[[1', ''],
    ['plot([[1, 2], [3, 4]])', undefined, '[[1', ''],
  ])('in %j of %s', (text, name, literal, expected) => {
    const start = text.indexOf(literal);
    expect(text.slice(withName(text, start, name), start)).toBe(expected);
  });
});

describe('movedRange', () => {
  it.each([
    ['before', { offset: 0, length: 0, text: 'abc' }, [13, 23]],
    ['a deletion before', { offset: 2, length: 4, text: '' }, [6, 16]],
    ['inside', { offset: 12, length: 1, text: 'xyz' }, [10, 22]],
    ['at its end', { offset: 20, length: 0, text: '!!' }, [10, 22]],
    ['at its start', { offset: 10, length: 0, text: '!!' }, [10, 22]],
    ['after', { offset: 21, length: 3, text: 'long text' }, [10, 20]],
    ['the whole of it', { offset: 5, length: 20, text: '' }, [5, 5]],
    ['over its end', { offset: 15, length: 10, text: 'ab' }, [10, 17]],
  ])('an edit %s', (_, change, expected) => {
    expect(movedRange([10, 20], change)).toEqual(expected);
  });

  it('holds the same text after any edit outside of it', () => {
    const edit = fc.record({ offset: fc.nat(8), length: fc.nat(8), text: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(edit, fc.boolean(), ({ offset, length, text }, after) => {
        const document = '0123456789[range]abcdefghijklmnopqrs';
        const at = after ? offset + 18 : offset;
        const cut = after ? length : Math.min(length, 9 - offset);
        const edited = document.slice(0, at) + text + document.slice(at + cut);
        const [start, end] = movedRange([10, 17], { offset: at, length: cut, text });
        expect(edited.slice(start, end)).toBe('[range]');
      }),
    );
  });
});

it('the line and the test of a source move with what is typed above them', () => {
  const aim = { line: [10, 20], test: { name: 'test_pool', start: 5 } } as const;
  expect(movedAim(aim, { offset: 2, length: 1, text: 'abcd' })).toEqual({
    line: [13, 23],
    test: { name: 'test_pool', start: 8 },
  });
});

describe('readSource', () => {
  const source = (...texts: string[]): TextSource => {
    let offset = 7;
    const segments = texts.map((text) => {
      const segment = { offset, text };
      offset += text.length + 11;
      return segment;
    });
    return { kind: 'text', name: 'x.py', languageId: 'python', segments };
  };

  it('several selections are several arrays, with ranges in the document', () => {
    const { arrays } = readSource(source('[[1, 2], [3, 4]]', '[5, 6]'));
    expect(arrays.map(({ array }) => array.shape)).toEqual([[2, 2], [2]]);
    expect(arrays[1]!.range).toEqual([34, 40]);
    expect([...arrays[1]!.ranges!]).toEqual([35, 36, 38, 39]);
  });

  it('an error is at its place in the document', () => {
    const problem = readProblem(readSource(source('[[1, 2], [3]]')));
    expect(problem?.range?.[0]).toBeGreaterThanOrEqual(7);
    expect(problem?.range?.[1]).toBeLessThanOrEqual(20);
  });

  it('what can be read is not a problem, whatever surrounds it', () => {
    expect(readProblem(readSource(source('[[1, 2], [3, 4]]', '[[1, 2], [3]]')))).toBeUndefined();
  });
});

describe('formatLike', () => {
  it.each([
    ['1', '2.5', '2.5'],
    ['1.', '2', '2.'],
    ['1.50', '2', '2.0'],
    ['1e-3', '7', '7.0'],
    ['1.5f', '2', '2.0f'],
    ['3f32', '4', '4f32'],
    ['-4L', '5', '5L'],
    ['0xff', '12', '12'],
    ['np.nan', 'nan', 'np.nan'],
    ['NaN', '-inf', '-Infinity'],
    ['1.0', 'inf', 'inf'],
  ])('%s → %s is written %s', (written, typed, expected) => {
    expect(formatLike(written, typed)).toBe(expected);
  });

  it.each([
    [' 12 ', '12'],
    ['−3.5', '-3.5'],
    ['+4', '4'],
    ['1e3', '1e3'],
    ['Infinity', 'inf'],
    ['', undefined],
    ['1,5', undefined],
    ['0x10', undefined],
    ['x', undefined],
  ])('%j typed is %j', (text, expected) => {
    expect(readTyped(text)).toBe(expected);
  });
});
