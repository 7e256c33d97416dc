/** WebAssembly SIMD: the kernels of `assembly/`, compiled at build time and embedded. */
import type { NdArray } from '../../array/NdArray';
import type { Engine, Memory, NumberType } from '../engine/Engine';
import type { Kernels, Slot } from '../engine/Kernels';
import { typescriptEngine } from '../typescript/typescriptEngine';
import { decodeBase64 } from '../../decodeBase64';
import { kernelsBase64 } from './kernels.generated';
import { LinearMemory, MemoryFull } from './LinearMemory';
import { simdKernels } from './simdKernels';
import { webAssembly, type WebAssemblyApi } from './WebAssemblyApi';

/** After an operation that needed more, the memory is given back: WebAssembly memory never shrinks. */
const keptBytes = 2 ** 28;

interface Loaded {
  readonly memory: LinearMemory;
  readonly float64: Kernels;
  readonly float32: Kernels;
}

export interface SimdOptions {
  /**
   * Results stay in the engine's memory, as arrays over it, and arrays that lie there are read in place: for chains of
   * layers. Needs this many bytes for all of them; they are valid until `release`.
   */
  readonly residentBytes?: number;
  /** Larger operations are left to plain TypeScript. Default: 2 GiB. */
  readonly mostBytes?: number;
}

export class SimdEngine implements Engine {
  readonly name = 'simd';
  private loaded: Loaded;
  private readonly mostBytes: number;
  readonly resident: boolean;

  private constructor(
    private readonly api: WebAssemblyApi,
    private readonly module: object,
    { residentBytes = 0, mostBytes = 2 ** 31 }: SimdOptions,
  ) {
    this.mostBytes = mostBytes;
    this.loaded = load(api, module, mostBytes);
    this.resident = residentBytes > 0;
    this.loaded.memory.reserve(residentBytes);
  }

  /** Undefined where the platform has no WebAssembly, no SIMD, or forbids to compile here. */
  static create(options: SimdOptions = {}): SimdEngine | undefined {
    const api = webAssembly();
    if (!api) return undefined;
    try {
      return new SimdEngine(api, new api.Module(decodeBase64(kernelsBase64)), options);
    } catch {
      // A CompileError means that SIMD is missing or that compiling is forbidden: the other engine is used.
      return undefined;
    }
  }

  run<Result>(type: NumberType, work: (memory: Memory) => Result): Result {
    const { memory } = this.loaded;
    const mark = memory.mark();
    const scope = new LinearScope(type, this.loaded[type], memory, this.resident);
    try {
      return work(scope);
    } catch (error) {
      if (!(error instanceof MemoryFull)) throw error;
    } finally {
      memory.release(Math.max(mark, scope.keptTo));
      if (!this.resident && memory.bytes > keptBytes) this.loaded = load(this.api, this.module, this.mostBytes);
    }
    return typescriptEngine.run(type, work);
  }

  /** A copy of `array` in the engine's memory. */
  place(array: NdArray): NdArray {
    const type = array.data instanceof Float64Array ? 'float64' : 'float32';
    const slot = this.loaded.memory.allocate(type, array.data.length);
    slot.data.set(array.data);
    return { shape: array.shape, data: slot.data };
  }

  mark(): number {
    return this.loaded.memory.mark();
  }

  /** Takes back all arrays that were made since `mark`. */
  release(mark: number): void {
    this.loaded.memory.release(mark);
  }
}

class LinearScope implements Memory {
  /** The end of the last resident result. */
  keptTo = 0;

  constructor(
    readonly type: NumberType,
    readonly kernels: Kernels,
    private readonly memory: LinearMemory,
    private readonly resident: boolean,
  ) {}

  enter({ data }: NdArray): Slot {
    const found = this.memory.find(data, this.type);
    if (found && data.BYTES_PER_ELEMENT === (this.type === 'float64' ? 8 : 4)) return found;
    const slot = this.allocate(data.length);
    slot.data.set(data);
    return slot;
  }

  allocate(length: number): Slot {
    return this.memory.allocate(this.type, length);
  }

  borrow(length: number): Slot {
    return this.allocate(length);
  }

  leave(slot: Slot, shape: readonly number[]): NdArray {
    if (!this.resident) return { shape: [...shape], data: slot.data.slice() };
    this.keptTo = Math.max(this.keptTo, slot.pointer + slot.data.byteLength + 128);
    return { shape: [...shape], data: slot.data };
  }
}

function load(api: WebAssemblyApi, module: object, mostBytes: number): Loaded {
  const memory = new api.Memory({ initial: 2 });
  const { exports } = new api.Instance(module, { env: { memory } });
  const linear = new LinearMemory(memory, mostBytes);
  return {
    memory: linear,
    float64: simdKernels(exports, linear, 'float64'),
    float32: simdKernels(exports, linear, 'float32'),
  };
}
