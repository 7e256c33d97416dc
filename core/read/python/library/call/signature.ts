/** Matches the arguments of a call with the names of a signature. */
import { LensError, msg } from '../../../../message';
import { PythonError, lackingArguments } from '../../runtime/PythonError';
import type { Arguments, PassedArgument } from '../../value/Py';

interface Parameter {
  readonly names: readonly string[];
  readonly optional: boolean;
  readonly rest: boolean;
}

interface Signature {
  readonly parameters: readonly Parameter[];
  /** As many positional arguments are bound one after the other; infinite where a parameter takes the rest. */
  readonly least: number;
  /** Whether arguments may have other names. */
  readonly open: boolean;
  /** Position of a parameter by its first name. */
  readonly places: ReadonlyMap<string, number>;
}

const parsed = new Map<string, Signature>();

/**
 * `signature` lists parameters: `shape dtype? order?`; `?` may be left out, `axis|dim?` has two names and is bound under the
 * first, `*shape` takes all further positional arguments, or one by its name; those after it are passed by name; `**names` takes
 * those with any other name. Arguments are given in the order of the parameters. Throws a LensError.
 */
export function bind(
  signature: string,
  args: Arguments,
): { values: readonly (PassedArgument | undefined)[]; rest: readonly PassedArgument[]; places: Signature['places'] } {
  const { parameters, places, open, least } = parsedSignature(signature);
  const given = args.positional.length;
  if (args.named.size === 0 && given >= least && given <= parameters.length)
    return { values: args.positional, rest: NONE_LEFT, places };
  const values = new Array<PassedArgument | undefined>(parameters.length);
  let rest: readonly PassedArgument[] = NONE_LEFT;
  let next = 0;
  for (let place = 0; place < parameters.length; place++) {
    const { names, optional, rest: takesRest } = parameters[place]!;
    if (takesRest) {
      const whole = passedName(names, args);
      rest = whole === undefined ? args.positional.slice(next) : [args.named.get(whole)!];
      next = args.positional.length;
      continue;
    }
    const byName = args.named.size === 0 ? undefined : passedName(names, args);
    if (byName !== undefined && byName !== names[0]) requireOwnName(byName, args);
    const value = byName === undefined ? args.positional[next++] : args.named.get(byName);
    if (value) values[place] = value;
    else if (!optional) throw lacking(parameters, place, args);
  }
  if (next < args.positional.length) {
    const [, name] = COMPLETE.exec(args.callee) ?? [];
    if (name !== undefined) throw tooMany(name, parameters.length, args);
    throw refusal(
      args,
      msg('{0} takes {1} argument{1||s}, not {2}', args.callee, parameters.length, args.positional.length),
    );
  }
  if (args.named.size > 0 && !open) refuseUnknownNames(parameters, args);
  return { values, rest, places };
}

/** The argument at `place` and those after it that are not given. */
function lacking(parameters: readonly Parameter[], place: number, args: Arguments): PythonError {
  const absent = parameters
    .slice(place)
    .filter(({ names, optional, rest }) => !optional && !rest && passedName(names, args) === undefined);
  const names = absent.map((parameter) => parameter.names[0]!);
  return lackingArguments(args.callee.split('.').pop()!, names).at(args.range);
}

/** A function of its own: closures in `bind` would cost memory at every call. */
function passedName(names: readonly string[], { named }: Arguments): string | undefined {
  return names.find((name) => named.has(name));
}

const NONE_LEFT: readonly PassedArgument[] = [];

/** Functions whose signatures have all of NumPy's parameters; those of others leave some out. */
const COMPLETE = /^(?:np|numpy)\.(zeros|ones|empty)$/;

function tooMany(name: string, count: number, { positional, range }: Arguments): PythonError {
  const text = `${name}() takes from 1 to ${count} positional arguments but ${positional.length} were given`;
  return new PythonError('TypeError', text, range);
}

const NUMPY = /^(?:np|numpy)\.[\w.]+$/;
/** PyTorch's names of parameters, which NumPy's functions do not have. */
const TORCH_NAMES = new Set(['dim', 'keepdim', 'input', 'other']);

function requireOwnName(name: string, { callee, named }: Arguments): void {
  if (!TORCH_NAMES.has(name) || !NUMPY.test(callee)) return;
  const called = callee.split('.').pop()!;
  // `np.max` is another name of `np.amax`.
  const own = /^(?:max|min)$/.test(called) ? `a${called}` : called;
  const text = `${own}() got an unexpected keyword argument '${name}'`;
  throw new PythonError('TypeError', text, named.get(name)!.range);
}

function refuseUnknownNames(parameters: readonly Parameter[], args: Arguments): void {
  const unknown = [...args.named.keys()].find((name) => !parameters.some(({ names }) => names.includes(name)));
  if (unknown === undefined) return;
  throw new LensError(msg('{0} has no argument {1}', args.callee, unknown), undefined, args.named.get(unknown)!.range);
}

function refusal(args: Arguments, detail: ReturnType<typeof msg>): LensError {
  return new LensError(detail, undefined, args.range);
}

function parsedSignature(signature: string): Signature {
  const known = parsed.get(signature);
  if (known) return known;
  const words = signature.split(' ');
  const parameters = words
    .filter((word) => word !== '' && !word.startsWith('**'))
    .map((word) => ({
      names: word.replace(/^\*|\?$/g, '').split('|'),
      optional: word.endsWith('?'),
      rest: word.startsWith('*'),
    }));
  const places = new Map(parameters.map(({ names }, place) => [names[0]!, place] as const));
  const least = parameters.some(({ rest }) => rest)
    ? Infinity
    : parameters.reduce((last, { optional }, place) => (optional ? last : place + 1), 0);
  const made = { parameters, places, least, open: words.some((word) => word.startsWith('**')) };
  parsed.set(signature, made);
  return made;
}
