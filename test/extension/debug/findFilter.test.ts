import { expect, it } from 'vitest';
import { zeros } from '../../../core';
import { findFilter } from '../../../extension/session/debug/findFilter';
import type { ReadVariable } from '../../../extension/session/debug/joinVariables';
import { control } from './control';
import { FakeFrame } from './FakeFrame';

function variable(name: string, shape: readonly number[]): ReadVariable {
  return { chain: name, arrays: [{ name, array: zeros(shape), range: [0, 0] }] };
}

const kernel = '{{1, 0, -1}, {2, 0, -2}, {1, 0, -1}}';

it.each([
  ['a kernel in the frame', { kernel }, variable('image', [5, 7]), 'kernel'],
  ['the first of several that fit', { W: kernel, kernel }, variable('image', [5, 7]), 'W'],
  ['one that is larger than the input is passed over', { W: kernel, w: '{{1, 2}}' }, variable('x', [2, 2]), 'w'],
  ['a text is not an array', { filter: '"all"', kernel }, variable('x', [5, 7]), 'kernel'],
  ['no such variable', { k: kernel }, variable('x', [5, 7]), undefined],
  ['a filter was chosen itself', { kernel }, variable('W', [3, 3]), undefined],
  ['a gradient was chosen', { kernel }, variable('dZ', [3, 3]), undefined],
])('%s', async (_, scope, chosen, found) => {
  const answers = Object.fromEntries(Object.entries(scope).map(([name, text]) => [`clipboard ${name}`, text]));
  const frame = new FakeFrame('cppdbg', answers, 'cpp');
  expect((await findFilter(frame, [chosen], control()))?.chain).toBe(found);
});
