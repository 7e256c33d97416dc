/** Variables chosen one after another: which stay together. */
import { expect, it } from 'vitest';
import { zeros } from '../../../core';
import { joinVariables, type ReadVariable } from '../../../extension/session/debug/joinVariables';

function variable(chain: string, name = chain): ReadVariable {
  return { chain, arrays: [{ name, array: zeros([2, 2]), range: [0, 0] }] };
}

it.each([
  ['an input, then its filter, bias and gradient', ['A_prev', 'W', 'b', 'dZ'], ['A_prev', 'W', 'b', 'dZ']],
  ['a filter first', ['W', 'x'], ['W', 'x']],
  ['another filter displaces the first', ['x', 'W1', 'W2'], ['x', 'W2']],
  ['another input keeps the filter', ['x', 'W', 'image'], ['W', 'image']],
  ['names that say nothing are inputs', ['foo', 'bar'], ['bar']],
  ['the same variable again', ['x', 'W', 'x'], ['W', 'x']],
])('%s', (_, chosen, kept) => {
  const joined = chosen.reduce<readonly ReadVariable[]>((all, chain) => joinVariables(all, [variable(chain)]), []);
  expect(joined.map(({ chain }) => chain)).toEqual(kept);
});

it('several at once stay together, whatever their names', () => {
  const joined = joinVariables([variable('x')], [variable('foo'), variable('bar')]);
  expect(joined.map(({ chain }) => chain)).toEqual(['foo', 'bar']);
});

it('the name inside an index decides', () => {
  const joined = joinVariables([variable('x')], [variable('params["W1"]', 'W1')]);
  expect(joined.map(({ chain }) => chain)).toEqual(['x', 'params["W1"]']);
});
