/**
 * `std::vector` where gdb gives neither its elements nor its text, as adapters of its machine interface: from memory, between the
 * two pointers of the GNU library, as gdb's own printers read it. Nothing is called in the program.
 */
import { budget } from '../../../core/budget';
import { LensError, msg } from '../../../core/message';
import { numberOfPart } from '../../../core/read/debug/printedNumber';
import { elementOfVector, storedAs } from '../../../core/read/debug/vectorType';
import { decodeNumbers, elementSize, type StoredType } from '../../../core/read/files/decodeNumbers';
import { mapTuple } from '../../../core/tuples';
import { readBytes } from './readBytes';
import type { ReadControl, StoppedFrame } from './StoppedFrame';

/** Where a vector's elements are: the address of the first, and that behind the last. */
interface Extent {
  readonly start: bigint;
  readonly end: bigint;
}

/** Bytes of a vector in a vector where an address has 8: the addresses of its first element, of its end, and of the end of its memory. */
const vectorBytes = 24;

/** Addresses beyond have more than 4 bytes. */
const longest32 = 0xffff_ffffn;

/** The vector at `chain` as a literal of C. Throws a LensError. */
export async function readVector(
  frame: StoppedFrame,
  element: string,
  chain: string,
  control: ReadControl,
): Promise<string> {
  // A vector of bool has bits.
  if (!isRead(element)) throw unlisted(chain, element);
  const first = `${chain}._M_impl._M_start`;
  const extent = { start: await addressOf(frame, first), end: await addressOf(frame, `${chain}._M_impl._M_finish`) };
  const reader = new VectorReader(frame, chain, control);
  if (extent.end === extent.start) return '{}';
  const read = await reader.read(element, extent);
  const inner = elementOfVector(element);
  if (inner === undefined) {
    const { result, type } = await frame.evaluate(`${first}[0]`, 'watch');
    reader.requireEqual(Number(numberOfPart(result, type)?.replace('true', '1').replace('false', '0')), read.first);
  } else reader.requireEqual(await addressOf(frame, `${first}[0]._M_impl._M_start`), read.first);
  return read.literal;
}

/** Numbers, and vectors of them. */
function isRead(element: string): boolean {
  const inner = elementOfVector(element);
  return inner === undefined ? storedAs(element, true) !== undefined : isRead(inner);
}

function unlisted(chain: string, element: string): LensError {
  return new LensError(msg('the debugger lists no elements of {0}, a vector of {1}', chain, element));
}

async function addressOf(frame: StoppedFrame, pointer: string): Promise<bigint> {
  const { result } = await frame.evaluate(pointer, 'watch');
  const [address] = /^0x[\da-f]+/i.exec(result) ?? [];
  if (address === undefined) throw new LensError(msg('{0} cannot be read: {1}', pointer, result.slice(0, 80)));
  return BigInt(address);
}

interface Read {
  readonly literal: string;
  /** The first number, or the address of the first vector's elements: the debugger's own answer has to be equal. */
  readonly first: number | bigint;
}

class VectorReader {
  private numbers = 0;

  constructor(
    private readonly frame: StoppedFrame,
    private readonly chain: string,
    private readonly control: ReadControl,
  ) {}

  requireEqual(shown: number | bigint, read: number | bigint): void {
    const isEqual = typeof shown === 'number' && typeof read === 'number' ? isNumber(shown, read) : shown === read;
    if (!isEqual) throw this.unreadable();
  }

  async read(element: string, extent: Extent, depth = 0): Promise<Read> {
    if (depth > budget.depth) throw new LensError(msg('{0} is nested too deeply for an array', this.chain));
    const stored = storedAs(element, extent.start > longest32);
    if (stored) return this.readNumbers(stored, extent);
    const inner = elementOfVector(element);
    if (inner === undefined) throw unlisted(this.chain, element);
    return this.readVectors(inner, extent, depth);
  }

  private async readNumbers(type: StoredType, extent: Extent): Promise<Read> {
    const bytes = await this.bytes(extent, elementSize(type));
    const numbers = decodeNumbers(bytes, 0, bytes.length / elementSize(type), type);
    return { literal: `{${Array.from(numbers, written).join(', ')}}`, first: numbers[0] ?? 0 };
  }

  private async readVectors(element: string, extent: Extent, depth: number): Promise<Read> {
    const bytes = await this.bytes(extent, vectorBytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const texts: string[] = [];
    for (let at = 0; at < bytes.length; at += vectorBytes) {
      const [start, end, stop] = mapTuple([0, 8, 16], (offset) => view.getBigUint64(at + offset, true));
      if (start > end || end > stop) throw this.unreadable();
      texts.push(start === end ? '{}' : (await this.read(element, { start, end }, depth + 1)).literal);
    }
    return { literal: `{${texts.join(', ')}}`, first: view.getBigUint64(0, true) };
  }

  /** The memory of elements of `size` bytes. */
  private async bytes({ start, end }: Extent, size: number): Promise<Uint8Array> {
    const length = Number(end - start);
    this.numbers += length / size;
    if (length < 0 || length % size !== 0) throw this.unreadable();
    if (this.numbers > this.control.maxElements) {
      const most = this.control.maxElements;
      throw new LensError(
        msg('{0} holds more numbers than the limit of {1} (setting layerLens.maxElements)', this.chain, most),
      );
    }
    const bytes = await readBytes(this.frame, `0x${start.toString(16)}`, length, this.control);
    if (!bytes) throw this.unreadable();
    return bytes;
  }

  private unreadable(): LensError {
    return new LensError(msg('the memory of {0} does not hold a vector that the program has filled', this.chain));
  }
}

/** As a number of C. */
function written(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

/** Whether a debugger has printed a number; of float it prints nine digits. */
function isNumber(shown: number, value: number): boolean {
  return Object.is(shown, value) || shown === value || Math.fround(shown) === value;
}
