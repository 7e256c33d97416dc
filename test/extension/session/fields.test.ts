/** What the fields of the panel change, and values that do not fit. */
import { describe, expect, it, vi } from 'vitest';
import { formatMessage, LensError, msg } from '../../../core/message';
import { FakePanel } from './FakePanel';
import { stageItems } from '../../../core/step/shared/stage';
import { image, pooling } from './texts';

describe('fields', () => {
  it('a wrong value is reported at its field; the picture and the other fields stay', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(3);
    panel.set('kernel', '5');
    const field = panel.field('kernel')!;
    expect(field.value).toBe('5');
    expect(formatMessage(field.error!)).toBe('kernel 5 is larger than the padded input 4');
    expect(panel.layer.t).toBe(3);
    expect(panel.layer.timeline.count).toBe(4);
    expect(panel.state.error?.field).toBe('kernel');
    panel.set('kernel', '3');
    expect(panel.field('kernel')?.error).toBeUndefined();
    expect(panel.state.error).toBeUndefined();
    expect(panel.layer.timeline.count).toBe(1);
  });

  it.each([
    ['filterChoice', 'array:2', 'kernel 5 is larger than the padded input 4'],
    ['dilation', '3', 'kernel 3 with dilation 3 spans 7 cells, more than the padded input 4'],
  ])('a filter from the text that is too large for the input is reported at %s', (id, value, reason) => {
    const arrays = 'X = np.ones((1, 4, 4, 1))\nW = np.ones((3, 3, 1, 1))\nW2 = np.ones((5, 5, 1, 1))\n';
    const panel = FakePanel.showing(arrays, 'conv');
    panel.set('pad', '0');
    panel.set(id, value);
    expect(formatMessage(panel.field(id)!.error!)).toBe(reason);
    expect(panel.field(id)?.value).toBe(value);
  });

  it('two wrong values are corrected one after the other', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.set('kernel', '5');
    panel.set('pad', 'x');
    panel.set('pad', '0');
    expect(panel.field('kernel')?.error).toBeDefined();
    panel.set('kernel', '4');
    expect(panel.layer.timeline.count).toBe(1);
    expect(panel.state.error).toBeUndefined();
  });

  it.each([
    ['F.conv2d(x, w)', 'filter c', 'channel'],
    ['F.conv_transpose2d(x, w)', 'input channel c', 'output channel'],
  ])('of %s: the channel of the loop and the one that the maps show have different names', (call, loop, shown) => {
    const values = (shape: string) => `np.arange(16.0).reshape(${shape})`;
    const panel = FakePanel.showing(`x = ${values('1, 2, 2, 4')}\nw = ${values('2, 2, 2, 2')}\ny = ${call}\n`, 'any');
    const labels = ['filter', 'channel'].map((id) => formatMessage(panel.field(id)!.label));
    expect(labels).toEqual([loop, shown]);
  });

  it('an emptied field goes back to the value of the text', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.set('stride', '1');
    expect(panel.layer.timeline.count).toBe(9);
    panel.set('stride', '');
    expect(panel.layer.timeline.count).toBe(4);
    expect(panel.field('stride')?.value).toBe('2');
  });

  it('max becomes average and forward backward, at the same window', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(2);
    panel.set('mode', 'average');
    expect(panel.frame.position).toMatchObject({ h: 1, w: 0 });
    panel.set('pass', 'backward');
    expect(panel.frame.position).toMatchObject({ h: 1, w: 0 });
    expect(panel.field('gradientChoice')?.value).toBe('random');
    expect(panel.map('dX').rows).toBe(4);
  });

  it('example, filter and channel move the view; values out of range are refused at the field', () => {
    const text = `A_prev = np.array(${JSON.stringify(nested([3, 3, 4, 2]))})\nW = np.array(${JSON.stringify(nested([2, 2, 2, 3]))})`;
    const panel = FakePanel.showing(text, 'conv');
    panel.set('example', '1');
    expect(panel.frame.position).toMatchObject({ i: 1, h: 0, w: 0 });
    panel.set('filter', '2');
    expect(panel.frame.position).toMatchObject({ i: 1, c: 2 });
    panel.set('channel', '1');
    expect(panel.field('channel')?.value).toBe('1');
    const { t } = panel.layer;
    for (const wrong of ['3', '-1', '1.5', 'x', '']) {
      panel.set('example', wrong);
      expect(panel.field('example')).toMatchObject({
        value: wrong,
        error: { args: [0, 2, ...(wrong ? [wrong] : [])] },
      });
      expect(panel.layer.t).toBe(t);
      expect(panel.state.error).toBeUndefined();
    }
    panel.set('example', '2');
    expect(panel.field('example')?.error).toBeUndefined();
    expect(panel.frame.position.i).toBe(2);
  });

  it('files that cannot be read: their name, the reason, and ways out that work', async () => {
    const panel = new FakePanel();
    const files = { name: 'broken.npy', uris: ['file:///broken.npy'] };
    panel.readFiles = () => Promise.reject(new LensError(msg('the header is incomplete')));
    panel.post({ type: 'ready' });
    await panel.session.openFiles(files, 'inspect');
    const { content, error } = panel.state;
    expect(content.kind).toBe('empty');
    expect(error).toMatchObject({ file: 'broken.npy', actions: ['retry', 'openWith'] });
    expect(formatMessage(error!.message)).toBe('the header is incomplete');
    panel.post({ type: 'errorAction', action: 'openWith' });
    expect(panel.openedFiles).toEqual(['file:///broken.npy']);
    const array = { shape: [2], data: Float64Array.of(1, 2) };
    panel.readFiles = () =>
      Promise.resolve({ kind: 'arrays', name: 'broken.npy', arrays: [{ array, range: [0, 0] }], files });
    panel.post({ type: 'errorAction', action: 'retry' });
    await vi.waitFor(() => expect(panel.inspect.map.values).toEqual(Float64Array.of(1, 2)));
    expect(panel.state.error).toBeUndefined();
    expect(panel.inspect.editable).toBe(false);
  });

  it('numbers written without a point are integers in the inspector, as in NumPy', () => {
    const printed = (text: string) => {
      const panel = FakePanel.showing(text, 'inspect');
      panel.set('view', 'text');
      return panel.inspect.text;
    };
    expect(printed('a = np.array([1, -20])')).toBe('array([  1, -20])');
    expect(printed('a = np.array([1., -20])')).toBe('array([  1., -20.])');
  });

  it('the inspector goes to the next element of a search, also in another slice, and copies cells', () => {
    const panel = FakePanel.showing('a = np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 1], [2, 3]]])', 'inspect');
    panel.set('rowAxis', '1');
    panel.set('colAxis', '2');
    panel.set('find', '> 5');
    expect(panel.inspect.found).toEqual({ count: 4, inSlice: 0 });
    panel.set('match', 'next');
    expect(panel.inspect.map.title).toBe('a[1, :, :]');
    expect(panel.inspect.current).toEqual({ row: 0, col: 1 });
    panel.set('match', 'previous');
    expect(panel.inspect).toMatchObject({ map: { title: 'a[2, :, :]' }, current: { row: 0, col: 0 } });
    panel.post({ type: 'copyCells', generation: panel.generation, row: 1, col: 0, rows: 1, cols: 2, format: 'csv' });
    expect(panel.copied).toEqual(['2,3\n']);
  });

  it('cells of a map of the stage are copied as the step shows them, padding included', () => {
    const panel = FakePanel.showing('X = [[1, 2], [3, 4]]\nW = [[1, 1], [1, 1]]', 'conv');
    panel.set('pad', '1');
    const { generation } = panel;
    const range = { row: 0, col: 1, rows: 2, cols: 2, format: 'numpy' } as const;
    panel.post({ type: 'copyMapCells', generation, map: 'x', t: 0, ...range });
    expect(panel.copied.pop()!.replace(/\s+/g, ' ')).toContain('[[0.0, 0.0], [1.0, 2.0]]');
    panel.post({ type: 'copyMapCells', generation, map: 'z', t: 8, ...range, rows: 1, format: 'csv' });
    expect(panel.copied.pop()).toBe('3,2\n');
    panel.post({ type: 'copyMapCells', generation, map: 'no map', t: 0, ...range });
    panel.post({ type: 'copyMapCells', generation: generation - 1, map: 'x', t: 0, ...range });
    expect(panel.copied).toEqual([]);
  });

  it('the matrix view shows the same step as a product, and back', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.seek(2);
    const ids = () => stageItems(panel.frame.stage).flatMap((item) => (item.kind === 'map' ? [item.map.title] : []));
    const before = ids();
    panel.set('matrix', 'true');
    expect(panel.layer.t).toBe(2);
    expect(ids()).not.toEqual(before);
    panel.set('stride', '1');
    expect(panel.field('matrix')?.value).toBe('true');
    panel.set('matrix', 'false');
    panel.set('stride', '2');
    expect(ids()).toEqual(before);
  });

  it('a montage of all channels is sent for a map that has some, and nothing for one that has none', () => {
    const panel = FakePanel.showing(`A_prev = np.array(${JSON.stringify(nested([1, 3, 4, 2]))})`, 'pool');
    const ask = (map: string, request: number) =>
      panel.post({ type: 'montage', generation: panel.generation, request, map, t: 0 });
    ask('x', 1);
    expect(panel.received.at(-1)).toMatchObject({ type: 'montage', request: 1, montage: { map: 'x', total: 2 } });
    ask('nothing', 2);
    expect(panel.received.at(-1)).not.toHaveProperty('montage');
  });

  it('preferences are kept and given back', () => {
    const panel = FakePanel.showing(pooling, 'pool');
    panel.post({ type: 'setPreferences', preferences: { precision: 5 } });
    panel.post({ type: 'ready' });
    expect(panel.state.preferences).toMatchObject({ precision: 5, speed: 2 });
  });
});

