/**
 * The layer that a program of MATLAB, Julia or R computes in its own loops: the program is translated to Python, which the
 * interpreter runs, and what it computes is compared with the layers of its arrays.
 */
import type { LayerCall } from '../../../LayerCall';
import type { ParsedArray } from '../../../ParseResult';
import { evaluateLines, mayComputeLayer, type PythonLine } from '../evaluateLines';
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
  const [language, lines] = translated(text, languageId);
  if (language === undefined) return [];
  const { calls } = evaluateLines(lines);
  return calls.map((call) => (call.callee === 'np.maximum' ? { ...call, callee: MAXIMUM[language] } : call));
}

/**
 * The arrays that the loops of a text fill, with their last values; empty for other languages, and where the text ends in a block,
 * whose loop would go on.
 */
export function filledByLoops(text: string, languageId: string | undefined): readonly ParsedArray[] {
  const isInBlock = /(?:^|\n)[ \t]+[^\n]*$/.test(text);
  const [language, lines] = /\bfor\b/.test(text) && !isInBlock ? translated(text, languageId) : [];
  return language === undefined ? [] : evaluateLines(lines ?? []).arrays;
}

function translated(
  text: string,
  languageId: string | undefined,
): readonly [language: ProgramLanguage | undefined, lines: readonly PythonLine[]] {
  const language = languageId === undefined ? undefined : LANGUAGES[languageId];
  const tokens = language !== undefined && mayComputeLayer(text) ? programTokens(text, language) : undefined;
  if (language === undefined || !tokens) return [undefined, []];
  const translator = new StatementTranslator(new ProgramCursor(tokens, language));
  translator.program();
  return [language, translator.lines];
}
