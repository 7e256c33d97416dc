/** Gradients of the layer and of the user's code against central differences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGradients } from '../../../core/check/gradient/checkGradients';

const corpus = join(import.meta.dirname, '../../check-corpus');
const read = (path: string): string => readFileSync(join(corpus, `${path}.py`), 'utf8');

describe('checkGradients', () => {
  it.each(['right/course_conv_backward', 'right/course_pool_backward', 'right/cs231n_conv_backward'])(
    '%s agrees with central differences, and so does the layer',
    (path) => {
      const shares: number[] = [];
      const [check] = checkGradients(read(path), { progress: (done) => shares.push(done) });
      expect(check).toMatchObject({ agrees: true });
      for (const { cells, differing, layerDiffering } of check!.arrays) {
        expect([differing, layerDiffering]).toEqual([0, 0]);
        expect(cells).toBeGreaterThan(0);
      }
      expect(Math.max(...shares)).toBeLessThanOrEqual(1);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
    },
  );

  it('names the worst cell of a gradient that ignores the stride', () => {
    const [check] = checkGradients(read('wrong/pb_stride_ignored'));
    const [array] = check!.arrays;
    expect(check!.agrees).toBe(false);
    expect(array!.layerDiffering).toBe(0);
    const { worst } = array!;
    expect(worst!.index.length).toBe(4);
    expect(Math.abs(worst!.own - worst!.numeric)).toBeGreaterThan(0.1);
    expect(worst!.layer).toBeCloseTo(worst!.numeric, 4);
  });
});
