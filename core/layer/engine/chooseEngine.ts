/** Which engine computes here. */
import { typescriptEngine } from '../typescript/typescriptEngine';
import type { Engine } from './Engine';

export function chooseEngine(): Engine {
  return typescriptEngine;
}
