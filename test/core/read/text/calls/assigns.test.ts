import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assigns } from '../../../../../core/read/text/calls/assigns';

it.each([
  ['A = 1', true],
  ['B = A', false],
  ['B = 1, A = 2', true],
  ['B = 1; A(2, :) = 0', true],
  ['[B, A] = f(x)', true],
  ['A == 1', false],
  ['x(A == 1) = 2', false],
  ['f(A, b=2)', false],
  ['f(A) = 2, A = 1', true],
  ['A += 1', true],
  ['A .= 1', true],
  ['A[1] <- 2', true],
  ['y <- A', false],
  ['A; B = 1', false],
  ['AB = 1', false],
  ['A\n= 1', false],
])('%s: %s', (text, expected) => expect(assigns(text, 'A')).toBe(expected));

it('agrees with the pattern that describes it', () => {
  const pattern = /(^|[;\n,])\s*\[?[^\n=]*\bA\b[^\n=;]*(=(?!=)|<-)/;
  const pieces = fc.constantFrom('A', 'B', '=', '==', '<-', ';', ',', '\n', ' ', '+', '.', '[', '(', '1');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
      const text = all.join('');
      // What is in brackets are named arguments.
      const outside = text.replace(/\([^]*/, (rest) => rest.replace(/(?<!=)=(?!=)/g, ' '));
      expect(assigns(text, 'A')).toBe(pattern.test(outside));
    }),
    { numRuns: 3000 },
  );
});
