/** Debug adapters that give wrong lengths, pieces without end, or nothing: a read ends, with a bounded number of questions. */
import { describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import type { Evaluated, ListedPart, StoppedFrame } from '../../../extension/session/debug/StoppedFrame';
import { control } from './control';

class Adapter implements StoppedFrame {
  questions = 0;
  constructor(
    readonly debuggerType: string,
    private readonly answer: (question: number, context: string) => string | Evaluated,
    private readonly memory: (count: number) => Uint8Array = () => new Uint8Array(0),
    private readonly lists: (start: number, count: number) => readonly ListedPart[] = () => [],
  ) {}

  evaluate(_expression: string, context: string): Promise<Evaluated> {
    const answer = this.answer(this.questions++, context);
    return Promise.resolve(typeof answer === 'string' ? { result: answer } : answer);
  }

  parts(_reference: number, start: number, count: number): Promise<readonly ListedPart[]> {
    this.questions++;
    return Promise.resolve(this.lists(start, count));
  }

  readMemory(_reference: string, _offset: number, count: number): Promise<string> {
    this.questions++;
    return Promise.resolve(Buffer.from(this.memory(count)).toString('base64'));
  }
}

const preview = { result: 'Float64Array(1000000) [0, …]', memoryReference: 'm' };
const js = (memory: (count: number) => Uint8Array) =>
  new Adapter('pwa-node', (_, context) => (context === 'watch' ? preview : '"memory Float64Array 1000000"'), memory);

describe('js-debug', () => {
  it.each<[string, (count: number) => Uint8Array]>([
    ['one byte at a time', () => new Uint8Array(1)],
    ['nothing', () => new Uint8Array(0)],
    ['more than was asked for', (count) => new Uint8Array(count + 8)],
  ])('memory in answers of %s is given up after a bounded number of questions', async (_, memory) => {
    const adapter = js(memory);
    await expect(readVariable(adapter, 't', control())).rejects.toThrow('unexpected answer of the debugger for t');
    expect(adapter.questions).toBeLessThan(100);
  });

  it('memory in halves of what was asked for is read', async () => {
    const adapter = js((count) => new Uint8Array(Math.ceil(count / 2)).fill(0));
    const [read] = await readVariable(adapter, 't', control());
    expect(read!.array.shape).toEqual([1_000_000]);
  });

  it.each([
    ['"memory Float64Array 9e99"', 'unexpected answer'],
    ['"typed Float32Array 1,2,3,4,5"', 'holds 5 numbers, more than the limit of 4'],
    ['"large 0"', 'holds more numbers than the limit of 4'],
    ['"text [[[["', 'holds no array'],
    [`"text ${'[1],'.repeat(60_000)}"`, 'more than the limit of 100128'],
    ['"no such answer"', 'unexpected answer of the debugger for x: no such answer'],
    ['', 'unexpected answer of the debugger for x'],
    ['"__proto__"', 'unexpected answer of the debugger for x'],
  ])('answer %#: %s', async (answer, reason) => {
    const adapter = new Adapter('node', () => answer);
    await expect(readVariable(adapter, 'x', control({ maxElements: 4 }))).rejects.toThrow(reason);
    expect(adapter.questions).toBeLessThan(5);
  });
});

describe('debugpy', () => {
  it.each([
    ["'array <f8 float64 numpy 1000000000000'", 'more than the limit of'],
    ["'array <f8 float64 numpy 9007199254740992,9007199254740992'", 'unexpected answer|more than the limit of'],
    ["'array <f8 float64 numpy 2,2 AAAA'", 'cuts the values of x short'],
    ["'list 3 AAAA'", 'cuts the values of x short'],
    ["'number AAAA'", 'cuts the values of x short'],
    ["'array __proto__ constructor numpy 2'", 'which are not real numbers'],
    ["'list -1'", 'unexpected answer'],
    ['', 'unexpected answer'],
  ])('%s ends with a reason', async (answer, reason) => {
    const adapter = new Adapter('debugpy', () => answer);
    await expect(readVariable(adapter, 'x', control())).rejects.toThrow(new RegExp(reason));
    expect(adapter.questions).toBeLessThan(8);
  });

  it('an adapter that gives only a part of each slice is asked twice, not for ever', async () => {
    const adapter = new Adapter('debugpy', (question) =>
      question === 0 ? "'array <f8 float64 numpy 4000000'" : "'AAAA'",
    );
    await expect(readVariable(adapter, 'x', control())).rejects.toThrow('cuts the values of x short');
    expect(adapter.questions).toBe(3);
  });

  it('a read can be cancelled between two answers', async () => {
    const adapter = new Adapter('debugpy', (question) =>
      question === 0 ? "'array |u1 uint8 numpy 1000000'" : `'${Buffer.alloc(786432).toString('base64')}'`,
    );
    let checks = 0;
    const check = () => {
      if (checks++ === 1) throw new Error('cancelled');
    };
    await expect(readVariable(adapter, 'x', control({ check }))).rejects.toThrow('cancelled');
    expect(adapter.questions).toBe(2);
  });
});

describe('others', () => {
  it.each([
    ['{'.repeat(200_000), 'more than the limit of'],
    ['{0 <repeats 1000000000 times>}', 'holds no array'],
    [`${'a'.repeat(100_000)} = 0x7fffffffe300`, 'is a pointer'],
    ['std::vector of length 99999999, capacity 3 = {', 'holds no array'],
  ])('answer %#: %s', async (answer, reason) => {
    const adapter = new Adapter('cppdbg', () => answer);
    await expect(readVariable(adapter, 'x', control({ maxElements: 1000 }))).rejects.toThrow(reason);
    expect(adapter.questions).toBe(1);
  });

  const numbers = (start: number, count: number) =>
    Array.from({ length: count }, (_, k) => ({ name: `[${start + k}]`, result: '1' }));
  it.each<[string, (start: number, count: number) => readonly ListedPart[], string, number]>([
    ['pages without end', numbers, 'holds more numbers than the limit of 5000', 8],
    ['more than was asked for', (start, count) => numbers(start, 9 * count), 'more numbers than the limit', 3],
    ['lists inside each other', () => [{ name: '[0]', result: '', variablesReference: 1 }], 'nested too deeply', 40],
    [
      'objects that refer to each other',
      () => ['a', 'b', 'c'].map((name) => ({ name, result: '', variablesReference: 1 })),
      'has more than 100 objects',
      400,
    ],
    ['gaps', (start) => [...numbers(start, 2), ...numbers(start + 3, 1)], 'lists [3] after [1] of x', 3],
  ])('parts: %s end with a reason', async (_, lists, reason, most) => {
    const adapter = new Adapter('lldb', () => ({ result: '', variablesReference: 1 }), undefined, lists);
    await expect(readVariable(adapter, 'x', control({ maxElements: 5000 }))).rejects.toThrow(reason);
    expect(adapter.questions).toBeLessThan(most);
  });
});
