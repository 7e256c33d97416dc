/** One part of an index as Python's, which begins at 0 and does not hold the end of a range. */
import type { TranslatedPart } from './OperatorTranslator';
import { Untranslated } from '../Untranslated';

/** `keeps`: one number keeps its axis. */
export function placeOf({ py, range, all, isVector }: TranslatedPart, keeps: boolean): string {
  if (all) return ':';
  if (isVector) return `_places(${py})`;
  if (!range) return keeps ? `int(${py}) - 1:int(${py})` : `int(${py}) - 1`;
  const { from, to, step } = range;
  if (step === undefined || step === '1') return `int(${from}) - 1:int(${to})`;
  if (step === '(-1)') {
    if (to === '1') return `int(${from}) - 1::-1`;
    return `int(${from}) - 1:(int(${to}) - 2 if int(${to}) > 1 else None):-1`;
  }
  if (step.startsWith('(-')) throw new Untranslated('a reversed part');
  return `int(${from}) - 1:int(${to}):int(${step})`;
}
