/** The layer of a call of a function from elsewhere, where the Python text around it has arrays and the result: a unit test. */
import type { LensError } from '../../../../core/message';
import { isRequested } from '../../../../core/setup/callOperations';
import type { LayerCall } from '../../../../core/read/ParseResult';
import { readCodeCalls } from '../../../../core/read/text/code/readCodeCalls';
import type { RequestedKind } from '../../../../core/setup/Setup';
import type { TextSource } from '../../source/LensSource';

/** A longer text is not a test of a few numbers. */
const LARGEST = 20_000;
const COMMENT = /#[^\n'"]*(?=\n|$)/g;

/** Of the error that refuses the text: a function that is not in it. Python's lists and calls are written as those of other languages. */
export function shownInTest(
  { detail, kind: cause }: LensError,
  { segments, languageId }: TextSource,
  requested: RequestedKind,
): LayerCall[] {
  const [segment, ...others] = segments;
  const [name] = detail.args;
  if (typeof name !== 'string' || !LAYER.test(name) || (cause !== 'notDefined' && cause !== 'elsewhere')) return [];
  if (!segment || others.length > 0 || languageId !== 'python' || segment.text.length > LARGEST) return [];
  const code = segment.text.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const kind = /pool/i.test(name) ? 'pool' : 'conv';
  return readCodeCalls(code, 'cpp')
    .calls.filter((call) => call.shown === true && isRequested(call, kind) && isRequested(call, requested))
    .map((call) => ({ ...call, range: [call.range[0] + segment.offset, call.range[1] + segment.offset] }));
}

const LAYER = /conv(?!er|ey)|corr(?!ect)|pool|filter/i;
