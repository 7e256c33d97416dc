/** A call of a function that the text does not define, where its name and arguments show which layer it computes. */
import { msg, type Message } from '../../../../core/message';
import type { ParseResult, Value } from '../../../../core/read/ParseResult';
import { hyperparameters } from '../../../../core/setup/options/hyperparameters';
import { roleOfName } from '../../../../core/setup/roles/roles';
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

/** None where it cannot be read with certainty: its arguments must be names of arrays, and names or keywords of options such as `stride`. */
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
  const named: Record<string, Value> = {};
  for (const argument of written.split(/,(?![^([]*[)\]])/)) {
    const [, keyword, value = ''] = /^\s*(?:([A-Za-z_]\w*)\s*=(?!=)\s*)?(.*?)\s*$/s.exec(argument)!;
    const array = read.arrays.filter(({ name, range }) => name === value && range[0] < start).at(-1);
    const known = numberOf(value) ?? assignedNumber(value, before);
    if (array && array.array.shape.length > 0) {
      arrays.push(keyword !== undefined && roleOfName(keyword) ? { ...array, name: keyword } : array);
    } else if (known !== undefined && isOption(keyword ?? value, known)) named[keyword ?? value] = known;
    else return undefined;
  }
  const [input, filter] = arrays;
  const first = roleOfName(input?.name);
  if (!input || arrays.length > (pools ? 1 : 3) || (!pools && !filter) || first === 'w' || first === 'b')
    return undefined;
  if (Object.keys(hyperparameters(named)).length < (pools ? 1 : 2)) return undefined;
  const mode = /max/i.test(callee) ? 'max' : 'average';
  return {
    operation: pools ? 'pool' : 'conv',
    parsed: { ...read, arrays, values: { ...(pools && { mode }), ...named } },
    assumption: pools
      ? msg('{0} is not defined in the text: it is assumed to be the pooling of its argument', callee)
      : msg('{0} is not defined in the text: it is assumed to be the convolution of its arguments', callee),
  };
}

function numberOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The whole number that a text assigns to a name, alone or with others (`pad, stride = 0, 1`), where it does so once. */
function assignedNumber(name: string, text: string): number | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const assignments = [
    ...text.matchAll(/(?:^|[\n;])[ \t]*([A-Za-z_][\w \t,]*?)[ \t]*[-+*/]?=(?!=)([^\n;#]*)/g),
  ].flatMap(([, targets = '', values = '']) => {
    const at = targets.split(/[\s,]+/).indexOf(name);
    return at < 0 ? [] : [targets.includes(',') ? (values.split(',')[at] ?? '') : values];
  });
  return assignments.length === 1 ? numberOf(assignments[0]!.trim()) : undefined;
}

function isOption(name: string, value: Value): boolean {
  return Object.keys(hyperparameters({ [name]: value })).length > 0;
}
