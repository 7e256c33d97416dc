/** No claim about a function that may be right for another layer or convention than those that are known. */
import type { AxisLayout } from '../adapt/Adapter';
import type { CheckContext } from '../CheckContext';
import { arePermuted } from '../compare/arePermuted';
import { isNear } from '../compare/isNear';
import { agrees, type Outcome } from '../compare/runCase';
import { hasCourseName, isBackward, isConvolution, isPooling, type CourseFunction } from '../CourseFunction';
import { hasGradient } from '../convention/conventions';
import { forwardConvention } from '../convention/followed';
import type { FunctionCheck } from '../FunctionCheck';
import { formatMessage, msg } from '../../message';
import { isOfKnownLayer } from './isOfKnownLayer';
import { hasOwnStep } from './ownSteps';
import type { Run } from '../Run';
import type { Target } from '../Target';
import { endsBeforeResult } from './endsBeforeResult';

export function withoutGuess(context: CheckContext, target: Target, check: FunctionCheck, run: Run): FunctionCheck {
  const { outcomes, adapter } = run;
  const isClaimed =
    !hasOwnParameter(check, adapter) &&
    !hasOtherWeights(context, target, check, adapter) &&
    !isOtherwise(context, target, check, outcomes, adapter.layout) &&
    !hasOwnStep(context, context.tree.text((target.owner ?? target.definition).node), check, run);
  return isClaimed ? check : unclaimed(check);
}

/** Whether a pooling has a parameter that is not known, and is the layer without what a repair takes away at most. */
function hasOwnParameter(
  { operation, agrees, unseen, mistakes }: FunctionCheck,
  { hasUnknown }: Run['adapter'],
): boolean {
  const isRight = agrees && unseen.length === 0;
  return isPooling(operation) && hasUnknown === true && !isRight && mistakes.every(({ id }) => TAKEN_AWAY.includes(id));
}

