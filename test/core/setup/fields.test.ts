/** The fields of a layer as the panel receives them. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../core/index';
import { setUpLayer } from '../../../core/setup/setUpLayer';

const image = 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]';

/** Ids of the fields that panels with little space show behind a button, and of the others. */
function fieldIds(text: string, kind: 'conv' | 'pool'): { rare: string[]; usual: string[] } {
  const { fields, assumptions } = setUpLayer(parseArrays(text), kind);
  const all = [...fields, ...assumptions.flatMap(({ field }) => field ?? [])];
  const ids = (isRare: boolean) => all.filter((field) => (field.isRare ?? false) === isRare).map(({ id }) => id);
  return { rare: ids(true), usual: ids(false) };
}

it('convolution, 3×4 input, 2×2 filter: pass, stride and pad are usual fields, dilation is a rare one', () => {
  const { rare, usual } = fieldIds(`${image}\nW = [[1, 0], [0, -1]]`, 'conv');
  expect(usual).toEqual(['pass', 'stride', 'pad']);
  expect(rare).toContain('dilation');
});

it('convolution, 3×4 input without a filter: the choice of a filter is a rare field', () => {
  expect(fieldIds(image, 'conv').rare).toEqual(expect.arrayContaining(['filterChoice', 'dilation']));
});
