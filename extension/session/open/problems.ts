/** Which errors of a text concern a layer, and the one that keeps a call from being evaluated. */
import { blankPrompts } from '../../../core/read/python/syntax/text/prompts';
import { placeOfCall } from '../../../core/read/LayerCall';
import { LensError, msg, type Message } from '../../../core/message';
import { readerIn, readsData } from '../../../core/read/python/modules/unknownMember';
import type { LayerCall, ParseResult, ReadError, TextRange } from '../../../core/read/ParseResult';
import type { FoundCall } from '../../../core/read/python/findCalls';
import type { Segment } from '../source/LensSource';
import { textInSegments } from '../source/textInSegments';
import { matchesIn, unfedMessage } from './refusals/fedValues';
import { errorOf } from '../source/errorOf';

/** Python's identifiers, for the names that a call uses. */
const NAME = /(?<![\w.])[A-Za-z_]\w*/g;

/** Whether an error does not keep a value or a layer from being read. */
export function isRemark({ kind }: ReadError): boolean {
  return kind === 'remark' || kind === 'lent' || kind === 'unknownResult';
}

const NOT_EVALUATED = new Set<ReadError['kind']>(['argument', 'empty', 'notPython', 'notIndented']);

/** Whether a statement failed when it was evaluated. */
export function isFailure(error: ReadError): boolean {
  return !isRemark(error) && !NOT_EVALUATED.has(error.kind);
}

/** Whether an error tells only that an earlier one left random numbers unknown. */
export function isConsequence({ kind }: ReadError): boolean {
  return kind === 'unknownDraw';
}

/** The errors at a call, or, without a call, at the arrays. */
export function touching({ errors, arrays }: ParseResult, call: LayerCall | undefined): ReadError[] {
  const ranges = call
    ? [call.range, ...arrays.filter(({ array }) => isUsed(call, array.data)).map(({ range }) => range)]
    : arrays.map(({ range }) => range);
  return errors.filter(({ range }) => ranges.some((each) => range[0] < each[1] && range[1] > each[0]));
}

/**
 * The first error among the statements on which a call depends, else the one at the call, else the names of its arguments
 * that have no value. `otherwise`: where nothing failed.
 */
