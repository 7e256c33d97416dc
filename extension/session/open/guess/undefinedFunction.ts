/** A call of a function that the text does not define, where its name and arguments show which layer it computes. */
import { msg, type Message } from '../../../../core/message';
import type { ParseResult, Value } from '../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../core/setup/options/hyperparameters';
import { roleOfName } from '../../../../core/setup/roles';
import type { UnknownCall } from '../refusals/unknownCall';

const CONVOLUTION = /^(?:\w+_)?(?:conv(?:ol\w+)?|corr(?:elat\w+)?|cross_correlation)(?:_?[12]d)?(?:_\w+)?$/i;
const POOLING = /^(?:\w+_)?(?:max|avg|average|mean)_?pool(?:ing)?(?:_?[12]d)?(?:_\w+)?$/i;
const BACKWARD = /back|grad|transpose|deconv|separable|depthwise|3d/i;

interface UndefinedFunction {
  readonly operation: 'conv' | 'pool';
  /** Only the arrays and values of the call, in its order. */
  readonly parsed: ParseResult;
  readonly assumption: Message;
}

/**
 * Undefined where the call cannot be read with certainty: its arguments must be names of arrays, or names or keywords of
 * options such as `stride`.
 */
export function undefinedFunction(
  { callee, range: [start], before, rest, error }: UnknownCall,
  read: ParseResult,
): UndefinedFunction | undefined {
  if (error.message !== `${callee} is not defined`) return undefined;
  const pools = POOLING.test(callee);
  if ((!pools && !CONVOLUTION.test(callee)) || BACKWARD.test(callee)) return undefined;
  const written = /^\(((?:[^()]|\([^()]*\))*)\)/.exec(rest.slice(0, 1000))?.[1];
  if (written === undefined) return undefined;
  const arrays: ParseResult['arrays'][number][] = [];
  const values: Record<string, Value> = {};
  for (const argument of written.split(/,(?![^([]*[)\]])/)) {
    const [, keyword, value = ''] = /^\s*(?:([A-Za-z_]\w*)\s*=(?!=)\s*)?(.*?)\s*$/s.exec(argument)!;
    const array = read.arrays.filter(({ name, range }) => name === value && range[0] < start).at(-1);
    const known = numberOf(value) ?? assignedNumber(value, before);
    if (array && array.array.shape.length > 0) {
      arrays.push(keyword !== undefined && roleOfName(keyword) ? { ...array, name: keyword } : array);
    } else if (known !== undefined && isOption(keyword ?? value, known)) values[keyword ?? value] = known;
    else return undefined;
  }
  const [input, filter] = arrays;
  const first = roleOfName(input?.name);
  if (!input || arrays.length > (pools ? 1 : 3) || (!pools && !filter) || first === 'w' || first === 'b')
    return undefined;
  const mode = /max/i.test(callee) ? 'max' : 'average';
  if (pools) values['mode'] ??= mode;
  return {
    operation: pools ? 'pool' : 'conv',
    parsed: { ...read, arrays, values },
    assumption: pools
      ? msg(
          '{0} is not defined in the text: this is the pooling of its argument, whose result is the printed one',
          callee,
        )
      : msg(
          '{0} is not defined in the text: this is the convolution of its arguments, whose result is the printed one',
          callee,
        ),
  };
}

function numberOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The whole number that a text assigns to a name, where it does so once. */
function assignedNumber(name: string, text: string): number | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const assigned = [
    ...text.matchAll(new RegExp(`(?:^|[\\n;])[ \\t]*${name}[ \\t]*[-+*/]?=(?!=)[ \\t]*([^\\n;#]*)`, 'g')),
  ];
  return assigned.length === 1 ? numberOf(assigned[0]![1]!.trim()) : undefined;
}

function isOption(name: string, value: Value): boolean {
  return Object.keys(hyperparameters({ [name]: value })).length > 0;
}
