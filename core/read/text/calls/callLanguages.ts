/** The languages whose layer calls are read by tables: MATLAB, Octave, Scilab, Julia, R and the Wolfram Language. */
import { ownEntry } from '../../../ownEntry';
import { FLUX, JULIA } from './juliaLayers';
import type { LayerTable } from './LayerTable';
import { MATLAB } from './matlabLayers';
import { R, R_MODULES } from './rLayers';
import { WOLFRAM, WOLFRAM_LAYERS } from './wolframLayers';

export interface CallLanguage {
  readonly layers: LayerTable;
  /** Classes whose objects are layers: the arguments of `Class(…)` follow those of the object's call. */
  readonly classes: LayerTable;
  /** How documentation above a function shows examples: in comments `#'`, or behind the language's prompt. */
  readonly examples?: 'comments' | 'prompts';
}

const LANGUAGES: Readonly<Record<string, CallLanguage>> = {
  matlab: { layers: MATLAB, classes: {} },
  octave: { layers: MATLAB, classes: {} },
  scilab: { layers: MATLAB, classes: {} },
  julia: { layers: JULIA, classes: FLUX, examples: 'prompts' },
  r: { layers: R, classes: R_MODULES, examples: 'comments' },
  wolfram: { layers: WOLFRAM, classes: WOLFRAM_LAYERS },
  mathematica: { layers: WOLFRAM, classes: WOLFRAM_LAYERS },
};

/** Undefined for other languages. */
export function languageOf(languageId: string | undefined): CallLanguage | undefined {
  return languageId === undefined ? undefined : ownEntry(LANGUAGES, languageId);
}

export function commentOf(languageId: string): RegExp {
  if (languageId === 'scilab') return /\/\//;
  if (isWolfram(languageId)) return /\(\*/;
  return /^(?:matlab|octave)$/.test(languageId) ? /[%#]/ : /#/;
}

export function isWolfram(languageId: string | undefined): boolean {
  return languageId === 'wolfram' || languageId === 'mathematica';
}
