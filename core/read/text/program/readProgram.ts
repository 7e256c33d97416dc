/**
 * The layer that a program of MATLAB, Julia or R computes in its own loops: the program is translated to Python, which the
 * interpreter runs, and what it computes is compared with the layers of its arrays.
 */
import type { LayerCall } from '../../LayerCall';
import type { TextRange } from '../../TextRange';
import { evaluatePython } from '../../python/evaluatePython';
import { preludeOf } from './programPrelude';
import { ProgramCursor } from './ProgramCursor';
import { programTokens, type ProgramLanguage } from './programTokens';
import type { PythonLine } from './AssignmentTranslator';
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
export function readProgram(text: string, languageId: string | undefined): LayerCall[] {
  const language = languageId === undefined ? undefined : LANGUAGES[languageId];
  if (language === undefined || text.length > LARGEST || !LOOPS.test(text)) return [];
  const tokens = programTokens(text, language);
  if (!tokens) return [];
  const translator = new StatementTranslator(new ProgramCursor(tokens, language));
  translator.program();
  const { lines } = translator;
  const body = lines.map(({ py }) => py).join('\n');
  const prelude = preludeOf(body);
  const { calls } = evaluatePython(`${prelude}\n${body}\n`);
  return calls.map((call) => ({
    ...call,
    range: rangeOf(call.range, prelude.length + 1, lines),
    ...(call.statement && { statement: rangeOf(call.statement, prelude.length + 1, lines) }),
  }));
}

/** The place in the text of a place in the translated program. */
function rangeOf([start, end]: TextRange, before: number, lines: readonly PythonLine[]): TextRange {
  let at = before;
  let found: TextRange | undefined;
  for (const { py, range } of lines) {
    const stop = at + py.length;
    if (stop >= start && at < end) found = found ? [Math.min(found[0], range[0]), Math.max(found[1], range[1])] : range;
    at = stop + 1;
  }
  return found ?? [0, 0];
}
