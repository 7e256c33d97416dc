import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KindDecoder, KindEncoder } from '../../../core/panel/wireKinds';
import { CellKind } from '../../../core/step/Frame';

/** Runs of equal kinds, from any place of a buffer. */
const patterns = fc
  .tuple(
    fc.nat(7),
    fc.array(fc.tuple(fc.constantFrom(CellKind.Data, CellKind.Padding, CellKind.Empty), fc.nat(20)), { maxLength: 4 }),
  )
  .map(([offset, runs]) => {
    const kinds = runs.flatMap(([kind, count]) => Array<number>(count).fill(kind));
    return Uint8Array.from([...Array<number>(offset).fill(CellKind.Data), ...kinds]).subarray(offset);
  });

test('any pattern of kinds arrives, and one that is filled in row-major order as its number of cells', () => {
  fc.assert(
    fc.property(patterns, (kinds) => {
      const wire = new KindEncoder().encode(kinds);
      expect([...new KindDecoder().decode(wire)]).toEqual([...kinds]);
      const filled = kinds.filter((kind) => kind === CellKind.Data).length;
      const isFilled = [...kinds].every((kind, cell) => kind === (cell < filled ? CellKind.Data : CellKind.Empty));
      expect('size' in wire).toBe(isFilled);
    }),
    { numRuns: 2000 },
  );
});
