/**
 * The layer that a program of MATLAB, Julia or R computes in its own loops: the program is translated to Python, which the
 * interpreter runs, and what it computes is compared with the layers of its arrays.
 */
import type { LayerCall } from '../../../LayerCall';
import { evaluateLines, mayComputeLayer } from '../evaluateLines';
import { ProgramCursor } from './ProgramCursor';
import { programTokens, type ProgramLanguage } from './programTokens';
import { StatementTranslator } from './StatementTranslator';

const LANGUAGES: Readonly<Record<string, ProgramLanguage>> = {
  matlab: 'matlab',
  octave: 'matlab',
  julia: 'julia',
  r: 'r',
};

/** The functions that are translated to `np.maximum`, of which ReLU is made. */
const MAXIMUM: Readonly<Record<ProgramLanguage, string>> = { matlab: 'max', julia: 'max', r: 'pmax' };

/** The layers that the loops or functions of a text compute; empty for other languages. */
export function readProgram(text: string, languageId: string | undefined): readonly LayerCall[] {
  const language = languageId === undefined ? undefined : LANGUAGES[languageId];
  if (language === undefined || !mayComputeLayer(text)) return [];
  const tokens = programTokens(text, language);
  if (!tokens) return [];
  const translator = new StatementTranslator(new ProgramCursor(tokens, language));
  translator.program();
  const { calls } = evaluateLines(translator.lines);
  return calls.map((call) => (call.callee === 'np.maximum' ? { ...call, callee: MAXIMUM[language] } : call));
}
