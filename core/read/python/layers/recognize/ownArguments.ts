/** Arguments of a text's own version of a known layer function, in the known order: `def pool_forward(A_prev, f, stride)`. */
import type { TextRange } from '../../../ParseResult';
import type { Arguments, PassedArgument, Py } from '../../value/Py';
import { pyTuple } from '../../value/constructors';
import { KERNEL, PAD_NAME, STRIDE } from './ownCall';

const DICTIONARIES: ReadonlySet<string> = new Set(['hparameters', 'conv_param', 'pool_param']);

/** Parameters with a known name keep it, the others are taken in order; loose hyperparameters are packed, and so is a cache. */
export function ownArguments(
  name: string,
  signature: string,
  given: ReadonlyMap<string, Py>,
  range: TextRange,
): Arguments {
  const parameters = signature.split(' ').map((word) => word.replace(/^\*|\?$/g, '').split('|'));
  const named = new Map<string, PassedArgument>();
  const set = (parameter: string, value: Py): void => void named.set(parameter, { value, range });
  const rest: [string, Py][] = [];
  for (const [parameter, value] of given) {
    if (parameters.some((names) => names.includes(parameter))) set(parameter, value);
    else if (parameter !== 'self') rest.push([parameter, value]);
  }
  const packed = packedHyperparameters(rest);
  const isOpen = (names: readonly string[]): boolean => !names.some((each) => named.has(each));
  for (const names of parameters) {
    const [first = ''] = names;
    if (!isOpen(names)) continue;
    if (DICTIONARIES.has(first) && packed && !rest.some(([, { kind }]) => kind === 'dictionary')) {
      set(first, packed.dictionary);
      for (const each of packed.used) rest.splice(rest.indexOf(each), 1);
    } else if (first === 'cache' && rest[0]?.[1].kind === 'array') {
      const arrays = rest.filter(([, { kind }]) => kind === 'array').map(([, value]) => value);
      const dictionary = rest.find(([, { kind }]) => kind === 'dictionary')?.[1] ?? packed?.dictionary;
      set(first, pyTuple(dictionary ? [...arrays, dictionary] : arrays));
      rest.length = 0;
    } else {
      const next = rest.shift();
      if (next) set(first, next[1]);
    }
  }
  return { callee: name, range, positional: [], named };
}

/** `stride`, `pad`, `f` and names like them, with the keys of the course and of CS231n. */
function packedHyperparameters(
  rest: readonly [string, Py][],
): { dictionary: Py; used: readonly [string, Py][] } | undefined {
  const entries = new Map<string, Py>();
  const used = rest.filter(([name, { kind }]) => kind !== 'array' && kind !== 'dictionary' && keysOf(name).length > 0);
  for (const [name, value] of used) for (const key of keysOf(name)) entries.set(key, value);
  return used.length > 0 ? { dictionary: { kind: 'dictionary', entries }, used } : undefined;
}

function keysOf(name: string): readonly string[] {
  if (STRIDE.test(name)) return ['stride'];
  if (PAD_NAME.test(name)) return ['pad'];
  return KERNEL.test(name) ? ['f', 'pool_height', 'pool_width'] : [];
}
