/** A layer that a Python test calls below a function or class of another file: `want = F.conv2d(x, w)` below `out = my_conv(x, w)`. */
import { msg, type LensError } from '../../../../../core/message';
import type { LayerCall } from '../../../../../core/read/ParseResult';
import { isRequested } from '../../../../../core/setup/callOperations';
import type { RequestedKind } from '../../../../../core/setup/Setup';
import type { TextSource } from '../../../source/LensSource';
import { lineAt } from '../../../source/assignment';
import { overlap } from '../../../source/overlap';
import { findCalls } from '../../../../../core/read/python/findCalls';
import { evaluated, testBody } from './testBody';

/** `error`: the refusal of the test, at the call that is not in the text. */
export function callInTest(error: LensError, source: TextSource, requested: RequestedKind): LayerCall[] {
  const { segments, languageId, line } = source;
  const [segment, ...others] = segments;
  if (languageId !== 'python' || !line || !segment || others.length > 0) return [];
  if ((error.kind !== 'notDefined' && error.kind !== 'elsewhere') || (error.range && overlap(error.range, line)))
    return [];
  const { offset, text } = segment;
  const body = testBody(withCallAlone(text, line[0] - offset), line[0] - offset);
  if (!body) return [];
  const { parsed, failed } = evaluated(body.text);
  return parsed.calls.flatMap((call): LayerCall[] => {
    const [start, end] = [body.origin(call.range[0]) + offset, body.origin(call.range[1]) + offset];
    if (!overlap([start, end], line) || !isRequested(call, requested)) return [];
    const above = failed.filter(([at]) => at < call.range[0]).map((range) => body.text.slice(...range));
    // A method whose result is not used is called for what it changes.
    if (above.some((each) => CHANGES.test(each))) return [];
    // What failed may have drawn numbers.
    const first = Math.min(call.range[0], ...failed.map(([at]) => at));
    if (DRAWS.test(body.text.slice(first, call.range[0]))) return [];
    const kept = parsed.arrays.flatMap(({ name }) => (above.some((each) => names(each).has(name)) ? [name] : []));
    const callee = error.detail.args.find((each) => typeof each === 'string') ?? '';
    const lent = msg('{0} is not in this text: it is assumed to leave {1} unchanged', callee, kept.join(', '));
    const { made: _made, statement: _statement, ...own } = call;
    const remarks = new Map(
      parsed.errors.flatMap(({ kind, message, detail }) => (kind === 'remark' ? [[message, detail]] : [])),
    );
    const notes = [...(call.notes ?? []), ...(kept.length > 0 ? [lent] : []), ...remarks.values()];
    return [{ ...own, range: [start, end], notes }];
  });
}

/** With only the layer call of a line that compares its result: `(F.conv2d(x, w)     )` for `assert F.conv2d(x, w) == out`. */
function withCallAlone(text: string, at: number): string {
  const { start, end } = lineAt(text, at);
  const [indent = ''] = /^[ \t]*/.exec(text.slice(start, end)) ?? [];
  const from = start + indent.length;
  const call = findCalls(text).find(({ range }) => from < range[0] && range[1] < end);
  if (!call || !/^(?:assert\b|\w+(?:\.\w+)*\(|\w+[ \t]*=)/.test(text.slice(from, call.range[0]))) return text;
  const before = `(${' '.repeat(call.range[0] - from - 1)}`;
  const after = `)${' '.repeat(end - call.range[1] - 1)}`;
  return text.slice(0, from) + before + text.slice(...call.range) + after + text.slice(end);
}

function names(text: string): ReadonlySet<string | undefined> {
  return new Set(text.match(/[A-Za-z_]\w*/g));
}

const CHANGES = /^[ \t]*(?!np\.|numpy\.|torch\.|self_?\.?assert)[A-Za-z_][\w.]*\.\w+\(/;
const DRAWS = /\brand|random|normal\(|uniform\(|choice\(|shuffle\(|permutation\(/;
