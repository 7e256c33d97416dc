/** Adapter of a class with forward and backward methods. */
import type { SyntaxNode } from '@lezer/common';
import { oneOfAnyCase } from '../../../anyOf';
import { resultNames } from '../../cases/expected';
import { isBackward, isConvolution, type CourseFunction } from '../../CourseFunction';
import type { SourceClass, SourceFunction, SourceParameter } from '../../source/Definition';
import { definitionSource } from '../../source/definitionSource';
import type { PythonTree } from '../../source/PythonTree';
import { STAND_IN, type Adapter } from '../Adapter';
import { formOf, methodArguments } from '../arguments/argumentForm';
import { argumentSource, namedPadding } from '../arguments/argumentSource';
import { assignRoles } from '../roles/assignRoles';
import { constructorArguments, type ClassRequest } from './classConstructor';
import { backwardOf, keptIn, returnsOf } from './classGradients';
import { earlierUse } from '../cache/earlierUse';
import { parameterAttributes } from './ownWeights';
import { lentAttributes } from './lentAttributes';
import { guessClassOperation, guessOperations } from '../guessOperation';
import { precisionOfLayer } from '../support/precisionOf';
import { typesOf } from '../roles/parameterItems';
import { KEPT } from '../roles/returnedResults';
import { isFactor, roleOf, type Role } from '../roles/roles';
import { selfAttributes } from './selfAttributes';
import { attributesSet } from './setOutside';
import { supportOf } from '../support/supportOf';
import { weightsAttribute } from './weightsAttribute';

const FORWARD = oneOfAnyCase(String.raw`
  _?forwards? (?:feed_?)?forwards?_?(?:prop\w*|pass)? f_?prop __call__ fwd call apply convolve convolution pool(?:ing)?
  run propagate process transform correlate filter activate down_?sample vor(?:w(?:ä|ae)rts)? (?:hacia_)?adelante avant propagar
  qian_?xiang (?:前向|正向|前馈)(?:传播|计算)? 順伝播 순전파 прям\w*
`);
const BACKWARD = oneOfAnyCase(String.raw`
  _?backwards? backward_?(?:prop\w*|pass) back_?prop\w* b_?prop bwd back grad(?:ients?)? (?:calc(?:ulate)?|compute)_grad\w*
  (?:zu)?r(?:ü|ue)ck(?:w(?:ä|ae)rts)? (?:hacia_)?atr[aá]s arri[eè]re retropropag\w* fan_?xiang
  反向(?:传播|计算)? 逆伝播 역전파 обратн\w*
`);
/** The method that a check of the operation runs. */
export function checkedMethod({ methods }: SourceClass, operation: CourseFunction): SourceFunction | undefined {
  const pattern = isBackward(operation) ? BACKWARD : FORWARD;
  const usual = methods.filter(({ name }) => pattern.test(name));
  const named = methods.filter(({ name }) => guessOperations(name)[0] === operation);
  // `convolution` and `max_pool` of one class.
  const areOthers = named.length > 0 && usual.every(({ name }) => isOfOther(name, operation));
  const found = (areOthers ? named : usual).filter((each, _, all) => all.length === 1 || !isUpdate(each, operation));
  // Others are helpers of a method with the usual name.
  return found.find(({ name }) => /^_?(?:for|back)ward/i.test(name)) ?? found[0];
}

/** `backward(self, lr)` next to the method that computes the gradients. */
function isUpdate({ parameters }: SourceFunction, operation: CourseFunction): boolean {
  return isBackward(operation) && parameters.slice(1).every(({ name }) => roleOf(name) === 'rate');
}

function isOfOther(name: string, operation: CourseFunction): boolean {
  const [guessed] = guessOperations(name);
  return guessed !== undefined && guessed !== operation;
}

