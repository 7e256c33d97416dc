/** Whether it is known how a function is called, and how much time its repair is worth. */
import type { CheckContext } from '../CheckContext';
import { agrees, type Outcome } from '../compare/runCase';
import { namedLayout } from '../adapt/layout/namedLayout';
import { hasCourseName } from '../CourseFunction';
import type { FunctionCheck } from '../FunctionCheck';
import type { Run } from '../Run';
import type { RaisedError, RecordedCall } from '../run/Runner';
import { isMisspelt } from '../source/isMisspelt';
import type { Target } from '../Target';
import { isOfKnownLayer } from './isOfKnownLayer';
import { lentFunction } from './lentFunction';
import { isOtherCache } from './uncalled';
import { TAKEN_AWAY } from './withoutGuess';

/**
 * Whether it is known how the function is called: the text calls it, its name is one of the course or of CS231n, a repair makes
 * it agree, or a result has the right shape. Otherwise its arguments are a guess, and nothing is claimed.
 */
export function isUnderstood(
  context: CheckContext,
  target: Target,
  { agrees: isRight, refused, mistakes }: FunctionCheck,
  run: Run,
): boolean {
  const { calls, source, tree } = context;
  const { outcomes } = run;
  if (isOtherCache(source, outcomes) && !calls.some(({ name }) => name === target.name)) return false;
  if (isUnset(context, target, outcomes) || isForeign(context, target, outcomes)) return false;
  if (mistakes.length === 0 && isForOneCount(context, target, outcomes)) return false;
  // An array of positions is meant, which the forward function returns.
  const isOfPositions = outcomes.every(({ error }) => /^arrays used as indices must/.test(error?.message ?? ''));
  if (mistakes.length === 0 && isOfPositions && !calls.some(({ name }) => name === target.definition.name))
    return false;
  // The arguments are a guess, and none of them can be used: an edit that removes their use repairs nothing.
  const isMisused = outcomes.every(({ error }) => error?.type === 'TypeError' && !FLOAT_SIZE.test(error.message));
  // Keys and forms of arguments that only a call would show.
  const isOfOthers = target.owner === undefined && !hasCourseName(target.name) && outcomes.every(isOfArguments);
  const isUnknown = isOfOthers && !calls.some(({ name }) => name === target.name);
  const isNamed =
    mistakes.length > 0 && !isUnknown && !(isMisused && mistakes.some(({ id }) => REMOVES_USE.includes(id)));
  // Python 2 divides whole numbers without a fraction: the function fails however it is called.
  const isOfPython2 = outcomes.every(({ error }) => FLOAT_SIZE.test(error?.message ?? ''));
  // A variable that is read before it is assigned, or sizes that are not one tuple, are the function's own mistake.
  const lines = source.split('\n').length;
  const isUnbound = outcomes.every(
    ({ error }) =>
      error && (OWN.test(error.type + error.message) || isNowhere(context, target, error)) && error.line <= lines,
  );
  if (isRight || refused || isOfPython2 || isUnbound) return true;
  return (isNamed || isCallKnown(context, target, run)) && !lentFunction(tree, run);
}

/** Whether a name that another function assigns is set nowhere else, or nowhere an attribute with the name of an argument. */
function isNowhere(
  { source, definitions: { functions, classes } }: CheckContext,
  { owner }: Target,
  { type, message }: RaisedError,
): boolean {
  const [, name] = /^name '(\w+)' is not defined/.exec(message) ?? [];
  if (type === 'NameError' && name) {
    const outside = [...functions, ...classes].reduce(
      (text, { range: [from, to] }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to),
      source,
    );
    // Another function of the text assigns it: no other cell of a notebook is missing.
    const isLocal = new RegExp(`^[ \\t]+\\(?(?:[\\w.]+ *, *)*${name}\\b[\\w., ]*\\)? *=(?!=)`, 'm').test(source);
    return isLocal && !new RegExp(`\\b${name}\\b|import *\\*`).test(outside) && !/\bglobal\b/.test(source);
  }
  const [, kind, attribute] = /^'(\w+)' object has no attribute '(\w+)'/.exec(message) ?? [];
  // The constructor keeps its argument of that name under another one.
  const init = owner?.methods.find((method) => method.name === '__init__');
  const isGiven = init?.parameters.some((each) => each.name === attribute) === true;
  if (type !== 'AttributeError' || !owner || kind !== owner.name || !isGiven) return false;
  const isSet = new RegExp(`\\.${attribute}\\b *(?:=(?!=)|,[^\\n=]*=)|setattr|__dict__|__getattr`).test(source);
  return !isSet && new RegExp(`^ *class +${owner.name} *(?:\\( *(?:object)? *\\))? *:`, 'm').test(source);
}

