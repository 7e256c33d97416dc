/** Variables of a real JavaScript program: exact values, bounds before reading, and nothing of the program called. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { JavaScriptFrame } from './JavaScriptFrame';

let frame: JavaScriptFrame;
beforeEach(() => (frame = new JavaScriptFrame()));

const read = async (chain: string, options = {}) => readVariable(frame, chain, control(options));
const numbers = async (chain: string) =>
  (await read(chain)).map(({ name, array }) => [name, array.shape, [...array.data]]);

describe('values', () => {
  it('nested arrays with NaN, infinities, −0 and exact fractions', async () => {
    frame.run('x = [[1, 0.1 + 0.2, -0], [NaN, -Infinity, 1e300]]');
    expect(await numbers('x')).toEqual([['x', [2, 3], [1, 0.1 + 0.2, -0, NaN, -Infinity, 1e300]]]);
  });

  it('typed arrays in arrays and objects, and along the chain', async () => {
    frame.run('o = { x: [Float64Array.of(1, 2), Float64Array.of(3, 4)], W: Float32Array.of(0.5), name: "a" }');
    expect(await numbers('o')).toEqual([
      ['o.x', [2, 2], [1, 2, 3, 4]],
      ['o.W', [1], [0.5]],
    ]);
    expect(await numbers('o.x[1]')).toEqual([['o.x[1]', [2], [3, 4]]]);
  });

  it('a short typed array comes in the one answer, with its type', async () => {
    frame.run('t = Float32Array.of(1, 2.5, NaN); e = new Int8Array(0)');
    expect((await read('t'))[0]).toMatchObject({
      dtype: 'Float32Array',
      array: { data: Float32Array.of(1, 2.5, NaN) },
    });
    expect((await read('e'))[0]!.array).toEqual({ shape: [0], data: new Float64Array(0) });
    expect(frame.asked).toHaveLength(2);
  });

  it('a long typed array comes from memory, in slices, and as text where there is no memory', async () => {
    frame.run('t = Int16Array.from({ length: 2000000 }, (_, k) => k); short = t.subarray(5, 6005)');
    const reports: number[] = [];
    const [long] = await read('t', { report: (done: number) => void reports.push(done) });
    expect(long).toMatchObject({ dtype: 'Int16Array', array: { shape: [2_000_000] } });
    expect(long!.array.data.at(-1)).toBe((1_999_999 << 16) >> 16);
    expect(reports.length).toBeGreaterThan(1);
    frame.givesMemory = false;
    const [text] = await read('short');
    expect([text!.dtype, text!.array.shape, text!.array.data.at(-1)]).toEqual(['Int16Array', [6000], 6004]);
  });

  it.each([
    ['gone', /gone cannot be read: ReferenceError: gone is not defined/],
    ['text', /text holds no array that can be read from “"hello"”/],
    ['ragged', /./],
  ])('%s is refused with a reason', async (chain, reason) => {
    frame.run('text = "hello"; ragged = [[1, 2], [3]]');
    await expect(read(chain)).rejects.toThrow(reason);
  });
});

describe('bounds', () => {
  it.each([
    ['rows', 'rows (1500, 2000) holds 3000000 numbers, more than the limit of 1000000'],
    ['typed', 'typed (2000000,) holds 2000000 numbers, more than the limit of 1000000'],
  ])('%s is refused before it is written out', async (chain, reason) => {
    frame.run(`rows = new Array(1500).fill(new Array(2000).fill(0)); typed = new Uint8Array(2e6)`);
    await expect(read(chain, { maxElements: 1_000_000 })).rejects.toThrow(reason);
    expect(frame.asked).toHaveLength(1);
  });

  it('lists that hold one list many times over end at the depth, circular ones too', async () => {
    frame.run('a = [1]; for (let k = 0; k < 60; k++) a = [a, a]; c = [1]; c.push(c); w = { w: 1 }; w.w = w');
    for (const chain of ['a', 'c', 'w'])
      await expect(read(chain)).rejects.toThrow(`${chain} is nested too deeply for an array`);
  });

  it('a list whose first row is short ends at the bound', async () => {
    frame.run('uneven = [[1], ...new Array(500).fill(new Array(2000).fill(0))]');
    await expect(read('uneven', { maxElements: 1000 })).rejects.toThrow(
      'uneven holds more numbers than the limit of 1000',
    );
  });

  it('a wide object ends at the bound', async () => {
    frame.run('many = {}; for (let k = 0; k < 120000; k++) many["k" + k] = "text"');
    await expect(read('many', { maxElements: 1000 })).rejects.toThrow('holds more numbers than the limit of 1000');
  });
});

describe('nothing of the program is called', () => {
  const program = `
    calls = [];
    count = (name) => { calls.push(name); throw new Error(name); };
    class Counting extends Array {
      get 0() { return count('get 0'); }
      map() { return count('map'); }
      join() { return count('join'); }
      toString() { return count('toString'); }
      toJSON() { return count('toJSON'); }
      get [Symbol.toStringTag]() { return count('tag'); }
      [Symbol.iterator]() { return count('iterator'); }
      static get [Symbol.species]() { return count('species'); }
    }
    class Typed extends Float32Array {
      join() { return count('join'); }
      get length() { return count('length'); }
      get [Symbol.toStringTag]() { return count('tag'); }
    }
    derived = []; derived[0] = 1; derived[1] = 2; Object.setPrototypeOf(derived, Counting.prototype);
    typed = Reflect.construct(Float32Array, [[1, 2, 3]], Typed);
    inside = [typed, typed];
    o = { get W() { return count('get W'); }, x: [[1, 2]], toJSON() { return count('toJSON'); } };
    row = [1, 2, 3]; Object.defineProperty(row, 1, { get: () => count('get 1'), enumerable: true });
    rows = [[1, 2, 3], row];
    proxy = new Proxy([1, 2], { get: (_, key) => count('trap ' + String(key)), getOwnPropertyDescriptor: () => count('trap'),
      ownKeys: () => count('ownKeys'), has: () => count('has'), getPrototypeOf: () => count('getPrototypeOf') });
    nested = [[1, 2], proxy];
    holder = { times: 0, get weight() { this.times++; return [[1, 2], [3, 4]]; } };
  `;
  beforeEach(() => frame.run(program));
  const calls = () => frame.run('calls.join()');

  it.each([
    ['derived', [2], [1, 2]],
    ['typed', [3], [1, 2, 3]],
    ['inside', [2, 3], [1, 2, 3, 1, 2, 3]],
  ])('%s: methods of a derived class', async (chain, shape, data) => {
    expect(await numbers(chain)).toEqual([[chain, shape, data]]);
    expect(calls()).toBe('');
  });

  it('a property with a getter is left out, the other arrays are read', async () => {
    expect(await numbers('o')).toEqual([['o.x', [1, 2], [1, 2]]]);
    expect(calls()).toBe('');
  });

  it.each([
    ['row', 'row[1] is computed by a getter, which is not called'],
    ['rows', 'rows[1][1] is computed by a getter, which is not called'],
    ['proxy', 'proxy is a Proxy, whose entries the program computes'],
    ['nested', 'nested[1] is a Proxy, whose entries the program computes'],
  ])('%s is refused by name', async (chain, reason) => {
    await expect(read(chain)).rejects.toThrow(reason);
    expect(calls()).toBe('');
  });

  it('a getter that the chain itself asks for runs once', async () => {
    expect(await numbers('holder.weight')).toEqual([['holder.weight', [2, 2], [1, 2, 3, 4]]]);
    expect(frame.run('holder.times')).toBe(1);
  });

  it('names of the language that the program has for itself are not used', async () => {
    frame.run('Object = Array = String = Number = undefined');
    expect(await numbers('rows[0]')).toEqual([['rows[0]', [3], [1, 2, 3]]]);
  });
});
