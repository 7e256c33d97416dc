/** The module's memory as a stack: what an operation has allocated is taken back when it ends. */
import type { Slot } from '../engine/Kernels';
import type { NumberType } from '../engine/Engine';
import { type FloatData } from '../../array/NdArray';
import type { WasmMemory } from './WebAssemblyApi';

const pageBytes = 2 ** 16;
/** Kernels read whole vectors, so up to this many bytes past the end of an array. */
const slackBytes = 64;

/** The operation needs more than the memory may hold. */
export class MemoryFull extends Error {}

export class LinearMemory {
  /** The first page holds the module's own data. */
  private top = pageBytes;

  constructor(
    private readonly memory: WasmMemory,
    private readonly mostBytes: number,
  ) {}

  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  mark(): number {
    return this.top;
  }

  release(mark: number): void {
    this.top = mark;
  }

  /**
   * Reserves `bytes` more, so that allocating them does not move the memory under the arrays that lie in it.
   * Throws MemoryFull.
   */
  reserve(bytes: number): void {
    const needed = this.top + bytes + slackBytes;
    if (needed > this.mostBytes) throw new MemoryFull();
    if (needed <= this.bytes) return;
    try {
      this.memory.grow(Math.ceil((needed - this.bytes) / pageBytes));
    } catch {
      // The system has no more memory, although the limit allows it.
      throw new MemoryFull();
    }
  }

  allocate(type: NumberType, length: number): Slot {
    const bytes = length * (type === 'float64' ? 8 : 4);
    this.reserve(bytes + slackBytes);
    const pointer = this.top;
    this.top = Math.ceil((pointer + bytes + slackBytes) / slackBytes) * slackBytes;
    return new LinearSlot(this.memory, type, pointer, length);
  }

  /** The slot of an array that lies in this memory; undefined for any other. */
  find({ buffer, byteOffset, length }: FloatData, type: NumberType): Slot | undefined {
    return buffer === this.memory.buffer ? new LinearSlot(this.memory, type, byteOffset, length) : undefined;
  }
}

/** A view is recreated after the memory has grown, which detaches the old one. */
class LinearSlot implements Slot {
  private view: FloatData | undefined;

  constructor(
    private readonly memory: WasmMemory,
    private readonly type: NumberType,
    readonly pointer: number,
    private readonly length: number,
  ) {}

  get data(): FloatData {
    const { buffer } = this.memory;
    if (this.view?.buffer === buffer) return this.view;
    this.view =
      this.type === 'float64'
        ? new Float64Array(buffer, this.pointer, this.length)
        : new Float32Array(buffer, this.pointer, this.length);
    return this.view;
  }
}