/** Whether a convolution that differs reads an attribute of random numbers that the case's weights do not replace. */
function hasOtherWeights(
  { tree }: CheckContext,
  { owner, definition }: Target,
  { operation, agrees, unseen }: FunctionCheck,
  { body }: Run['adapter'],
): boolean {
  if (operation !== 'conv_forward' || !owner || (agrees && unseen.length === 0)) return false;
  const drawn = tree.text(owner.node).matchAll(/\bself\.(\w+)\s*=(?!=)[^\n]*\b(?:rand\w*|normal|uniform)\(/g);
  const read = tree.text(definition.node);
  return [...drawn].some(([, name]) => {
    const isSet = body.some((line) => line.includes(`layer.${name}`));
    return !isSet && new RegExp(`\\bself\\.${name}\\b(?!\\s*=(?!=))`).test(read);
  });
}

/**
 * Whether a function may be right for another layer or convention than those that are known: no repair makes it the layer, and
 * nothing shows that the layer is meant. That a name of the course does, agreement on a geometry, and where a call of the text
 * shows what the arguments mean, an error or a result that is near the layer's.
 */
function isOtherwise(
  context: CheckContext,
  target: Target,
  check: FunctionCheck,
  outcomes: readonly Outcome[],
  layout: AxisLayout,
): boolean {
  const { calls } = context;
  const { name, definition } = target;
  const { agrees: isRight, refused, mistakes, unseen, operation } = check;
  if (isGradientUnknown(context, target, operation))
    return (!isRight || unseen.length > 0) && (target.owner !== undefined || !isOwnMistake(mistakes));
  if (isClipped(context, target) && mistakes.length === 0) return !isRight;
  if (isPooling(operation) && mistakes.length === 0 && isFilledUp(context, target))
    return !isRight || unseen.length > 0;
  if (!isRight && mistakes.length === 0 && arePermuted(outcomes, layout)) return true;
  if (!isRight && (isStated(context, check) || isOtherFilter(context, target, check))) return true;
  if (!isRight && endsBeforeResult(context, target, check)) return true;
  if (refused || mistakes.length > 0 || (isRight && unseen.length === 0) || hasCourseName(name)) return false;
  // No line assigns the cells of the result.
  if (outcomes.every(isZero) && !TO_WRITE.test(context.tree.text(definition.node))) return false;
  const own = calls.filter((call) => call.name === definition.name);
  // Neither a call nor another method shows what the arguments mean: only agreement, also with a convention, does.
  if (!isRight && own.length === 0 && !isOfKnownLayer(context, target))
    return outcomes.some(({ error }) => !error) && !outcomes.some(agrees);
  const fails = own.length === 0 ? outcomes.some(({ error }) => error) : own.some(({ error }) => error);
  return !fails && !outcomes.some(({ arrays }) => arrays.some(isNear));
}

/** Whether the input is padded to a multiple of the window: `pad_h = (k - h % k) % k`. */
function isFilledUp({ tree }: CheckContext, { owner, definition }: Target): boolean {
  return /\bpad\w*[ \t]*=(?!=)[^\n]*%/.test(tree.text((owner ?? definition).node));
}

function isZero({ error, arrays }: Outcome): boolean {
  return !error && arrays.every(({ returned }) => returned?.data.every((value) => value === 0));
}

/** A task that a student has still to solve. */
const TO_WRITE = /TODO|YOUR CODE|CODE HERE/i;

/** Whether a repair leaves the convention of the function as it is. */
function isOwnMistake(mistakes: FunctionCheck['mistakes']): boolean {
  return mistakes.length > 0 && mistakes.every(({ id, verified }) => verified && !CONVENTIONAL.includes(id));
}

/** Edits that turn one convention of a layer with a known name into another. */
export const CONVENTIONAL: readonly string[] = ['flipped-kernel', 'pad-mode'];

/** Filters that are rounded, normalized or pruned before their use. */
const OTHER_FILTER =
  /quanti[sz]|binari[sz]|\bnp\.(?:sign|round|rint)\(|weight_?norm|standardi[sz]|spectral|prun(?:e|ing)|xnor/i;

/** Whether a convolution uses another filter than the given one on purpose: no repair, or one that takes its change away. */
function isOtherFilter({ tree }: CheckContext, { owner, definition }: Target, check: FunctionCheck): boolean {
  const text = tree.text((owner ?? definition).node).replace(/^.*\bprint\(.*$/gm, '');
  // A filter that is stored with its columns first.
  if (/\bkw\s*,\s*kh\s*=\s*([\w.]+)\.shape\b[\s\S]*\b\1(?:\[[^\]]*\])?\.T\b/.test(text)) return true;
  if (!isConvolution(check.operation) || !OTHER_FILTER.test(text)) return false;
  const changed: readonly string[] =
    text.match(new RegExp(String.raw`\w+(?=\s*=.*(?:${OTHER_FILTER.source}))`, 'gi')) ?? [];
  return check.mistakes.every(({ id, edit }) => {
    const replaced = edit ? tree.source.slice(...edit.range) : '';
    const isChange =
      OTHER_FILTER.test(replaced) || (replaced.match(/\w+/g) ?? []).some((name) => changed.includes(name));
    return isChange && (id === 'wrong-variable' || TAKEN_AWAY.includes(id));
  });
}

/** What changes the gradients of the weights on purpose: in code, and in words. */
const ON_PURPOSE = /clip|\bnorm\b|regulari[sz]|penalt|decay|normali[sz]/i;
const IN_WORDS = new RegExp(String.raw`#.*(?:${ON_PURPOSE.source}|averag|\bmean\b)`, 'i');

/** Whether a repair takes away what a comment, or the names of the line, state as meant for the gradients of the weights. */
function isStated({ tree }: CheckContext, { operation, mistakes }: FunctionCheck): boolean {
  const lines = tree.source.split('\n');
  return (
    operation === 'conv_backward' &&
    mistakes.length > 0 &&
    mistakes.every(({ id, line = 0 }) => {
      const [before = '', own = ''] = [lines[line - 2], lines[line - 1]];
      const isOfInput = /^\s*(?:self\.)?d_?(?:[AaXx]|in)\w*\b(?!.*\bd_?[WwKk]\w*\s*\S?=)/.test(own);
      const isMeant = ON_PURPOSE.test(own) || IN_WORDS.test(/^\s*#/.test(before) ? before + own : own);
      return TAKEN_AWAY.includes(id) && isMeant && !isOfInput;
    })
  );
}

/** Repairs that take away what may be meant. */
export const TAKEN_AWAY: readonly string[] = ['extra-statement', 'extra-term', 'extra-factor', 'extra-call', 'divisor'];

/** Whether a gradient is cut off at a bound. */
function isClipped({ tree }: CheckContext, { definition, operations }: Target): boolean {
  return isBackward(operations[0]!) && /\bclip\w*\(\s*(?:self\.)?\w*(?:grad|d[wb])/i.test(tree.text(definition.node));
}

/** Whether a gradient belongs to a forward function that follows a convention for which no gradient is known. */
export function isGradientUnknown(context: CheckContext, target: Target, operation: CourseFunction): boolean {
  const convention = isBackward(operation) ? forwardConvention(context, target) : undefined;
  return convention !== undefined && !hasGradient(convention);
}

/** Nothing is claimed about the function. */
export function unclaimed(check: FunctionCheck): FunctionCheck {
  const { line, ...rest } = check;
  const message = formatMessage(msg('the results are those of no layer or convention that is known'));
  return {
    ...rest,
    line,
    error: { message, line },
    refused: true,
    agrees: false,
    differing: 0,
    mistakes: [],
    unseen: [],
  };
}
