/** Variables that are read again: the panel's switch, and marks on what changed. */
import { describe, expect, it } from 'vitest';
import { ndarray } from '../../../core';
import type { ParsedArray } from '../../../core';
import type { ArraySource, FollowSwitch } from '../../../extension/session/source/LensSource';
import { FakePanel } from './FakePanel';

class Switch implements FollowSwitch {
  on = false;
  set(on: boolean): void {
    this.on = on;
  }
}

function array(name: string, shape: number[], numbers: number[], before?: number[]): ParsedArray {
  const array = ndarray(shape, Float64Array.from(numbers));
  return { name, array, range: [0, 0], ...(before && { before: ndarray(shape, Float64Array.from(before)) }) };
}

function source(follow: FollowSwitch | undefined, ...arrays: ParsedArray[]): ArraySource {
  return { kind: 'arrays', name: 'variables', uri: 'debug:Program', arrays, ...(follow && { follow }) };
}

const x = [1, 2, 3, 4, 5, 6];

describe('the switch', () => {
  it('exists for variables alone, and sets the source’s switch', () => {
    const follow = new Switch();
    const panel = new FakePanel();
    panel.session.open(source(follow, array('x', [2, 3], x)), 'pool');
    panel.post({ type: 'ready' });
    expect(panel.field('follow')).toMatchObject({ kind: 'checkbox', value: 'false' });
    panel.set('follow', 'true');
    expect(follow.on).toBe(true);
    expect(panel.field('follow')?.value).toBe('true');
    panel.session.open(source(undefined, array('x', [2, 3], x)), 'pool');
    expect(panel.field('follow')).toBeUndefined();
  });
});

describe('marks', () => {
  it('on the array that is looked at, and their number', () => {
    const panel = new FakePanel();
    panel.session.open(source(new Switch(), array('x', [2, 3], x)), 'inspect');
    panel.post({ type: 'ready' });
    expect(panel.inspect.map.changes).toBeUndefined();
    panel.session.update(source(new Switch(), array('x', [2, 3], [1, 9, 3, 4, 5, NaN], x)));
    expect(panel.inspect.map.changes).toEqual([
      { row: 0, col: 1, before: 2 },
      { row: 1, col: 2, before: 6 },
    ]);
    expect(JSON.stringify(panel.inspect.facts)).toContain('changed since the last stop');
  });

  it('on a layer’s input, in the padding’s coordinates, at the same step as before', () => {
    const panel = new FakePanel();
    const w = array('W', [3, 3], [0, 0, 0, 0, 1, 0, 0, 0, 0]);
    panel.session.open(source(new Switch(), array('x', [2, 3], x), w), 'conv');
    panel.post({ type: 'ready' });
    panel.set('pad', '1');
    panel.seek(3);
    panel.session.update(source(new Switch(), array('x', [2, 3], [1, 2, 3, 4, -5, 6], x), { ...w, before: w.array }));
    expect(panel.layer.t).toBe(3);
    expect(panel.map('x').changes).toEqual([{ row: 2, col: 2, before: 5 }]);
    expect(panel.map('w').changes).toBeUndefined();
    const again = panel.seek(0);
    expect(again.t).toBe(0);
    expect(panel.map('x').changes).toEqual([{ row: 2, col: 2, before: 5 }]);
  });

  it('on channels-first arrays, where the number was in the variable', () => {
    const panel = new FakePanel();
    const numbers = Array.from({ length: 8 }, (_, k) => k);
    const nchw = (data: number[], before?: number[]) => ({
      ...array('x', [1, 2, 2, 2], data, before),
      notation: 'pytorch' as const,
    });
    panel.session.open(source(new Switch(), nchw(numbers)), 'pool');
    panel.post({ type: 'ready' });
    const changed = numbers.map((value, k) => (k === 1 ? 50 : value));
    panel.session.update(source(new Switch(), nchw(changed, numbers)));
    expect(panel.map('x').changes).toEqual([{ row: 0, col: 1, before: 1 }]);
  });
});
