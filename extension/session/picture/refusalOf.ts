/** Why a source opens nothing, before a panel is opened for it. */
import { LensError } from '../../../core/message';
import { interpret } from '../open/interpret';
import { requestedKind } from '../open/purpose';
import type { LensSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import { OutputNeeded, outputTools } from './LayerOutput';
import { openWithFallbacks } from './openWithFallbacks';

export function refusalOf(source: LensSource, purpose: Purpose): LensError | undefined {
  const meaning = interpret(source, purpose);
  if (meaning.kind === 'refused') return meaning.error;
  if (meaning.kind === 'array') return undefined;
  try {
    openWithFallbacks({ meaning, requested: requestedKind(purpose), choices: {} }, undefined, outputTools());
    return undefined;
  } catch (error) {
    if (error instanceof OutputNeeded) return undefined;
    if (error instanceof LensError) return error;
    throw error;
  }
}
