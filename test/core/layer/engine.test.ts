/** The choice of the engine, and what the SIMD engine does with its memory. */
import { describe, expect, test } from 'vitest';
import { conv2d, ndarray, pool2d } from '../../../core/index';
import { decodeBase64 } from '../../../core/decodeBase64';
import { chooseEngine } from '../../../core/layer/chooseEngine';
import { SimdEngine } from '../../../core/layer/wasm/SimdEngine';
import { engines } from './engines';
import { expectClose } from './fixtures';
import { randomArray } from './problems';

describe('the engine', () => {
  test('is SIMD here, and the same at every call', () => {
    expect(chooseEngine().name).toBe('simd');
    expect(chooseEngine()).toBe(chooseEngine());
  });

  test('is not SIMD where WebAssembly is missing or cannot compile it', () => {
    const scope = globalThis as { WebAssembly?: unknown };
    const real = scope.WebAssembly;
    try {
      scope.WebAssembly = undefined;
      expect(SimdEngine.create()).toBeUndefined();
      scope.WebAssembly = { Module: RefusesToCompile };
      expect(SimdEngine.create()).toBeUndefined();
    } finally {
      scope.WebAssembly = real;
    }
  });

  test('gives memory back after a large layer and goes on', () => {
    const engine = engines[1]!;
    const x = { shape: [1, 2048, 2048, 9], data: new Float64Array(2048 * 2048 * 9).fill(1) };
    const large = pool2d(x, { mode: 'average', kernel: 64 }, engine);
    expect(large.data[0]).toBe(1);
    const small = pool2d(ndarray([1, 2, 2, 1], Float64Array.of(1, 2, 3, 4)), { mode: 'max', kernel: 2 }, engine);
    expect(small.data[0]).toBe(4);
  });

  test('leaves what does not fit its memory to the other engine', () => {
    const engine = SimdEngine.create({ mostBytes: 2 ** 18 })!;
    const x = randomArray([2, 60, 70, 8], 8);
    const w = randomArray([3, 3, 8, 8], 9);
    const z = conv2d(x, w, undefined, {}, engine);
    expect(z).toEqual(conv2d(x, w, undefined, {}, engines[0]));
    expect(conv2d(z, w, undefined, { stride: 9 }, engine)).toEqual(conv2d(z, w, undefined, { stride: 9 }, engines[0]));
  });

  test('resident results stay in its memory and are read there', () => {
    const engine = SimdEngine.create({ residentBytes: 2 ** 20 })!;
    const mark = engine.mark();
    const x = engine.place(randomArray([1, 6, 6, 8], 5));
    const z = conv2d(x, engine.place(randomArray([3, 3, 8, 8], 6)), undefined, {}, engine);
    expect(z.data.buffer).toBe(x.data.buffer);
    const again = conv2d(z, engine.place(randomArray([3, 3, 8, 4], 7)), undefined, {}, engine);
    const plain = conv2d(
      conv2d(randomArray([1, 6, 6, 8], 5), randomArray([3, 3, 8, 8], 6), undefined),
      randomArray([3, 3, 8, 4], 7),
      undefined,
    );
    expectClose(again, plain, 1e-12);
    engine.release(mark);
    expect(engine.mark()).toBe(mark);
  });
});

test('decodeBase64 reads what others wrote, with every length of padding', () => {
  for (let length = 0; length < 9; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 97 + 200) % 256);
    expect([...decodeBase64(Buffer.from(bytes).toString('base64'))]).toEqual([...bytes]);
  }
});

class RefusesToCompile {
  constructor() {
    throw new Error('no SIMD');
  }
}
