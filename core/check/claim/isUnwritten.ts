/** Functions that a student has still to write. */
import type { CheckContext } from '../CheckContext';
import type { Outcome } from '../compare/runCase';
import type { Target } from '../Target';

/** Of a course: None in place of the code, or nothing between the marks where it belongs. */
const PLACEHOLDER = /\brange\(None\)|\]\s*=\s*None\b/;
const EMPTY =
  /(?:START CODE HERE|YOUR CODE STARTS?)[^\n]*\n(?:[ \t]*(?:#(?![^\n]*CODE)[^\n]*|[\w.,() \t]+=[ \t]*None[^\n]*)?\n)*[ \t]*#[^\n]*(?:END CODE HERE|YOUR CODE ENDS?)/i;

const END = /#[^\n]*(?:END CODE HERE|YOUR CODE ENDS?)[^\n]*/i;

/** A loop, or an assignment that computes something. */
const COMPUTES = /^\s*(?:for|while)\b|^(?!\s*assert\b)[^=\n]*[\w\])] *[-+*/]?=[^=\n]*(?:\bnp\.|[-+*/@])/m;

/** Of CS231n: only comments between the task and its end. */
const TODO = /#[ \t]*TODO\b[^\n]*\n(?:[ \t]*(?:#(?![^\n]*END OF YOUR)[^\n]*|pass|\.\.\.)?\n)*[ \t]*#[^\n]*END OF YOUR/;

/** A function that is still to be written: it returns None and computes nothing, or has placeholders and gives no result. */
export function isUnwritten({ tree }: CheckContext, { definition }: Target, outcomes: readonly Outcome[]): boolean {
  const text = tree.text(definition.node);
  const body = text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|#.*/g, '');
  const isNothing = ({ error, arrays }: Outcome): boolean =>
    error !== undefined || arrays.every(({ returned }) => returned?.data.every(Number.isNaN) ?? true);
  const isZero = ({ arrays }: Outcome): boolean => arrays.every(({ returned }) => !returned?.data.some(Boolean));
  // The code may be above the task that was left there: a loop of it ends with an error.
  const isWrittenAbove = /^\s*(?:for|while)\b/m.test(body) && outcomes.some(({ error }) => error !== undefined);
  if (TODO.test(text) && !isWrittenAbove && outcomes.every((each) => isNothing(each) || isZero(each))) return true;
  const [, ...below] = text.split(END);
  const isWrittenBelow = COMPUTES.test(below.join('\n').replace(/#.*/g, ''));
  const isEmpty = PLACEHOLDER.test(body) || (EMPTY.test(text) && !isWrittenBelow);
  if (isEmpty && outcomes.every(isNothing)) return true;
  if (/\b(?:for|while)\b|\bnp\.|[-+*/]/.test(body)) return false;
  if (!/=\s*None\b|\bpass\b/.test(body)) return false;
  return outcomes.every(({ error, arrays }) => !error && arrays.every(({ returned }) => returned === undefined));
}
