/** Both engines, for tests that run on each. */
import { typescriptEngine } from '../../../core/layer/typescript/typescriptEngine';
import { SimdEngine } from '../../../core/layer/wasm/SimdEngine';
import type { Engine } from '../../../core/layer/engine/Engine';

const simd = SimdEngine.create();
if (!simd) throw new Error('this platform has no WebAssembly SIMD, so one of the two engines cannot be tested');

export const engines: readonly Engine[] = [typescriptEngine, simd];