/** Whether every call ends because an attribute is not set, which a method sets that the text may call before. */
function isUnset({ tree }: CheckContext, { owner, definition }: Target, outcomes: readonly Outcome[]): boolean {
  const others = owner?.methods.filter((each) => each !== definition && each.name !== '__init__') ?? [];
  return outcomes.every(({ error }) => {
    const [, name] = /has no attribute '(\w+)'/.exec(error?.type === 'AttributeError' ? error.message : '') ?? [];
    return (
      name !== undefined && others.some(({ node }) => new RegExp(`self\\.${name}\\s*=(?!=)`).test(tree.text(node)))
    );
  });
}

/**
 * Whether every call ends because the text refuses its arguments, or because one that no call gives is `None`: the arguments are
 * others than those that are meant.
 */
function isForeign(
  { source, calls }: CheckContext,
  { owner, definition }: Target,
  outcomes: readonly Outcome[],
): boolean {
  if (calls.some(({ name }) => name === definition.name)) return false;
  const lines = source.split('\n');
  // An object of the text's own kind is meant: `next_layer.delta`, unless the name is a misspelt one of an array's.
  const isObject = ({ message, line }: RaisedError): boolean => {
    const [, read = ''] = /^'numpy\.ndarray' object has no attribute '(\w+)'/.exec(message) ?? [];
    const isRead = definition.parameters.some(({ name }) =>
      new RegExp(`\\b${name}\\.${read}\\b(?! *\\()`).test(lines[line - 1] ?? ''),
    );
    return read !== '' && isRead && !OF_ARRAYS.some((name) => isMisspelt(read, name));
  };
  const methods = [definition, ...(owner?.methods.filter(({ name }) => name === '__init__') ?? [])];
  const absent = methods.flatMap(({ parameters }) => parameters.filter(({ fallback }) => fallback === 'None'));
  // One call is enough: others may be refused before.
  if (outcomes.every(({ error }) => error) && outcomes.some(({ error }) => isObject(error!))) return true;
  return outcomes.every(
    ({ error }) =>
      error?.type === 'AssertionError' ||
      // An object with other attributes is meant.
      /^'dict' object has no attribute/.test(error?.message ?? '') ||
      // A dictionary is meant: `parameters['W1']`.
      (/^only integers, slices/.test(error?.message ?? '') && /\w\[[^\]\n]*["']/.test(lines[error!.line - 1] ?? '')) ||
      // The input is an object of another file.
      OF_TENSOR.test(error?.message ?? '') ||
      (/'NoneType'/.test(error?.message ?? '') &&
        absent.some(({ name }) => new RegExp(`\\b${name}\\b`).test(lines[error!.line - 1] ?? ''))),
  );
}

const OF_ARRAYS = ['shape', 'size', 'ndim', 'dtype'];

const OF_TENSOR =
  /^'numpy\.ndarray' object has no attribute '(?:_\w+|requires_grad|grad\w*|creators?|children|parents|backward)'/;

/** Whether every call ends beyond an axis in a loop over a number of filters that the text gives: `for f in range(8)`. */
function isForOneCount({ tree, source }: CheckContext, { definition }: Target, outcomes: readonly Outcome[]): boolean {
  const loops = tree.text(definition.node).matchAll(/\bfor (\w+) in range\((?:[4-9]|\d\d+)\)/g);
  const variables = new Set([...loops].map(([, name]) => name!));
  const lines = source.split('\n');
  const isBeyond = ({ error }: Outcome): boolean =>
    error?.type === 'IndexError' && (lines[error.line - 1]?.match(/\w+/g) ?? []).some((name) => variables.has(name));
  return variables.size > 0 && outcomes.every(isBeyond);
}

function isOfArguments({ error }: Outcome): boolean {
  return error?.type === 'KeyError' || /can only concatenate (?:tuple|list)/.test(error?.message ?? '');
}

const REMOVES_USE: readonly string[] = [...TAKEN_AWAY, 'wrong-function'];

const OWN = /^UnboundLocalError|^TypeErrorCannot interpret '\d+' as a data type/;

/** The function's own mistake, however it is called: `/` for `//` in a size or an index. */
const FLOAT_SIZE =
  /'float' object cannot be interpreted as an integer|expected a sequence of integers or a single integer|slice indices must be integers/;

function isCallKnown(context: CheckContext, target: Target, { outcomes, adapter }: Run): boolean {
  const { calls, tree } = context;
  const { name, owner, definition } = target;
  // The object that is made has given the right output.
  if (isOfKnownLayer(context, target)) return true;
  // The text names the axes of its input: an index that does not fit is its own mistake.
  const isLayoutKnown = namedLayout(tree.text((owner ?? definition).node)) === adapter.layout;
  const [first, last] = [tree.line(definition.node.from), tree.line(definition.node.to)];
  const isOwn = (line: number): boolean => !owner || (line >= first && line <= last);
  if (isLayoutKnown && outcomes.every(({ error }) => error?.type === 'IndexError' && isOwn(error.line))) return true;
  // One result of the right shape is enough.
  if (outcomes.some(({ error, arrays }) => !error && arrays.some(({ sameShape }) => sameShape))) return true;
  // The text's own call of the method stops with an error too.
  if (owner) {
    const isRepeated = (error: RecordedCall['error']): boolean =>
      outcomes.every((outcome) => outcome.error?.type === error?.type && outcome.error?.line === error?.line);
    return calls.some(
      ({ name: called, error }) => called === definition.name && (isOwnError(error?.type) || isRepeated(error)),
    );
  }
  return hasCourseName(name) || calls.some((call) => call.name === name);
}

/** An error that is not one of the arguments, or of what the interpreter supports. */
function isOwnError(type: string | undefined): boolean {
  return type !== undefined && type !== 'NotSupported' && type !== 'TypeError';
}

/** Share of the time that is spent where the operation or the call is a guess: mostly another kind of function. */
const GUESSED = 0.4;
/** Share where it is a guess, and every call ends with an error: the arguments may be misread. */
const MISREAD = 0.1;
/** Share where the function agrees on its own case: it may be meant for fewer geometries. */
const UNSEEN = 0.8;

/** An argument with the default None, which the function reads. */
const UNGIVEN = /^'NoneType' object /;

export function shareOf(context: CheckContext, target: Target, run: Run): number {
  const { adapter, cases, outcomes, isForSquares } = run;
  const { tree, unclaimed } = context;
  const own = outcomes.filter((_, k) => cases[k]!.own);
  // The gradient of a layer that is not known.
  if (target.owner && unclaimed.has(target.owner.name)) return MISREAD;
  if (target.uncertain || !isCallKnown(context, target, run)) {
    // A class whose name does not tell its layer.
    const isGuess = target.uncertain && target.owner && !target.special;
    const isOther = outcomes.every(({ error, arrays }) => error || arrays.every(({ sameShape }) => !sameShape));
    // The text names the axes of its arrays: shapes that do not fit are its own mistake.
    const isLayoutKnown = namedLayout(tree.text((target.owner ?? target.definition).node)) === adapter.layout;
    const ofArguments = isLayoutKnown ? ['TypeError'] : ['TypeError', 'ValueError'];
    const isMisused = outcomes.every(
      ({ error }) => error && (ofArguments.includes(error.type) || UNGIVEN.test(error.message)),
    );
    return isMisused || (isGuess && isOther) ? MISREAD : GUESSED;
  }
  if (own.every(agrees)) return isForSquares ? MISREAD : UNSEEN;
  return 1;
}

/** Whether a constructor takes what the text does not explain: no call, and no other method, which agrees with it. */
export function isUnexplained(
  { agreeing }: CheckContext,
  { owner }: Target,
  { hasStandIn, isByOrder }: Run['adapter'],
): boolean {
  const isKnown = owner?.methods.some(({ name }) => agreeing.has(`${owner.name}.${name}`)) === true;
  return hasStandIn === true || (isByOrder === true && !isKnown);
}
