/** Segments that use names defined elsewhere: read together with the text around them, and only they are the result. */
import { arraysOfCall } from '../../../core/read/LayerCall';
import type {
  LayerCall,
  ParsedArray,
  ParseResult,
  ReadCheck,
  ReadError,
  TextRange,
} from '../../../core/read/ParseResult';
import { ownName } from '../../../core/setup/roles/ownName';
import { isOfCourse } from '../../../core/read/python/modules/borrowed';
import { isElsewhere } from '../../../core/read/python/modules/unknownMember';
import { lineAt } from './assignment';
import { missingNames } from './errorOf';
import type { Segment, TextSource } from './LensSource';
import { readJoined } from './readJoined';

/** undefined where the surroundings do not help: `alone` is what the segments gave by themselves. */
export function readWithSurroundings(
  source: TextSource,
  alone: ParseResult,
  check?: ReadCheck,
): ParseResult | undefined {
  const { segments, surroundings = [], languageId } = source;
  if (surroundings.length === 0) return undefined;
  const { arrays, calls, values, errors } = readJoined(inOrder(source), languageId, check);
  const isSelected = ({ range: [start] }: { readonly range: TextRange }) =>
    segments.some(({ offset, text }) => offset <= start && start < offset + text.length);
  const isOwn = ({ range: [, end] }: { readonly range: TextRange }) =>
    segments.some(({ offset, text }) => offset < end && end <= offset + text.length);
  // Calls in a function of another document are placed at the statement that runs them.
  const own = calls.flatMap((call): LayerCall[] => {
    if (isSelected(call)) return [call];
    if (!call.statement || !isSelected({ range: call.statement })) return [];
    return [call.range[0] < 0 ? { ...call, range: call.statement } : call];
  });
  const elsewhere = arrays.filter((each) => !isSelected(each));
  const played = new Set(own.flatMap((call) => Object.values(call.arrays).map(({ data }) => data)));
  const helped: ParseResult = {
    // An array from above that a call uses keeps its place, so that its numbers stay linked.
    arrays: arrays.filter((each) => isSelected(each) || (stands(each) && played.has(each.array.data))),
    calls: own.map((call) => withNames(call, elsewhere)),
    values,
    errors: errors.filter(isOwn),
    above: errors.filter((error) => !isOwn(error)),
  };
  // Where nothing is read either way, the reason is what fails with the text above, not a name that it defines.
  if (alone.arrays.length + alone.calls.length === 0 && helped.arrays.length + own.length === 0)
    return helped.errors.length > 0
      ? helped
      : { ...alone, ...withoutDefined(alone.errors, helped.above ?? [], source) };
  // A function of the text above runs instead of the known one with its name.
  const runsOwn =
    callsDefined(source) && own.length === alone.calls.length && helped.errors.length <= alone.errors.length;
  if (usesOwnImport(source)) return helped;
  if (reads(helped, isSelected) && (runsOwn || isBetter(helped, alone, source))) return helped;
  // The text above imports the name: the reason is why the import does not help.
  return alone.errors.some((error) => isImportedAbove(error, source))
    ? { ...alone, errors: helped.errors, above: helped.above ?? [] }
    : undefined;
}

/** Whether the segments call what the text above imports from a file of the user's, also where a library has it, too. */
function usesOwnImport({ segments, surroundings = [] }: TextSource): boolean {
  const called = new Set(segments.flatMap(({ text }) => text.match(/(?<![\w.])[A-Za-z_]\w*(?=\()/g) ?? []));
  const imports = surroundings.flatMap(({ text }) => [
    ...text.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|.*)/gm),
  ]);
  return imports.some(([, module = '', names = '']) => {
    const own = isElsewhere(`${module}.member`) && !isOfCourse(module);
    return own && (names.match(/[A-Za-z_]\w*/g) ?? []).some((name) => called.has(name));
  });
}

/** Whether a name that the segments lack is imported above them. */
function isImportedAbove(error: ReadError, { surroundings = [] }: TextSource): boolean {
  const [name] = missingNames(error);
  const imports = new RegExp(
    `^[ \\t]*(?:from[ \\t]+[\\w.]+[ \\t]+)?import[ \\t]+(?:.*[\\s,(])?${name}[ \\t]*(?:$|[,)])`,
    'm',
  );
  return name !== undefined && surroundings.some(({ text }) => imports.test(text));
}

