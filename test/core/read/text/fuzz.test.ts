/**
 * Whatever the text: no exception, no place outside of it, and work that grows with its length alone, counted in characters
 * looked at.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../../../core/array/NdArray';
import type { Message } from '../../../../core/message';
import type { ReadError } from '../../../../core/read/ParseResult';
import { parseArrays } from '../../../../core/read/parseArrays';
import { findArrayAt, findArrays } from '../../../../core/read/text/findArrays';
import { takeWork } from '../../../../core/read/text/scan/countWork';
import { runsOf } from '../../../everything';

const path = new URL('../../../fixtures/numpy/literals/literals.json', import.meta.url);
const texts = (JSON.parse(readFileSync(path, 'utf8')) as { text: string }[]).map(({ text }) => text);

const LANGUAGES = [
  undefined,
  'python',
  'json',
  'javascript',
  'cpp',
  'rust',
  'go',
  'matlab',
  'julia',
  'r',
  'mathematica',
  'csv',
  'grid',
  'markdown',
];
const languages = fc.constantFrom(...LANGUAGES);

/** Pieces that mean something to one reader or another. */
const pieces = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    ',',
    ';',
    ' ',
    '\n',
    '\n\n',
    '1',
    '-2.5',
    '.',
    '1e',
    '0x',
    'nan',
    'inf',
    '...',
    '…',
    "'",
    '"',
    '`',
  ],
  ...[
    '#',
    '//',
    '/*',
    '*/',
    '(*',
    '%',
    '#=',
    '=#',
    'array(',
    'np.array([',
    'tensor(',
    'tf.Tensor(',
    '<tf.Tensor: numpy=',
    '>',
    'dtype=float32',
  ],
  ...[
    'A = ',
    'x: ',
    'let w: [[f32; 2]; 2] = ',
    'vec![',
    '[]float64{',
    'c(',
    'matrix(c(',
    '[1]',
    '[1,]',
    '[,1]',
    '>>> ',
    '|',
    '|---|',
    '\t',
    '--',
    '1+2j',
  ],
  ...[
    'A =\n\n  1 2\n',
    '2×2 Matrix{Float64}:\n',
    'Columns 1 through 3\n',
    '1.0e+03 *\n',
    '[torch.FloatTensor of size 2x2]',
    '(0 ,.,.) =\n',
    'A(:,:,1) =\n',
  ],
  ...[
    '{"shape":[2],"data":',
    '"a": ',
    '\r\n',
    '\u00a0',
    '\ud800',
    '1,2\n',
    'a b\n',
    'dtype: float64',
    '&',
    '*',
    '/',
    '^',
    '::',
    'Ellipsis',
    '\\',
    '"""',
  ],
);
const soups = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

/** A fixture with a few characters deleted, doubled or replaced. */
const mutants = fc
  .tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), pieces, fc.nat(3)), { minLength: 1, maxLength: 5 }))
  .map(([text, edits]) =>
    edits.reduce((edited, [at, piece, cut]) => {
      const place = edited.length ? at % edited.length : 0;
      return edited.slice(0, place) + (cut === 3 ? edited.slice(place, place + 9) : piece) + edited.slice(place + cut);
    }, text),
  );

/** The literal readers look at each character a bounded number of times. */
const WORK_PER_CHARACTER = 24;

function check(text: string, languageId: string | undefined): void {
  takeWork();
  const options = languageId === undefined ? {} : { languageId };
  const { arrays, errors } = parseArrays(text, options);
  expect(takeWork()).toBeLessThanOrEqual(WORK_PER_CHARACTER * (text.length + 10));
  const isUnfilled = ({ text: sentence, args }: Message) =>
    [...sentence.matchAll(/\{(\d)\}/g)].some(([, place]) => args[Number(place)] === undefined);
  const isFaulty = ({ range, message, detail }: ReadError) =>
    isUnfilled(detail) || message.includes('[object') || !isInside(range, text);
  expect(errors.filter(isFaulty)).toEqual([]);
  for (const { array, range, ranges } of arrays) {
    const sound =
      array.data.length === sizeOf(array.shape) &&
      isInside(range, text) &&
      (!ranges || (ranges.length === 2 * array.data.length && ranges.every((place) => place <= text.length)));
    if (!sound) expect({ array, range, ranges }).toBe('inside the text, one place a number');
  }
}

function isInside([start, end]: readonly [number, number], text: string): boolean {
  return 0 <= start && start <= end && end <= text.length;
}

describe('any text', () => {
  test('of characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), languages, check), { numRuns: runsOf(500) });
  });

  test('of pieces that readers look for', () => {
    fc.assert(fc.property(soups, languages, check), { numRuns: runsOf(4000) });
  });

  test('of fixtures with edits', () => {
    fc.assert(fc.property(mutants, languages, check), { numRuns: runsOf(4000) });
  });

  test('is searched for literals at any offset', () => {
    fc.assert(
      fc.property(mutants, fc.nat(), languages, (text, offset, languageId) => {
        const options = languageId === undefined ? {} : { languageId };
        for (const { range } of findArrays(text, { ...options, from: offset % (text.length + 1) }))
          expect(isInside(range, text)).toBe(true);
        findArrayAt(text, offset % (text.length + 1), options);
      }),
      { numRuns: runsOf(1000) },
    );
  });
});

describe('work grows with the length alone', () => {
  const LENGTH = runsOf(10_000);
  test.each([
    '[',
    '(',
    '{',
    '[1,',
    '[[1],',
    '{"a":',
    'array(',
    'np.array([',
    '<tf.Tensor: numpy=',
    '"',
    "'",
    '/*',
    '(*',
    '#',
    'A = [',
    '\nA =\n',
    '1 ',
    '1,',
    '\n1 2',
    '[1] 2\n',
    '(0, 0)\t1.0\n',
    '(0 ,.,.) =\n1 2\n',
    'a|b\n',
    '1;2\n"',
    '((((1))))',
    'x[',
    'a.b.',
    '-',
    '...',
    '2×2 Matrix{Float64}:\n',
    'Columns 1 through 3\n',
    'vec![',
    '[]int{',
    'c(',
    'A(:,:,1) =\n 1 2\n',
    'def f(',
    'x = y\n',
    'foo(bar)\n',
    '{1: [',
    '>>> ',
    '\\',
    '=',
    'List.of(',
    'array([1], shape=',
    'tensor([1], device=(',
    'np.array([[1]], dtype=[',
  ])('%j repeated', (piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length));
    for (const language of LANGUAGES) check(text, language);
  });
});
