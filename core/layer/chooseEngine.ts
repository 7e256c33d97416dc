/** Which engine computes here: SIMD where the platform has it, plain TypeScript elsewhere. */
import { typescriptEngine } from './typescript/typescriptEngine';
import { SimdEngine } from './wasm/SimdEngine';
import type { Engine } from './engine/Engine';

let chosen: Engine | undefined;

/** The same engine at every call; the first one compiles it. */
export function chooseEngine(): Engine {
  chosen ??= SimdEngine.create() ?? typescriptEngine;
  return chosen;
}
