/** Steps of a function's own before or after the layer: a repair that takes them away does not show them to be wrong. */
import type { CheckContext } from '../CheckContext';
import { ACTIVATION } from '../adapt/support/variants';
import { arePermuted } from '../compare/arePermuted';
import { DEFAULT_TOLERANCE, isWithinTolerance } from '../compare/compareArrays';
import type { ArrayOutcome } from '../compare/compareReturned';
import { isConvolution, isPooling } from '../CourseFunction';
import type { FunctionCheck, Mistake } from '../FunctionCheck';
import type { Run } from '../Run';
import { statementOf } from '../source/PythonTree';

/** Whether a function applies an activation before or after the layer, or moves axes, and no repair shows another mistake. */
export function hasOwnStep(
  context: CheckContext,
  text: string,
  { operation, special, agrees, unseen, mistakes }: FunctionCheck,
  run: Run,
): boolean {
  if (special !== undefined || !(isConvolution(operation) || isPooling(operation))) return false;
  if (agrees && unseen.length === 0) return false;
  const statements = mistakes.map((mistake) => statementAt(context, mistake));
  // A pooling may begin at 0 by mistake.
  const mayActivate = operation === 'conv_forward' || (operation === 'pool_forward' && ACTIVATION.test(text));
  if (statements.every((each) => ACTIVATION.test(each))) {
    if (mayActivate && isActivated(run)) return true;
    if (mistakes.length === 0) return false;
    if (!run.adapter.fixed.rectified) return true;
  }
  if (!mistakes.every((mistake, k) => isUnmoved(mistake, statements[k]!))) return false;
  return [run, ...(run.alternatives ?? [])].some(({ outcomes, adapter }) => arePermuted(outcomes, adapter.layout));
}

/** Whether positive values of the layer are its own, and others are not: leaky ReLU, ELU. */
function isActivated({ outcomes }: Run): boolean {
  return outcomes.every(({ error, arrays }) => !error && arrays.length > 0 && arrays.every(isRightAboveZero));
}

function isRightAboveZero({ actual, expected, sameShape }: ArrayOutcome): boolean {
  return (
    actual !== undefined &&
    sameShape &&
    expected.data.every((value, k) => value <= 0 || isWithinTolerance(actual.data[k]!, value, DEFAULT_TOLERANCE))
  );
}

/** The statement that a mistake is in; empty where it is in none. */
function statementAt({ tree }: CheckContext, { edit }: Mistake): string {
  if (!edit || edit.range[0] === edit.range[1]) return '';
  const { name, from, to } = statementOf(tree.tree.resolveInner(edit.range[0], 1));
  return /^(?:Assign|Update|Return|Expression)/.test(name) && edit.range[1] <= to ? tree.source.slice(from, to) : '';
}

const MOVES = /\b(?:moveaxis|swapaxes|rollaxis|transpose|permute|movedim)\(|\.T\b/;
/** Moves that leave all axes where they are. */
const UNMOVED =
  /\b(?:moveaxis|swapaxes|movedim)\((?:[^()]*, ?)?(-?\w+), ?\1\)|\b(?:transpose|permute)\((?:\w+, ?)?[([]?0, ?1(?:, ?2(?:, ?3)?)?[)\]]/;

function isUnmoved({ id, line, repaired }: Mistake, statement: string): boolean {
  if (!MOVES.test(statement)) return false;
  return id === 'transposed' || UNMOVED.test(repaired?.split('\n')[line! - 1] ?? '');
}
