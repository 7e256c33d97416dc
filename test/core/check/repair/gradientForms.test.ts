/** Programs of others whose mistake is repaired: they agree, and nothing else is found in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const FOLDER = join(import.meta.dirname, '../../../programs/independent/wrong');

it.each([
  ['w17_18', 'o % groups', 'o // (c_out // groups)', 1],
  ['w17_21', 'np.repeat(share, n_pixels, axis=1)', 'np.tile(share, (1, n_pixels))', 2],
  ['w17_25', 'lkco', 'klco', 1],
  ['w17_32', 'out = x', 'out = x.copy()', 2],
  ['w17_33', 'i + a, j + b', 'i*s + a, j*s + b', 1],
  ['w17_35', 'dx[:, :, idx] = g[..., None, None]', 'np.put_along_axis(dx, idx[..., None], g[..., None], axis=-1)', 2],
  ['w17_36', 'dZ[dZ', 'dZ[Z', 2],
  ['w16_07', 'dx = dout', 'dx = dout.copy()', 3],
  ['w14_19', "self.cache['mask'] = x > 0", "self.cache = {'mask': x > 0}", 2],
  ['w10_29', 'pop(0)', 'pop()', 2],
  ['w18_03', 'self.dW += np', 'self.dW = np', 2],
  ['w18_05', 'r:-r, r:-r', 'r:dx.shape[2] - r, r:dx.shape[3] - r', 2],
  ['w18_12', '(n_H, n_W))[0, 0]', '(f, f))[0, 0]', 3],
  ['w18_39', 'dZ = dA', 'dZ = dA.copy()', 1],
  ['w5_23', 'if yy < rows', 'if 0 <= yy < rows', 1],
  ['w14_25', 'np.swapaxes(x, 1, 3)', 'np.moveaxis(x, 1, 3)', 2],
])('%s: %s must be %s', (name, wrong, right, functions) => {
  const source = readFileSync(join(FOLDER, `${name}.py`), 'utf8');
  expect(source).toContain(wrong);
  const checks = checkCode(source.replace(wrong, right));
  expect(checks).toHaveLength(functions);
  for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
});
