/**
 * The layer that a program of MATLAB, Julia or R computes in its own loops: the program is translated to Python, which the
 * interpreter runs, and what it computes is compared with the layers of its arrays.
 */
import type { LayerCall } from '../../LayerCall';
import { evaluateLines } from './evaluateLines';
import { ProgramCursor } from './ProgramCursor';
import { programTokens, type ProgramLanguage } from './programTokens';
import { StatementTranslator } from './StatementTranslator';

/** Programs beyond this are not translated. */
const LARGEST = 20_000;

const LANGUAGES: Readonly<Record<string, ProgramLanguage>> = {
  matlab: 'matlab',
  octave: 'matlab',
  julia: 'julia',
  r: 'r',
};

/** Where a program loops over the cells of arrays. */
const LOOPS = /\bfor\b/;

/** The layers that the loops or functions of a text compute; empty for other languages. */
export function readProgram(text: string, languageId: string | undefined): readonly LayerCall[] {
  const language = languageId === undefined ? undefined : LANGUAGES[languageId];
  if (language === undefined || text.length > LARGEST || !LOOPS.test(text)) return [];
  const tokens = programTokens(text, language);
  if (!tokens) return [];
  const translator = new StatementTranslator(new ProgramCursor(tokens, language));
  translator.program();
  return evaluateLines(translator.lines).calls;
}
