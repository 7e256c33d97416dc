import { expect, it } from 'vitest';
import { withoutBarePoints } from '../../../../../core/read/python/syntax/text/barePoints';

it('withoutBarePoints: same length, strings and comments as they are', () => {
  expect(withoutBarePoints('x = 1. + 2.e3 - a[0].b # 1.\ny = "3. " + x1.z\nz = 4.')).toBe(
    'x = 10 + 20e3 - a[0].b # 1.\ny = "3. " + x1.z\nz = 40',
  );
});