export function buildClassAdapter(request: ClassRequest): Adapter | undefined {
  const { tree, definition, operation, layout, arePairs } = request;
  const forward = checkedMethod(definition, isConvolution(operation) ? 'conv_forward' : 'pool_forward');
  const method = checkedMethod(definition, operation);
  if (!forward || !method) return undefined;
  const construction = constructorArguments(request);
  const attributes = selfAttributes(tree, definition.node);
  const form = formOf(tree, definition.node, operation, layout, arePairs);
  // A class of a whole network: what its other methods do tells nothing about this one.
  const isPart = guessClassOperation(definition.name) === undefined && guessOperations(method.name)[0] === operation;
  const described = isPart ? method.node : definition.node;
  const callForward = methodCall(request, forward, isConvolution(operation) ? 'conv_forward' : 'pool_forward');
  if (!callForward) return undefined;
  // A method that is given its filters is one of a network: its bias is not that of another layer.
  const isRead = ({ path }: { readonly path: string }): boolean =>
    !callForward.roles.includes('filter') || tree.text(forward.node).includes(`self.${path}`);
  const bias = weightsAttribute(tree, definition, 'bias');
  const given = [...construction.roles, ...callForward.roles];
  const assigned = attributesSet(tree, definition, operation, given);
  const setup = [
    ...lentAttributes(tree, definition),
    `layer = ${definition.name}(${construction.args.join(', ')})`,
    ...assigned.map(({ path, role }) => `layer.${path} = ${argumentSource(role, form)}`),
    ...parameterAttributes(request, given, callForward.source),
  ];
  const backward = isBackward(operation)
    ? backwardOf({ tree, definition, method, operation, form, forward: callForward, forwardNode: forward.node })
    : undefined;
  if (isBackward(operation) && !backward) return undefined;
  const roles = [...given, ...assigned.map(({ role }) => role)];
  const kept = returnsOf(tree, forward.node) === 0 ? keptIn(tree, forward, KEPT.output) : undefined;
  const body = backward?.body ?? (kept ? [callForward.source, `return ${kept}`] : [`return ${callForward.source}`]);
  const first = keepsState(request, method) ? undefined : body.map((line) => line.replace(/^return /, ''));
  return {
    operation,
    name: `${definition.name}.${method.name}`,
    roots: [definition.name, ...typesOf(allParameters(definition))],
    layout,
    body: [...setup, ...(first ? earlierUse(first) : []), ...body],
    repeats: first !== undefined,
    hasUnknown: construction.hasUnknown,
    isByOrder: construction.isByOrder,
    hasStandIn: construction.hasStandIn || setup.some((line) => line.includes(STAND_IN)),
    results: backward?.results ?? resultNames(operation),
    supports: {
      ...supportOf(tree, described, definition.name, operation, roles),
      ...(construction.isPaddingText ? namedPadding(tree) : {}),
      ...construction.paired,
      bias:
        roles.includes('bias') ||
        attributes
          .filter(isRead)
          .some(({ name, path }) => path === bias?.path || (roleOf(name, ['bias']) === 'bias' && !isFactor(name))),
    },
    fixed: request.fixed ?? {},
    ...precisionOfLayer(isPart ? tree.text(method.node) : definitionSource(tree, [definition.name]), operation),
  };
}

function allParameters({ fields = [], methods }: SourceClass): SourceParameter[] {
  return [...fields, ...methods.flatMap(({ parameters }) => parameters)];
}

