/** Options of layers in records, builders and named arguments of C-like languages. */
import { LensError, msg } from '../../../message';
import type { TextRange } from '../../TextRange';
import type { ArgumentRole } from './libraries';
import { isMade, isRecord, type CodeValue, type Made } from './reader/values';

/** Names of options in records, in builders and in C#'s arguments. */
const OPTIONS: readonly (readonly [ArgumentRole, RegExp])[] = [
  ['kernel', /^(?:kernel_?size|window_?dimensions|pool_?size|filter_?size|kernel)$/i],
  ['stride', /^strides?$/i],
  ['padding', /^(?:padding|pads?)$/i],
  ['outputPadding', /^output_?padding$/i],
  ['dilation', /^dilations?(?:_?rate)?$/i],
  ['groups', /^groups?$/i],
  ['b', /^bias$/i],
  ['x', /^(?:input|x|self)$/i],
  ['w', /^(?:weights?|filters?|kernel_?tensor)$/i],
  ['ceilMode', /^ceil_?mode$/i],
  ['countIncludePad', /^count_?include_?pad$/i],
  ['filterFormat', /^filter_?layout$/i],
  ['format', /^(?:data_?format|(?:input_?)?layout)$/i],
];

export function optionNamed(name: string): ArgumentRole | undefined {
  return OPTIONS.find(([, pattern]) => pattern.test(name))?.[0];
}

/** The order of the arguments that make an object of options. */
const MADE: readonly (readonly [RegExp, readonly ArgumentRole[]])[] = [
  [/^ConvOptions$/, ['stride', 'padding', 'dilation', 'groups']],
  [/pool/i, ['kernel', 'stride', 'padding']],
];

/** The options that an object or a record holds. Throws a LensError at one that is not known. */
export function optionsOfValue(value: CodeValue, callee: string, range: TextRange): [ArgumentRole, CodeValue][] {
  const entries = isMade(value) ? madeEntries(value) : isRecord(value) ? [...value] : undefined;
  if (!entries) throw new LensError(msg('the options of {0} are not known', callee), undefined, range);
  return entries.map(([name, option]) => {
    const known = optionNamed(name.replace(/^with_/, ''));
    if (known === undefined) throw new LensError(msg('{0} of {1} is not supported', name, callee), undefined, range);
    return [known, option];
  });
}

function madeEntries({ made, args, set }: Made): [string, CodeValue][] {
  const [only] = args;
  if (args.length === 1 && isRecord(only)) return [...only, ...set];
  if (args.length === 1 && isMade(only)) return [...madeEntries(only), ...set];
  const names = MADE.find(([pattern]) => pattern.test(made.name))?.[1] ?? [];
  return [...args.map((each, index): [string, CodeValue] => [names[index] ?? `${index + 1}`, each]), ...set].filter(
    ([name]) => !/^(?:init|build)$/.test(name),
  );
}
