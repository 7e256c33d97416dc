/** Which of the layers that a test shows by their results is the one of the call at the cursor. */
import { LensError, msg } from '../../../../core/message';
import { hasBody } from '../../../../core/read/text/code/codeSites';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import type { LayerCall } from '../../../../core/read/ParseResult';
import { overlap } from '../../source/overlap';
import { textInSegments } from '../../source/textInSegments';
import type { TextSource } from '../../source/LensSource';

/**
 * Of the pass that the line names, the layer whose result is the next one below the line, else the last one above it. Undefined where
 * there is nothing to choose.
 */
export function shownOnLine(
  calls: readonly LayerCall[],
  { line, segments }: TextSource,
): readonly LayerCall[] | undefined {
  const [segment, ...others] = segments;
  const shown = calls.filter((call) => call.shown);
  if (!line || !segment || others.length > 0 || shown.length < 2) return undefined;
  const words = textInSegments(segments, line);
  const pass = PASSES.find(([, pattern]) => pattern.test(words))?.[0];
  const block = blockAround(segment.text, line[0] - segment.offset).map((at) => at + segment.offset);
  const near = shown.filter(
    ({ range, operation }) =>
      (overlap(range, line) && pass === undefined) ||
      (pass !== undefined && operation.endsWith(pass) && range[0] >= block[0]! && range[1] <= block[1]!),
  );
  const below = near.filter(({ range }) => range[1] >= line[1]).sort((a, b) => a.range[1] - b.range[1]);
  const chosen = below[0] ?? near.sort((a, b) => a.range[1] - b.range[1]).at(-1);
  return chosen && near.filter(({ range }) => range[1] === chosen.range[1]);
}

const ASSERTS = /^\s*(?:assert\b|(?:\w+\.)*assert\w*\()/i;

/** Of the calls above an assertion, the last one whose result it reads: `assert out.shape == …` of `out = conv(x)`. */
export function readOnLine(calls: readonly LayerCall[], { line, segments }: TextSource): readonly LayerCall[] {
  const words = line ? textInSegments(segments, line) : '';
  if (!ASSERTS.test(words)) return [];
  const read = calls.filter(({ range: [start, end] }) => {
    const segment = segments.find(({ offset, text }) => offset <= start && start < offset + text.length);
    if (!line || !segment || end > line[0]) return false;
    const before = segment.text.slice(0, start - segment.offset);
    const name = /(?:^|\n)[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*$/.exec(before)?.[1];
    return name !== undefined && new RegExp(`(?<![\\w.])${name}\\b(?![ \\t]*=(?!=))`).test(words);
  });
  return read.slice(-1);
}

/** Why the call at the cursor has none of the layers that were shown above it: they are those of calls between their arrays and it. */
export function notShown(
  calls: readonly LayerCall[],
  { line, segments, languageId }: TextSource,
): LensError | undefined {
  const [segment] = segments;
  const language = arraysOnly(languageId);
  if (!line || !segment || language === undefined || calls.some((call) => !call.shown)) return undefined;
  const callee = CALL.exec(textInSegments(segments, line))?.[1];
  const isOther = ({ range: [start, end] }: LayerCall): boolean =>
    end <= line[0] && CALL.test(textInSegments(segments, [start, line[0]]));
  if (callee === undefined || !calls.every(isOther)) return undefined;
  const message = msg('{0} is not supported in {1} code: select an input and a filter, or an array', callee, language);
  return new LensError(message, undefined, line);
}

/** Why the call at the cursor, of a function of the text, has none of the layers that other functions of the text compute. */
export function notComputed(
  calls: readonly LayerCall[],
  { line, segments, languageId }: TextSource,
): LensError | undefined {
  if (!line || arraysOnly(languageId) === undefined) return undefined;
  const callee = CALL.exec(textInSegments(segments, line))?.[1];
  if (callee === undefined || !/^\w+$/.test(callee) || calls.some((call) => call.callee === callee)) return undefined;
  if (!segments.some(({ text }) => hasBody(text, callee)) || calls.some((call) => call.uncalled)) return undefined;
  return new LensError(msg('{0} of the text computes no layer that can be shown', callee), undefined, line);
}

const CALL =
  /(?<!\w)((?:\w+(?:\.|::|->))*(?![A-Z])\w*(?:[CcKk]onv(?!er|ent|ey|inc)|[Pp]ool(?!e))\w*)\s*(?:::<[^()]*>)?\(/;

const PASSES = [
  ['backward', /back_?(?:ward|prop)|grad/i],
  ['forward', /forward/i],
] as const;

/** The function around an offset: between lines that begin with a closing brace. */
function blockAround(text: string, at: number): readonly [number, number] {
  const end = text.slice(at).search(/^\}/m);
  return [Math.max(0, text.lastIndexOf('\n}', at)), end < 0 ? text.length : at + end];
}
