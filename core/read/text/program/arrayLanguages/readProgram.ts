/**
 * The layer that a program of MATLAB, Julia or R computes in its own loops: the program is translated to Python, which the
 * interpreter runs, and what it computes is compared with the layers of its arrays.
 */
import type { LayerCall } from '../../../LayerCall';
import type { NdArray } from '../../../../array/NdArray';
import { pythonName } from '../pythonName';
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
 * The last value of an array that the loops of a text fill; undefined in other languages, where it is not known, and where the text
 * ends in a block, whose loop would go on.
 */
export function filledByLoops(text: string, languageId: string | undefined, name: string): NdArray | undefined {
  const isInBlock = /(?:^|\n)[ \t]+[^\n]*$/.test(text);
  const [language, lines] = /\bfor\b/.test(text) && !isInBlock ? translated(text, languageId) : [];
  if (language === undefined || !lines) return undefined;
  // A statement that failed may have changed the value.
  const last: PythonLine = { py: `${LAST} = ${pythonName(name)} + 0`, range: [0, 0] };
  const { arrays, errors } = evaluateLines([...lines, last]);
  const word = new RegExp(`(?<![\\w.])${name}(?!\\w)`);
  if (errors.some(({ range }) => word.test(text.slice(...range)))) return undefined;
  return arrays.find((each) => each.name === LAST)?.array;
}

const LAST = '_last_value';

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
