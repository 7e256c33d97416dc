/** js-debug's and other debuggers' answers, as they were seen, as arrays. */
import { describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { FakeFrame } from './FakeFrame';

describe('js-debug', () => {
  it('a nested array comes as source text, bounded by its first path', async () => {
    const frame = new FakeFrame('pwa-node', {
      'watch x': '(2) [Array(2), Array(2)]',
      'watch x[0]': '(2) [1, 2]',
      'watch x[0][0]': '1',
      'clipboard x': '[\n  [\n    1,\n    2,\n  ],\n  [\n    3,\n    NaN,\n  ],\n]',
    });
    const [read] = await readVariable(frame, 'x', control());
    expect(read).toMatchObject({ name: 'x', array: { shape: [2, 2], data: Float64Array.of(1, 2, 3, NaN) } });
    const frameOfLess = new FakeFrame('pwa-node', {
      'watch x': '(2) [Array(2), Array(2)]',
      'watch x[0]': '(2) [1, 2]',
      'watch x[0][0]': '1',
    });
    await expect(readVariable(frameOfLess, 'x', control({ maxElements: 3 }))).rejects.toThrow(
      'x (2, 2) holds 4 numbers, more than the limit of 3',
    );
    expect(frameOfLess.asked).not.toContain('clipboard x');
  });

  it('typed arrays inside arrays and objects are their numbers', async () => {
    const frame = new FakeFrame('pwa-node', {
      'watch o': '{x: Array(2), W: Float32Array(1)}',
      'clipboard o':
        '{\n  x: [\n    new Float64Array([\n      1,\n      2,\n    ]),\n    new Float64Array([\n 3,\n 4,\n ]),\n  ],\n  W: new Float32Array([\n    0.5,\n  ]),\n}',
    });
    const arrays = await readVariable(frame, 'o', control());
    expect(arrays.map(({ name, array }) => [name, array.shape])).toEqual([
      ['o.x', [2, 2]],
      ['o.W', [1]],
    ]);
  });

  it('a typed array comes from memory, in slices, with its type', async () => {
    const values = Int16Array.from({ length: 2_000_000 }, (_, k) => k);
    const answer = { result: 'Int16Array(2000000) [0, 1, …]', memoryReference: '7', variablesReference: 3 };
    const frame = new FakeFrame('pwa-chrome', { 'watch t': answer });
    frame.memory = new Uint8Array(values.buffer);
    const reports: number[] = [];
    const [read] = await readVariable(frame, 't', control({ report: (done) => void reports.push(done) }));
    expect(read).toMatchObject({ dtype: 'Int16Array', array: { shape: [2_000_000] } });
    expect(read!.array.data.at(-1)).toBe(values.at(-1));
    expect(reports.length).toBeGreaterThan(1);
    await expect(readVariable(frame, 't', control({ maxElements: 10 }))).rejects.toThrow('more than the limit of 10');
  });

  it('without memory, a typed array comes as text', async () => {
    const frame = new FakeFrame('node', {
      'watch t': 'Float32Array(2) [1, 2.5]',
      'watch t[0]': '1',
      'clipboard t': 'new Float32Array([\n  1,\n  2.5,\n])',
    });
    const [read] = await readVariable(frame, 't', control());
    expect([...read!.array.data]).toEqual([1, 2.5]);
  });

  it.each([
    ['gone', 'gone cannot be read: ReferenceError: gone is not defined'],
    ['text', 'text holds no array that can be read from “"hello"”'],
  ])('%s is refused', async (chain, reason) => {
    const frame = new FakeFrame('pwa-node', { 'watch text': "'hello'", 'clipboard text': '"hello"' });
    await expect(readVariable(frame, chain, control())).rejects.toThrow(reason);
  });
});

describe('other debuggers', () => {
  it('gdb: nested braces of C++', async () => {
    const frame = new FakeFrame('cppdbg', { 'clipboard w': '{{1, -2.5}, {3e-1, 4}}' }, 'cpp');
    const [read] = await readVariable(frame, 'w', control());
    expect(read).toMatchObject({ name: 'w', array: { shape: [2, 2] } });
    expect([...read!.array.data]).toEqual([1, -2.5, 0.3, 4]);
  });

  it('one that knows no clipboard is asked as for its watch view', async () => {
    const frame = new FakeFrame('go', { 'watch net.W': '[2][2]float64 [[1,2],[3,4]]' }, 'go');
    expect((await readVariable(frame, 'net.W', control()))[0]!.array.shape).toEqual([2, 2]);
    expect(frame.asked).toEqual(['clipboard net.W', 'watch net.W']);
  });

  it('an abbreviated print is refused', async () => {
    const frame = new FakeFrame('lldb', { 'clipboard v': '{1, 2, 3...}' }, 'cpp');
    await expect(readVariable(frame, 'v', control())).rejects.toThrow(/v holds no array that can be read/);
  });

  it('nothing but chains is sent, whatever the debugger', async () => {
    const frame = new FakeFrame('cppdbg', {});
    await expect(readVariable(frame, '-exec shell date', control())).rejects.toThrow('only such are asked');
    expect(frame.asked).toEqual([]);
  });
});
