/** The layer that a program of C, C++, C#, Go, Java, JavaScript, Kotlin, Rust or Swift computes in its own loops, like `readProgram`. */
import type { LayerCall } from '../../../LayerCall';
import { agreeingCalls } from '../../agreement/agreeingCalls';
import { BraceCursor, braceTokens } from './BraceCursor';
import { BraceStatements } from './BraceStatements';
import { withOutParameters } from './withOutParameters';
import { evaluateLines, mayComputeLayer, type PythonLine } from '../evaluateLines';

const LANGUAGES = /^(?:c|cpp|csharp|java|javascript|typescript|go|kotlin|rust|swift)$/;

/** Empty for other languages. */
export function readBraceProgram(text: string, languageId: string | undefined): readonly LayerCall[] {
  if (languageId === undefined || !LANGUAGES.test(languageId) || !mayComputeLayer(text)) return [];
  const tokens = braceTokens(text, languageId);
  if (!tokens) return [];
  const translator = new BraceStatements(new BraceCursor(tokens, languageId));
  translator.program();
  const { calls, arrays } = evaluateLines([...withOutParameters(translator.lines), ...planesOf(translator)]);
  if (calls.length > 0) return calls;
  // Flat arrays, whose sizes are in other variables.
  const written = arrays.map(({ name, array, range }) => ({ name, array, range }));
  const [last] = agreeingCalls(written, text, () => true).slice(-1);
  // The text computes the result, it does not only show it.
  return last ? [{ ...last, notes: (last.notes ?? []).slice(1) }] : [];
}

/** The numbers of objects that give their cells by rows and columns, as arrays. */
function planesOf({ lines, expressions }: BraceStatements): PythonLine[] {
  if (!['__call__', 'at'].some((name) => expressions.classes.hasMember(name, true))) return [];
  return lines.flatMap(({ py, range }) => {
    const name = /^([A-Za-z_]\w*) = /.exec(py)?.[1];
    return name === undefined ? [] : [{ py: `${name} = _plane(${name})`, range }];
  });
}
