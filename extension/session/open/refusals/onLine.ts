/** Why the line at the cursor opens none of the layers that were evaluated. */
import { LensError, msg } from '../../../../core/message';
import type { ParseResult } from '../../../../core/read/ParseResult';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import type { TextSource } from '../../source/LensSource';
import { errorOf } from '../../source/errorOf';
import { overlap } from '../../source/overlap';
import { inOrder } from '../../source/readWithSurroundings';
import { textInSegments } from '../../source/textInSegments';
import { appliedClass } from '../calls/unknownLayers';
import type { CallPlace } from '../calls/writtenCalls';
import { runsOwnObject } from '../definitions/usersOf';
import { causeOf, isRemark } from '../problems';

/** Why the line at the cursor, which calls a layer by its name, is not evaluated; in languages whose literals alone are read, none. */
export function failureOnLine(
  { line, segments, languageId }: TextSource,
  { errors }: ParseResult,
): LensError | undefined {
  if (
    !line ||
    arraysOnly(languageId) !== undefined ||
    !/(?:conv|corr|pool|filter)\w*[ \t]*\(/i.test(textInSegments(segments, line))
  )
    return undefined;
  const failure = errors.find((error) => overlap(error.range, line) && !isRemark(error));
  return failure && errorOf(failure);
}

/** A layer at the cursor that computes neither a convolution, a pooling nor ReLU: none above it is meant. */
export function otherLayerOnLine({ line, segments, languageId, surroundings = [] }: TextSource): LensError | undefined {
  const applied = line && languageId === 'python' && appliedClass(textInSegments(segments, line));
  const [callee, name] = applied || [];
  const own = new RegExp(`\\b(?:class|def)[ \\t]+${name}\\b`);
  if (!callee || [...surroundings, ...segments].some(({ text }) => own.test(text))) return undefined;
  const message = msg('{0} is not one of the layers that can be shown: convolution, pooling, ReLU', callee);
  return new LensError(message, undefined, line);
}

/** A method of the text for gradients at the cursor, `pool.backward(d)`, whose numbers are not known as those of a layer. */
export function ownGradientOnLine({
  line,
  segments,
  languageId,
  surroundings = [],
}: TextSource): LensError | undefined {
  const call = line && languageId === 'python' && OWN_GRADIENT.exec(textInSegments(segments, line));
  if (!call) return undefined;
  const own = new RegExp(`^[ \\t]+def[ \\t]+${call[1]}\\b`, 'm');
  if (![...surroundings, ...segments].some(({ text }) => own.test(text))) return undefined;
  return computesNoLayer({ callee: call[1]!, range: line });
}

/** Not in a definition, where `self` is another object in each call. */
const OWN_GRADIENT = /(?<!\bself)\.((?:backward|back_?prop|bprop)\w*)\(/i;

/** Why the object of one of the text's classes that is called at the cursor computed nothing. */
export function unknownObject(source: TextSource, parsed: ParseResult): LensError | undefined {
  const { line, segments, languageId } = source;
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  if (!line || !segment || languageId !== 'python') return undefined;
  const [start, end] = [line[0] - segment.offset, line[1] - segment.offset];
  if (!runsOwnObject(segment.text, start, end)) return undefined;
  const callee = /([A-Za-z_]\w*)(?:\.forward)?\(/.exec(segment.text.slice(start, end))![1]!;
  return causeOf({ callee, range: line }, parsed, inOrder(source));
}

/** The function that is called at a place computes no layer. */
export function computesNoLayer({ callee, range }: CallPlace): LensError {
  return new LensError(msg('{0} of the text computes no layer that can be shown', callee), undefined, range);
}