/** `layer.dW[:] = 0`, `conv.grad_w.fill(0)` between two calls. */
const RESET_OUTSIDE =
  /\b(?!self\b)\w+\.(?:d[wbk]|grad|d_?\w*(?:weights?|bias|kernels?|filters?))\w*(?:\[[^\]]*\])?(?:\s*=\s*(?:0|np\.zeros)|\.fill\(0|\s*\*=\s*0)/i;

/** Whether a second call is meant to depend on the first: weights are updated, or gradients are added up until they are reset. */
function keepsState({ tree, definition }: ClassRequest, method: SourceFunction): boolean {
  const text = tree.text(definition.node);
  if (
    /accumul|zero_?grad|reset|clear/i.test(text) ||
    // Of a parameter with values and a gradient, as in PyTorch.
    /\bself\.\w+(?:\[["']\w+["']\])?\.grad\w*(?:\[[^\]]*\])?\s*\+?=(?!=)/.test(tree.text(method.node)) ||
    RESET_OUTSIDE.test(tree.source) ||
    /self\.(\w+)(?:\[[^\]\n]*\])*\s*(?:-=|=\s*self\.\1\s*-)/.test(tree.text(method.node)) ||
    changesWeights(tree.text(method.node)) ||
    addsUp(tree.text(method.node)) ||
    definition.methods.some(({ name, node }) => name !== method.name && isCalledUpdate(tree, name, node, method))
  )
    return true;
  const others = definition.methods.filter(
    (each) => each !== method && !/^__(?:post_)?init__$/.test(each.name) && !FORWARD.test(each.name),
  );
  return others.some(({ node }) =>
    /self\.\w*(?:d|grad|delta)\w*(?:\[[^\]]*\])?\s*=(?!=)|\.fill\(/i.test(tree.text(node)),
  );
}

/** Whether every gradient that is kept is added to the one before, once in a call: `self.dW += dW`, `self.db = self.db + db`. */
function addsUp(text: string): boolean {
  const kept = [...text.matchAll(/^( *)self\.((?:d_?|grad_?)\w+) *(\+?=)(?!=) *(.*)/gm)];
  const body = Math.min(...[...text.matchAll(/^( +)\S/gm)].map(([, indent]) => indent!.length));
  return (
    kept.length > 1 &&
    kept.every(
      ([, indent, name, operator, value]) =>
        indent!.length === body && (operator === '+=' || value!.startsWith(`self.${name} + `)),
    )
  );
}

/** `self.W += self.velocity`, `self.W = self.W + (1 + mu) * v`, by mistake `self.W = lr * dW` */
function changesWeights(text: string): boolean {
  return [...text.matchAll(/self\.(\w+)\s*(?:\+=|=\s*self\.\1\s*\+|=\s*(?:self\.)?(\w+)\s*\*)/g)].some(
    ([, name = '', factor]) =>
      ['filter', 'bias'].includes(roleOf(name, ['filter', 'bias']) ?? '') &&
      (factor === undefined || roleOf(factor) === 'rate'),
  );
}

/** Whether a method calls another one that subtracts from weights: `self.adam(dW, db)`. */
function isCalledUpdate(tree: PythonTree, name: string, node: SyntaxNode, method: SourceFunction): boolean {
  return new RegExp(`self\\.${name}\\(`).test(tree.text(method.node)) && /-=/.test(tree.text(node));
}

function methodCall(
  request: ClassRequest,
  method: SourceFunction,
  operation: CourseFunction,
): { readonly source: string; readonly roles: readonly Role[] } | undefined {
  const { tree, definition, layout, arePairs } = request;
  const parameters = method.parameters.slice(1);
  const roles = assignRoles(operation, parameters);
  if (!roles) return undefined;
  const form = formOf(tree, definition.node, operation, layout, arePairs);
  const keeping = isBackward(request.operation) ? keepingArguments(tree.text(method.node), parameters) : [];
  const args = [methodArguments(tree, method, roles, form), ...keeping].filter((each) => each !== '').join(', ');
  return { source: `layer.${method.name}(${args})`, roles: [...roles.values()] };
}

/** `training=True`, without which a method may keep nothing of what the gradients need: `if training: self.x = x`. */
export function keepingArguments(text: string, parameters: readonly SourceParameter[]): string[] {
  return parameters.flatMap(({ name, fallback }) => {
    const stored = new RegExp(`\\bif ${name}\\s*:\\s*self\\.\\w+(?:\\[[^\\]]*\\])?\\s*=(?!=)`);
    const isKeeping = roleOf(name) === 'training' || stored.test(text);
    return fallback === 'False' && isKeeping ? [`${name}=True`] : [];
  });
}