describe('bad input', () => {
  it('text that cannot be read: no picture, the error with its place', () => {
    const panel = FakePanel.showing('X = [[1, 2], [3]]', 'conv');
    expect(panel.state.content.kind).toBe('empty');
    expect(panel.state.error?.range).toBeDefined();
    panel.post({ type: 'revealError' });
    expect(panel.editorCalls).toEqual([['reveal', panel.state.error!.range]]);
  });

  it('a hyperparameter of the text that does not fit is reported at its field, with a picture all the same', () => {
    const panel = FakePanel.showing(`${image}\nhparameters = {"stride": 0, "f": 2}`, 'pool');
    expect(formatMessage(panel.field('stride')!.error!)).toContain('stride must be a whole number');
    expect(panel.layer.timeline.count).toBe(9);
    panel.set('stride', '2');
    expect(panel.field('stride')?.error).toBeUndefined();
    expect(panel.layer.timeline.count).toBe(4);
  });

  it('a gradient that fits no geometry is reported where the gradient is chosen', () => {
    const panel = FakePanel.showing(`${image}\ndA = [[1, 2, 3, 4, 5, 6]]`, 'pool');
    expect(formatMessage(panel.field('gradientChoice')!.error!)).toContain('(1, 1, 6, 1)');
    expect(panel.layer.timeline.count).toBeGreaterThan(0);
  });
});

describe('inspecting', () => {
  it('an array of any rank, with slicing', () => {
    const panel = FakePanel.showing(
      `X = np.array(${JSON.stringify(nested([2, 3, 4, 5]))})\nY = [[1, nan], [inf, 4]]`,
      'inspect',
    );
    expect(panel.inspect.arrays.map(({ name, shape }) => [name, shape])).toEqual([
      ['X', [2, 3, 4, 5]],
      ['Y', [2, 2]],
    ]);
    panel.set('index0', '1');
    expect(panel.inspect.map.values[0]).toBe(60);
    panel.set('array', '1');
    expect([...panel.inspect.map.values]).toEqual([1, NaN, Infinity, 4]);
  });
});

/** Nested lists that count up. */
function nested(shape: readonly number[]): unknown {
  let next = 0;
  const build = (axis: number): unknown =>
    axis === shape.length ? next++ : Array.from({ length: shape[axis]! }, () => build(axis + 1));
  return build(0);
}