/**
 * Errors of the segments alone that are not about names of the text above; where no other is left, the last failure above of
 * a statement with a name that the segments use.
 */
function withoutDefined(
  alone: readonly ReadError[],
  above: readonly ReadError[],
  source: TextSource,
): Pick<ParseResult, 'errors' | 'above'> {
  const text = inOrder(source);
  const defined = (name: string) => text.some((each) => definitionOf(name).test(each.text));
  const own = alone.filter((error) => !missingNames(error).some(defined));
  if (own.length > 0) return { errors: own, above };
  const names = new Set(source.segments.flatMap(({ text: written }) => written.match(/[A-Za-z_]\w*/g) ?? []));
  const failed = above.filter(({ kind, range: [at] }) => {
    const segment = text.find((each) => each.offset <= at && at < each.offset + each.text.length);
    if (!segment || kind === 'remark' || kind === 'lent') return false;
    const { start, end } = lineAt(segment.text, at - segment.offset);
    return (segment.text.slice(start, end).match(/[A-Za-z_]\w*/g) ?? []).some((name) => names.has(name));
  });
  const cause = failed.at(-1);
  return { errors: cause ? [cause] : [], above };
}

/** Assigns, defines or imports a name. */
function definitionOf(name: string): RegExp {
  return new RegExp(
    `^[ \\t]*(?:${name}[ \\t]*=(?!=)|(?:def|class)[ \\t]+${name}\\b|(?:import|from)[ \\t][^\\n]*\\b${name}\\b)`,
    'm',
  );
}

/** Whether the segments call a function or a class that the text around them defines. */
export function callsDefined({ segments, surroundings = [] }: Pick<TextSource, 'segments' | 'surroundings'>): boolean {
  const defined = surroundings.flatMap(({ text }) => [...text.matchAll(/^(?:def|class)[ \t]+([A-Za-z_]\w*)/gm)]);
  const called = new Set(segments.flatMap(({ text }) => text.match(/[A-Za-z_]\w*(?=\()/g) ?? []));
  return defined.some(([, name]) => called.has(name!));
}

/** The text around the segments and the segments. Text of other documents lies before every offset of this one. */
export function inOrder({ segments, surroundings = [] }: TextSource): Segment[] {
  let before = 0;
  const foreign = surroundings.flatMap(({ offset, text }) => {
    if (offset !== undefined) return [];
    before -= text.length + 1;
    return [{ offset: before, text }];
  });
  const own = surroundings.flatMap(({ offset, text }) => (offset === undefined ? [] : [{ offset, text }]));
  return [...foreign, ...[...own, ...segments].sort((a, b) => a.offset - b.offset)];
}

/** The names of a call's arrays that other text assigns. */
function withNames(call: LayerCall, elsewhere: readonly ParsedArray[]): LayerCall {
  const names = Object.entries(arraysOfCall(call)).flatMap(([role, array]): [string, string][] => {
    const name = ownName(array, elsewhere);
    return name === undefined ? [] : [[role, name]];
  });
  return names.length > 0 ? { ...call, names: Object.fromEntries(names) } : call;
}

function stands({ range }: ParsedArray): boolean {
  return range[0] >= 0;
}

function reads({ arrays, calls }: ParseResult, isSelected: (each: ParsedArray) => boolean): boolean {
  return calls.length > 0 || arrays.some(isSelected);
}

function isBetter(helped: ParseResult, alone: ParseResult, source: TextSource): boolean {
  if (helped.calls.length !== alone.calls.length) return helped.calls.length > alone.calls.length;
  if (helped.errors.length < alone.errors.length || helped.arrays.length > alone.arrays.length) return true;
  // As much is read: the reason is what fails with the text above, not a name that it defines.
  const isAsGood = helped.errors.length === alone.errors.length && helped.arrays.length === alone.arrays.length;
  return isAsGood && withoutDefined(alone.errors, [], source).errors.length < alone.errors.length;
}
