import { expect, test } from 'vitest';
import type { Span } from '../../../../../core/step/Frame';
import { foldedList, text } from '../../../../../core/step/shared/words/spans';

const written = (spans: readonly Span[]): string =>
  spans
    .map((span) => (span.kind === 'text' ? span.text : span.kind === 'fold' ? `[${written(span.spans)}]` : ''))
    .join('');

test.each([
  [6, 0, '0, 1, 2, 3, 4, 5'],
  [9, 2, '0, 1, 2, 3, 4, [5, 6, 7, 8]'],
  [9, 5, '0, 1, 2, 3, [4], 5, [6, 7, 8]'],
  [9, 8, '0, 1, 2, 3, [4, 5, 6, 7], 8'],
])('of %i items five are written out, item %i among them: %s', (count, kept, expected) => {
  const items = Array.from({ length: count }, (_, index) => text(String(index)));
  expect(written(foldedList(items, 5, kept))).toBe(expected);
});
