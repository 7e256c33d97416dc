/** A default value of a gradient that differs from the one of its forward function: a stride of 1 and of 2, a slope of 0.1 and of 0.01. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../message';
import { baseOf, isBackwardName } from './adapt/guessOperation';
import { roleOf, type Role } from './adapt/roles/roles';
import type { CheckContext } from './CheckContext';
import { editOf, type Candidate } from './repair/Candidate';
import type { Repair } from './repair/searchEdits';
import { numberOf } from './run/ProgramValue';
import type { SourceFunction, SourceParameter } from './source/Definition';
import { childNodes } from './source/PythonTree';
import { isSlope } from './special/activations/relu';

/** Undefined for a function without a forward function of a like name, and where the text's own calls give the same values to both. */
export function otherDefault(context: CheckContext, definition: SourceFunction): Repair | undefined {
  const { functions } = context.definitions;
  const forward = functions.find(
    ({ name }) => name !== definition.name && !isBackwardName(name) && baseOf(name) === baseOf(definition.name),
  );
  if (!forward || !isBackwardName(definition.name)) return undefined;
  for (const own of definition.parameters) {
    const role = optionOf(own);
    const other = role && forward.parameters.find((each) => optionOf(each) === role);
    if (!other || Number(other.fallback) === Number(own.fallback)) continue;
    const node = defaultOf(context, definition, own);
    if (!node || !isLeft(context, definition, own) || !isLeft(context, forward, other)) continue;
    const candidate: Candidate = {
      id: 'other-default',
      detail: msg('{0} is {1} by default, and {2} in {3}', own.name, own.fallback!, other.fallback!, forward.name),
      edits: [editOf(node, other.fallback!)],
      cost: 1,
    };
    return { candidates: [candidate], edits: candidate.edits };
  }
  return undefined;
}

const OPTIONS: readonly Role[] = ['kernel', 'kernelRows', 'kernelCols', 'stride', 'pad', 'dilation'];

/** The option of the layer whose default is a number. */
function optionOf({ name, fallback = '' }: SourceParameter): Role | undefined {
  if (!/^\d*\.?\d+(?:e-\d+)?$/.test(fallback)) return undefined;
  if (isSlope(name)) return 'value';
  const role = roleOf(name, OPTIONS);
  return role && OPTIONS.includes(role) ? role : undefined;
}

/** Whether no call of the text gives another value than the default. */
function isLeft({ calls }: CheckContext, { name }: SourceFunction, parameter: SourceParameter): boolean {
  const given = calls.flatMap((call) => (call.name === name ? (numberOf(call.args.get(parameter.name)) ?? []) : []));
  return given.every((value) => value === Number(parameter.fallback));
}

function defaultOf(
  { tree }: CheckContext,
  { node }: SourceFunction,
  { name }: SourceParameter,
): SyntaxNode | undefined {
  const parts = childNodes(node.getChild('ParamList') ?? node);
  const at = parts.findIndex((part) => part.name === 'VariableName' && tree.text(part) === name);
  return parts.slice(at).find((part) => part.name === 'Number');
}
