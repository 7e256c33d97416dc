/** Answers of debuggers that are sent no expressions, as observed, as arrays. */
import { describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { FakeFrame } from './FakeFrame';

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
    await expect(readVariable(frame, 'v', control())).rejects.toThrow(/prints only a part of v/);
  });

  it.each([
    ['0x000055555557cf50', 'v is a pointer: how many'],
    ['{0x55555557ceb0, 0x55555557ceb8}', 'v is a pointer: how many'],
    ['{data = 0x55555557cf50, rows = 2}', 'v.data is a pointer: how many'],
  ])('addresses are not numbers: %s', async (printed, reason) => {
    const frame = new FakeFrame('cppdbg', { 'clipboard v': printed }, 'cpp');
    await expect(readVariable(frame, 'v', control())).rejects.toThrow(reason);
  });

  it('nothing but chains is sent, whatever the debugger', async () => {
    const frame = new FakeFrame('cppdbg', {});
    await expect(readVariable(frame, '-exec shell date', control())).rejects.toThrow('only such are asked');
    expect(frame.asked).toEqual([]);
  });
});
