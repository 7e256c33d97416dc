/** Values that debuggers list as elements and members, in the words of each debugger. */
import { describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import type { Evaluated, ListedPart, StoppedFrame } from '../../../extension/session/debug/StoppedFrame';
import { control } from './control';

interface Value {
  readonly shown: string;
  readonly type?: string;
  readonly parts?: Readonly<Record<string, Value>>;
}

/** An adapter that shows one value as `x`, in pages or all at once. */
class ListingFrame implements StoppedFrame {
  private readonly references: Value[] = [];
  constructor(
    readonly debuggerType: string,
    private readonly value: Value,
    private readonly hasPages = true,
  ) {}

  evaluate(): Promise<Evaluated> {
    return Promise.resolve(this.shown(this.value));
  }

  parts(reference: number, start: number, count: number): Promise<readonly ListedPart[]> {
    const all = Object.entries(this.references[reference - 1]!.parts!);
    const page = this.hasPages ? all.slice(start, start + count) : all;
    return Promise.resolve(page.map(([name, value]) => ({ name, ...this.shown(value) })));
  }

  readMemory(): Promise<string> {
    return Promise.reject(new Error('not used'));
  }

  private shown(value: Value): Evaluated {
    const { shown: result, type, parts } = value;
    const variablesReference = parts ? this.references.push(value) : 0;
    return { result, variablesReference, ...(type !== undefined && { type }) };
  }
}

/** A list as each debugger names its elements. */
const list = (shown: string, items: readonly (Value | string)[], name = (k: number) => `[${k}]`): Value => ({
  shown,
  parts: Object.fromEntries(items.map((item, k) => [name(k), typeof item === 'string' ? { shown: item } : item])),
});
const read = async (frame: StoppedFrame) =>
  (await readVariable(frame, 'x', control())).map(({ name, array }) => [name, array.shape, [...array.data]]);

describe('a value that its debugger lists', () => {
  it.each<[string, string, Value, unknown]>([
    ['cppdbg: a C array shown by its length', 'cppdbg', list('[3]', ['1', '2', '3']), ['x', [3], [1, 2, 3]]],
    ['cppdbg: a vector', 'cppdbg', list('{...}', [list('{...}', ['1', '-inf'])]), ['x', [1, 2], [1, -Infinity]]],
    ['cppdbg: bytes', 'cppdbg', list('{...}', ["65 'A'", "200 '\\310'"]), ['x', [2], [65, 200]]],
    [
      'cppvsdbg: next to the size and the raw view',
      'cppvsdbg',
      {
        shown: '{ size=2 }',
        parts: {
          '[capacity]': { shown: '4' },
          '[0]': { shown: '1.5' },
          '[1]': { shown: '2' },
          '[Raw View]': { shown: '' },
        },
      },
      ['x', [2], [1.5, 2]],
    ],
    ['C#', 'coreclr', list('{double[3]}', ['1.5', '2E+20', 'NaN']), ['x', [3], [1.5, 2e20, NaN]]],
    ['Java', 'java', list('double[2]@12', ['1.0', '2.0E10'], String), ['x', [2], [1, 2e10]]],
  ])('%s', async (_, type, value, expected) => {
    expect(await read(new ListingFrame(type, value))).toEqual([expected]);
  });

  it.each([999, 1000, 1001, 2000])('%i elements, in pages and all at once', async (count) => {
    const value = list(
      '',
      Array.from({ length: count }, (_, k) => String(k)),
    );
    const expected = [['x', [count], Array.from({ length: count }, (_, k) => k)]];
    expect(await read(new ListingFrame('lldb', value))).toEqual(expected);
    expect(await read(new ListingFrame('lldb', value, false))).toEqual(expected);
  });

  it('cppdbg lists no more than 1000 elements: a vector that may be longer is refused', async () => {
    const value = list('{...}', new Array<string>(1000).fill('1'));
    await expect(read(new ListingFrame('cppdbg', value))).rejects.toThrow('lists at most 1000');
  });

  it('members: arrays are read, all else is left out', async () => {
    const w = list('', ['1', '2']);
    const value = {
      shown: '',
      parts: { w, n: { shown: '3' }, name: { shown: '"conv1"' }, base: { shown: '', parts: {} } },
    };
    expect(await read(new ListingFrame('lldb', value))).toEqual([['x.w', [2], [1, 2]]]);
  });

  it.each<[string, Value, string]>([
    ['a character beyond ASCII whose sign is not known', list('', ["'\\xc8'"]), "x[0] is not a number: '\\xc8'"],
    ['a pointer', { shown: '0x1f', type: 'float *' }, 'x is a pointer'],
    ['pointers', list('', [{ shown: '0x7fffffffe300' }]), 'x[0] is a pointer'],
    [
      'a list of objects',
      list('', [{ shown: '', type: 'Cell', parts: { v: { shown: '1' } } }]),
      'list of numbers: Cell',
    ],
  ])('%s is refused', async (_, value, reason) => {
    await expect(read(new ListingFrame('lldb', value))).rejects.toThrow(reason);
  });
});