export function causeOf(
  call: Pick<FoundCall, 'callee' | 'range'>,
  parsed: ParseResult,
  segments: readonly Segment[],
  otherwise = msg('{0} is not reached when the text runs', call.callee),
): LensError {
  const { errors } = parsed;
  const within = ([start, end]: TextRange) =>
    errors.filter(({ range }) => range[0] < end && range[1] > start && range[0] < call.range[1]);
  // `layer(…)(x)` fails at x.
  const after = ([start, end]: TextRange) => {
    const line = start + withRestOfLine(segments, call.range).length;
    return errors.filter((error) => error.range[0] >= end && error.range[0] < line && !isRemark(error));
  };
  let names = namesIn(withRestOfLine(segments, call.range));
  const inside = within(call.range);
  let cause = inside.find((error) => !isRemark(error)) ?? after(call.range)[0];
  for (const { text, range, targets } of statementsBefore(segments, call.range[0]).reverse()) {
    const failure = within(range).find((error) => error.kind !== 'remark' && error.kind !== 'lent');
    const used = namesIn(text);
    // A statement that fails may have changed what it mentions: `nn.init.orthogonal_(conv.weight)`.
    const mentions = failure !== undefined && [...used].some((name) => names.has(name));
    if (!mentions && !targets.some((name) => names.has(name))) continue;
    names = new Set([...names, ...used]);
    cause = failure ?? cause;
  }
  const reader = readerOf(names, segments, call.range[0]);
  if (reader) return new LensError(reader, undefined, cause?.range ?? call.range);
  if (cause) return errorOf(cause);
  const written = withoutComments(textInSegments(segments, call.range));
  const inputs = isNode(call.callee)
    ? /(?:\binputs\s*=|\(\s*["']\w+["']\s*,)\s*\[([^\]]*)\]/.exec(written)?.[1]
    : undefined;
  const missing = [...(inputs ?? '').matchAll(/["']([^"']+)["']/g)]
    .map(([, name]) => name!)
    .filter((name) => !parsed.arrays.some((array) => array.name === name));
  if (missing.length > 0) {
    const message = msg('the text has no arrays for the inputs of the node: {0}', missing.join(', '));
    return new LensError(message, undefined, call.range);
  }
  const ran = errors.find((error) => error.range[0] >= call.range[1] && error.kind === 'notRun');
  if (ran) return errorOf(ran);
  const unknown = unknownArguments(written, parsed);
  const symbolic = inputWithoutValues(call, segments);
  if (symbolic) return symbolic;
  const fed = [...originsOf(unknown, segments, call.range[0])].find((name) =>
    matchesIn(segments, `^[ \\t]*${name}[ \\t]*=[ \\t]*[\\w.]*placeholder\\(`),
  );
  if (fed !== undefined) {
    const message = unfedMessage(fed, call.callee, parsed, segments);
    return new LensError(message, undefined, call.range);
  }
  if (unknown.length > 0) {
    const message = msg('{0} could not be evaluated: {1} is not known', call.callee, unknown.join(', '));
    return new LensError(message, undefined, call.range, 'unknownArguments');
  }
  const later = failureOfUse(call, parsed, segments);
  if (later) return errorOf(later);
  return new LensError(otherwise, undefined, call.range);
}

/** That a function reads the data of names. */
function readerOf(names: ReadonlySet<string>, segments: readonly Segment[], before: number): Message | undefined {
  const reader = statementsBefore(segments, before)
    .filter(({ targets }) => targets.some((name) => names.has(name)))
    .map(({ text }) => readerIn(text))
    .find((name) => name !== undefined);
  return reader === undefined ? undefined : readsData(reader).detail;
}

/** Why a call of a functional model has no value: `inputs = keras.Input(shape=(8, 8, 1))` has none. */
function inputWithoutValues(
  call: Pick<FoundCall, 'callee' | 'range'>,
  segments: readonly Segment[],
): LensError | undefined {
  const shape = [...originsOf([...namesIn(withRestOfLine(segments, call.range))], segments, call.range[0])].find(
    (name) => matchesIn(segments, `^[ \\t]*${name}[ \\t]*=[ \\t]*(?:\\w+\\.)*Input\\(`),
  );
  return shape === undefined
    ? undefined
    : new LensError(msg('{0} is only the shape of an input, without values', shape), undefined, call.range);
}

/** Names, and those from which the lines above compute them. */
function originsOf(names: readonly string[], segments: readonly Segment[], before: number): Set<string> {
  const found = new Set(names);
  for (const { text, targets } of statementsBefore(segments, before).reverse())
    if (targets.some((name) => found.has(name))) namesIn(text).forEach((name) => found.add(name));
  return found;
}

/** The nearest error of an assignment above from which one of the names is computed. */
export function assignmentFailure(
  names: readonly string[],
  errors: readonly ReadError[],
  segments: readonly Segment[],
  before: number,
): ReadError | undefined {
  const found = new Set(names);
  for (const { text, range, targets } of statementsBefore(segments, before).reverse()) {
    if (!targets.some((name) => found.has(name))) continue;
    const failure = errors.find((error) => error.range[0] < range[1] && error.range[1] > range[0] && !isRemark(error));
    if (failure) return failure;
    namesIn(text).forEach((name) => found.add(name));
  }
  return undefined;
}

/** Comments of Python, R and Julia, whose words do not count as variables. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|#.*$/gm, '$1');
}

/** `onnx.helper.make_node`: it describes a layer that runs elsewhere. */
export function isNode(callee: string): boolean {
  return /(?:^|\.)make_node$/.test(callee);
}

/** The error of the first statement that uses what a call made: `expect(node, …)` after `node = make_node(…)`. */
function failureOfUse(
  { range: [start, end] }: Pick<FoundCall, 'range'>,
  { errors }: ParseResult,
  segments: readonly Segment[],
): ReadError | undefined {
  const line = /(?:^|\n)[ \t]*([A-Za-z_]\w*)[ \t]*=[^\n]*$/.exec(
    textInSegments(segments, [Math.max(0, start - 200), start]),
  );
  const made = line?.[1];
  if (made === undefined) return undefined;
  return errors.find(({ range }) => {
    if (range[0] < end) return false;
    const before = textInSegments(segments, [end, range[0]]);
    const statement = before.slice(before.lastIndexOf('\n') + 1) + textInSegments(segments, range);
    return namesIn(statement).has(made);
  });
}

/** Remarks on the values on which a call depends: numbers that no seed fixes. */
export function remarksOf(
  call: LayerCall,
  { errors, above = [] }: ParseResult,
  segments: readonly Segment[],
): ReadError[] {
  const remarks = [...errors, ...above].filter(isRemark);
  if (remarks.length === 0) return [];
  const within = ([start, end]: TextRange) => remarks.filter(({ range }) => range[0] < end && range[1] > start);
  const found = new Set<ReadError>();
  // A call in a function depends on its own lines, and on those of the statement that runs the function.
  for (const place of new Set([call.range, placeOfCall(call)])) {
    within(place).forEach((remark) => found.add(remark));
    let names = namesIn(withRestOfLine(segments, place));
    for (const { text, range, targets } of statementsBefore(segments, place[0]).reverse()) {
      const used = namesIn(text);
      const own = within(range);
      if (!targets.some((name) => names.has(name))) {
        if ([...used].some((name) => names.has(name)))
          own.filter(({ kind }) => kind === 'lent').forEach((remark) => found.add(remark));
        continue;
      }
      // A variable with a new value does not depend on its value before.
      const replaced = REPLACES.exec(text)?.[0];
      names =
        replaced === undefined
          ? new Set([...names, ...used])
          : new Set([...[...names].filter((name) => !targets.includes(name)), ...namesIn(text.slice(replaced.length))]);
      own.forEach((remark) => found.add(remark));
    }
  }
  return remarks.filter((remark) => found.has(remark));
}

/** A call and what follows on its line: the input of a layer that is called where it is made, `Conv2D(2, 3)(x)`. */
function withRestOfLine(segments: readonly Segment[], [start, end]: TextRange): string {
  const text = textInSegments(segments, [start, end + 200]);
  const stop = text.indexOf('\n', end - start);
  return stop < 0 ? text : text.slice(0, stop);
}

/** Names among the arguments of a call that are neither arrays nor values, functions, keywords or constants. */
function unknownArguments(call: string, { arrays, values }: ParseResult): string[] {
  const open = call.indexOf('(');
  const args = call.slice(open).replace(/'[^'\n]*'|"[^"\n]*"/g, '""');
  return [...args.matchAll(NAME)]
    .filter(({ 0: name, index }) => !/^\s*(?:\(|=[^=]|\.)/.test(args.slice(index + name.length)))
    .map(([name]) => name)
    .filter((name, index, all) => all.indexOf(name) === index)
    .filter((name) => !/^(?:None|True|False|lambda|for|in|if|else|and|or|not)$/.test(name))
    .filter((name) => !Object.hasOwn(values, name) && !arrays.some((array) => array.name === name));
}

function isUsed({ arrays }: LayerCall, data: unknown): boolean {
  return Object.values(arrays).some((array) => array.data === data);
}

interface Statement {
  readonly text: string;
  readonly range: TextRange;
  /** The names that the statement assigns or changes. */
  readonly targets: readonly string[];
}

const TARGETS =
  /^[ \t]*(?:for[ \t]+([\w, \t()]+)[ \t]+in\b|([A-Za-z_(][\w., \t()[\]:'"+*-]*?)[ \t]*[-+*/@]?=(?!=)|([A-Za-z_]\w*)\.\w+\()/;

/** `X = …` and `X, K = …`, outside of blocks. */
const REPLACES = /^[A-Za-z_]\w*(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*[ \t]*=(?!=)/;

/** The lines above an offset. */
function statementsBefore(segments: readonly Segment[], offset: number): Statement[] {
  return segments.flatMap((segment) => {
    let start = segment.offset;
    return blankPrompts(segment.text)
      .split('\n')
      .flatMap((text): Statement[] => {
        const range = [start, start + text.length] as const;
        start += text.length + 1;
        if (range[0] >= offset) return [];
        const match = TARGETS.exec(text);
        const assigned = match?.[1] ?? match?.[2]?.replace(/\[[^[\]]*\]/g, '') ?? match?.[3];
        return [{ text, range, targets: assigned === undefined ? [] : [...namesIn(assigned)] }];
      });
  });
}

function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(NAME)].map(([name]) => name));
}
