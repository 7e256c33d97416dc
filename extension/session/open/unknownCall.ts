/** Why a text whose layer is computed by a call that is not known does not open. */
import { LensError, msg } from '../../../core/message';
import type { ParseResult } from '../../../core/read/ParseResult';
import { layerOperation } from '../../../core/read/python/layers/callNames';
import { isLayerClass } from '../../../core/read/text/calls/readCalls';
import { ownEntry } from '../../../core/ownEntry';
import { lineAt } from '../source/assignment';
import type { TextSource } from '../source/LensSource';
import { isRemark } from './problems';
import { unknownLayers } from './unknownLayers';

/** Languages whose arrays are read and whose calls are not. */
const ARRAYS_ONLY: Readonly<Record<string, string>> = {
  c: 'C',
  cpp: 'C++',
  'cuda-cpp': 'CUDA',
  csharp: 'C#',
  fsharp: 'F#',
  go: 'Go',
  java: 'Java',
  javascript: 'JavaScript',
  javascriptreact: 'JavaScript',
  kotlin: 'Kotlin',
  'objective-c': 'Objective-C',
  rust: 'Rust',
  scala: 'Scala',
  swift: 'Swift',
  typescript: 'TypeScript',
  typescriptreact: 'TypeScript',
  wolfram: 'Mathematica',
};

/** The languages in which a test's name holds that of its layer. */
const NAMES_TESTS = /^(?:c|cpp|csharp|java|cuda-cpp|objective-c)$/;

/** The calls that may compute a layer in a text of a language whose calls are not read; none of other languages. */
export function unreadCalls(text: string, languageId: string | undefined): ReturnType<typeof unknownLayers> {
  if (languageId === undefined || !ownEntry(ARRAYS_ONLY, languageId)) return [];
  return unknownLayers(text, commentOf(languageId), '', NAMES_TESTS.test(languageId));
}

/** Undefined where no call of the text computes a layer. */
export function unknownCall(
  { segments, surroundings = [], languageId = 'python' }: TextSource,
  { errors }: ParseResult,
): LensError | undefined {
  const before = surroundings.map(({ text }) => text).join('\n');
  const language = ownEntry(ARRAYS_ONLY, languageId);
  for (const { offset, text } of [...segments].reverse()) {
    const unknown = unknownLayers(text, commentOf(languageId), before, NAMES_TESTS.test(languageId)).at(-1);
    if (!unknown) continue;
    const [start, end] = [unknown.range[0] + offset, unknown.range[1] + offset];
    if (language !== undefined) {
      const detail = msg(
        'layers computed by {0} code are not read: select an array, or an input and a filter, to open them',
        language,
      );
      return new LensError(detail, undefined, [start, end]);
    }
    const stop = offset + lineAt(text, unknown.range[1]).end;
    const line = offset + lineAt(text, unknown.range[0]).start;
    const cause = errors.find(
      (error) =>
        error.range[0] <= stop &&
        !isRemark(error) &&
        error.kind !== 'argument' &&
        error.kind !== 'empty' &&
        (error.range[0] >= start || (error.range[0] >= line && !error.message.includes(unknown.callee))),
    );
    if (cause) return new LensError(cause.detail, undefined, cause.range);
    const message =
      layerOperation(unknown.callee) || isLayerClass(unknown.callee, languageId)
        ? msg('the text makes {0}, but does not apply it to an array', unknown.callee)
        : msg('{0} is not supported', unknown.callee);
    return new LensError(message, undefined, [start, end]);
  }
  return undefined;
}

function commentOf(languageId: string): RegExp {
  if (/^(?:matlab|octave)$/.test(languageId)) return /%.*$/gm;
  if (ownEntry(ARRAYS_ONLY, languageId)) return /\/\/.*$|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"/gm;
  return /#.*$|'''[^]*?'''|"""[^]*?"""|'[^'\n]*'|"[^"\n]*"/gm;
}
