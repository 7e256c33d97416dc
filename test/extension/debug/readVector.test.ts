/** Vectors that an adapter of gdb shows as `{...}`, read from the memory between their two pointers; the answers are cdt-gdb-adapter's. */
import { describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { FakeFrame } from './FakeFrame';

const START = 0x5555_5557_ceb0;
const address = (at: number): string => `0x${at.toString(16)}`;
const vectorOf = (element: string): string => `std::vector<${element}, std::allocator<${element}> >`;

/** Memory by the address at which it begins. */
class MemoryFrame extends FakeFrame {
  constructor(
    answers: ConstructorParameters<typeof FakeFrame>[1],
    private readonly blocks: Readonly<Record<string, ArrayBufferView<ArrayBuffer>>>,
  ) {
    super('gdb', answers, 'cpp');
  }

  override readMemory(reference: string, offset: number, count: number): Promise<string> {
    const block = this.blocks[reference];
    if (!block) return Promise.reject(new Error('Cannot access memory'));
    const bytes = new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
    return Promise.resolve(Buffer.from(bytes.subarray(offset, offset + count)).toString('base64'));
  }
}

/** A variable `v` whose elements are `stored` at START; gdb prints the first as `first`. */
function frameOf(type: string, stored: ArrayBufferView<ArrayBuffer>, first: string, rest = {}): MemoryFrame {
  const answers = {
    'clipboard v': { result: '{...}', type, variablesReference: 0 },
    'watch v._M_impl._M_start': { result: address(START) },
    'watch v._M_impl._M_finish': { result: address(START + stored.byteLength) },
    'watch v._M_impl._M_start[0]': { result: first },
    'watch v._M_impl._M_start[0]._M_impl._M_start': { result: first },
  };
  return new MemoryFrame(answers, { [address(START)]: stored, ...rest });
}

async function read(frame: FakeFrame): Promise<[shape: readonly number[], values: number[]]> {
  const [only, ...others] = await readVariable(frame, 'v', control({ maxElements: 1000 }));
  expect(others).toEqual([]);
  return [only!.array.shape, [...only!.array.data]];
}

describe('vectors of numbers', () => {
  it.each([
    ['double', new Float64Array([1, -0.1, 1e308, NaN, -Infinity]), '1', [1, -0.1, 1e308, NaN, -Infinity]],
    ['float', new Float32Array([0.1, 2]), '0.100000001', [Math.fround(0.1), 2]],
    ['int', new Int32Array([-7, 8]), '-7', [-7, 8]],
    ['unsigned char', new Uint8Array([65, 200]), "65 'A'", [65, 200]],
    ['long', new BigInt64Array([-5n, 2n ** 40n]), '-5', [-5, 2 ** 40]],
    ['unsigned short', new Uint16Array([65535]), '65535', [65535]],
  ])('%s', async (element, stored, first, values) => {
    expect(await read(frameOf(vectorOf(element), stored, first))).toEqual([[values.length], values]);
  });

  it('asks for nothing but names and memory', async () => {
    const frame = frameOf(vectorOf('int'), new Int32Array([1, 2]), '1');
    await read(frame);
    expect(frame.asked).toEqual([
      'clipboard v',
      'watch v._M_impl._M_start',
      'watch v._M_impl._M_finish',
      'watch v._M_impl._M_start[0]',
    ]);
  });
});

it('a vector of vectors: each row from its own memory', async () => {
  const rows = [0x5555_5558_0000, 0x5555_5559_0000];
  const outer = new BigUint64Array(rows.flatMap((row) => [BigInt(row), BigInt(row + 12), BigInt(row + 16)]));
  const inner = { [address(rows[0]!)]: new Float32Array([1, 2, 3]), [address(rows[1]!)]: new Float32Array([4, 5, 6]) };
  const frame = frameOf(vectorOf(vectorOf('float')), outer, address(rows[0]!), inner);
  expect(await read(frame)).toEqual([
    [2, 3],
    [1, 2, 3, 4, 5, 6],
  ]);
});

describe('refused, with the reason', () => {
  const ints = new Int32Array([1, 2]);
  it.each([
    ['bits', frameOf('std::vector<bool, std::allocator<bool> >', ints, 'true'), 'a vector of bool'],
    ['objects', frameOf(vectorOf('Image'), ints, '{...}'), 'a vector of Image'],
    [
      'another container',
      frameOf('std::deque<int>', ints, '1'),
      'the debugger lists no elements of v: std::deque<int>',
    ],
    ['a first number that gdb shows otherwise', frameOf(vectorOf('int'), ints, '16777216'), 'does not hold a vector'],
    ['half an element', frameOf(vectorOf('double'), new Uint8Array(12), '0'), 'does not hold a vector'],
    [
      'rows whose end lies before their start',
      frameOf(vectorOf(vectorOf('int')), new BigUint64Array([9n, 8n, 9n]), '0x9'),
      'does not hold a vector',
    ],
    ['more than the limit', frameOf(vectorOf('int'), new Int32Array(1001), '0'), 'more numbers than the limit of 1000'],
  ])('%s', async (_, frame, reason) => {
    await expect(read(frame)).rejects.toThrow(reason);
  });

  it('`long` where addresses have 4 bytes, as its size is not known', async () => {
    const answers = {
      'clipboard v': { result: '{...}', type: vectorOf('long') },
      'watch v._M_impl._M_start': { result: '0x20000100' },
      'watch v._M_impl._M_finish': { result: '0x20000108' },
    };
    await expect(read(new FakeFrame('gdb', answers, 'cpp'))).rejects.toThrow('a vector of long');
  });
});
