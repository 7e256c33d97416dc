/** The functions and methods of a text that can be checked, each with the operations that it may implement. */
import { guessClassOperation, guessOperations } from './adapt/guessOperation';
import { namedOperations, possibleOperations, takesImageAndFilter } from './adapt/possibleOperations';
import { checkedMethod } from './adapt/classes/buildClassAdapter';
import { axisRole } from './adapt/roles/outputRoles';
import { roleOf, rolesOf } from './adapt/roles/roles';
import type { CheckContext } from './CheckContext';
import { COURSE_FUNCTIONS, type CourseFunction } from './CourseFunction';
import { asArray, isNestedList } from './run/ProgramValue';
import type { RecordedCall } from './run/Runner';
import { isOfVolumes } from './special/convolutions/conv3d';
import { convTranspose } from './special/convolutions/convTranspose';
import { positionsTarget } from './special/pooling/poolPositions';
import type { SpecialLayer } from './special/SpecialLayer';
import { specialClass, specialFunction } from './special/specialLayers';
import { innerParameters, isLeftToOthers, type SourceClass, type SourceFunction } from './source/Definition';
import type { Target } from './Target';

/** What of a context tells the targets. */
type Text = Pick<CheckContext, 'definitions' | 'calls' | 'tree'>;

/** Helpers before the functions that use them. */
export function targetsOf(text: Text): Target[] {
  const { functions, classes } = text.definitions;
  const owners = classes.filter((each) => !isBlock(each, text.tree) && !isAbstract(each, text.tree));
  const targets = [
    ...functions.flatMap((definition) => functionTargets(text, definition)),
    ...owners.flatMap((owner) => methodTargets(text, owner)),
  ];
  return targets.sort((a, b) => orderOf(a) - orderOf(b));
}

function functionTargets({ definitions, calls, tree }: Text, definition: SourceFunction): Target[] {
  const { name, line, parameters } = definition;
  if (parameters.length === 0 || parameters[0]?.name === 'self') return [];
  const text = tree.text(definition.node);
  const special = ofVolumes(specialFunction(definition), text, callsOf(calls, name));
  const isOfInput = special?.id === 'conv_transpose_gradient' && isInputGradient(definition, definitions.functions);
  if (special && !isOfInput)
    return [{ name, line, operations: [special.operation], definition, uncertain: true, special }];
  const isRectified = CONV_RELU.test(name) && /\bfor\b|einsum|tensordot/.test(text);
  const told = isRectified ? name.replace(/_?relu/i, '') : tellingName(name);
  const guessed = isOfInput ? (['conv_backward'] as const) : guessedOperations(told, definition);
  const operations = withWindow(guessed, definition);
  const uncertain = isOfInput || isRectified || /unpool/i.test(name) || isOtherMask(operations, definition, tree);
  if (operations.length > 0)
    return [
      { name, line, operations, definition, uncertain },
      ...returnedGradient(definition, operations),
      ...(operations[0] === 'pool_forward' ? positionsTarget(tree, definition) : []),
    ];
  const own = calls.filter(
    (call) => call.name === name && [...call.args.values()].some((arg) => arg.kind === 'array' || isNestedList(arg)),
  );
  const possible = own.length > 0 ? possibleOperations(definition, text, own) : namedOperations(definition, text);
  if (possible.length === 0 && own.length === 0 && takesImageAndFilter(definition, text))
    return [{ name, line, operations: ['conv_forward'], definition, uncertain: true, isListedIfRight: true }];
  if (possible.length === 0) return [];
  const positions = possible.includes('pool_forward') ? positionsTarget(tree, definition) : [];
  const isUncertain = own.length === 0 || possible.length > 1;
  return [{ name, line, operations: possible, definition, uncertain: isUncertain }, ...positions];
}

function methodTargets({ tree }: Text, owner: SourceClass): Target[] {
  const targets: Target[] = [];
  const specials = specialClass(owner).flatMap((each) => ofVolumes(each, tree.text(owner.node)) ?? []);
  for (const special of specials) {
    const method = checkedMethod(owner, special.isGradient ? 'conv_backward' : 'conv_forward');
    if (!method) continue;
    const name = `${owner.name}.${method.name}`;
    const operations = [special.operation];
    targets.push({ name, line: method.line, operations, definition: method, owner, uncertain: true, special });
  }
  if (specials.length > 0) return targets;
  const kind = guessClassOperation(owner.name);
  const told = kind ? [kind] : kindsOfMethods(owner);
  const uncertain = told.length === 0;
  const kinds = uncertain ? possibleClasses(owner, tree.source) : told;
  for (const direction of ['forward', 'backward'] as const) {
    const operations = kinds.map((each) => `${each}_${direction}` as const);
    const methods = operations.map((each) => checkedMethod(owner, each));
    for (const definition of new Set(methods)) {
      if (!definition) continue;
      const name = `${owner.name}.${definition.name}`;
      const possible = operations.filter((_, k) => methods[k] === definition);
      targets.push({ name, line: definition.line, operations: possible, definition, owner, uncertain });
    }
  }
  return targets;
}

/** The special layer, unless its name counts channels: `conv3d` of an image with colors. */
function ofVolumes(
  special: SpecialLayer | undefined,
  text: string,
  calls: readonly RecordedCall[] = [],
): SpecialLayer | undefined {
  const arrays = calls.map(({ args }) => [...args.values()].flatMap((value) => asArray(value) ?? []));
  return special?.id === 'conv3d' && !isOfVolumes(text, arrays) ? undefined : special;
}

function callsOf(calls: readonly RecordedCall[], name: string): RecordedCall[] {
  return calls.filter((call) => call.name === name);
}

/** A convolution and ReLU in one function; loops in it tell that it computes the convolution itself. */
const CONV_RELU = /^conv(?!\w*pool)\w*relu|^relu\w*conv(?!\w*pool)/i;

/** By the name, and the parameters that it needs. */
function guessedOperations(name: string, definition: SourceFunction): CourseFunction[] {
  // `convDerivative(image)`: nothing can be the gradient of an output.
  const [only, ...others] = definition.parameters;
  const isOfImage = others.length === 0 && /^(?:in_?)?(?:im|img|image)$/i.test(only?.name ?? '');
  // Of an image by anything, unless it is given a filter.
  const isFilter = /^filter_?im/i.test(name);
  if (isFilter && !definition.parameters.some((each) => rolesOf(each.name)[0] === 'filter')) return [];
  return guessOperations(name)
    .map((each) => withGradient(withoutGradient(each, definition), definition))
    .filter((each) => !(isOfImage && each === 'conv_backward'));
}

/** Whether `conv_transpose_grad(dout, w, size)` is the gradient of a convolution's input, which is a transposed convolution. */
function isInputGradient(
  { name, parameters }: SourceFunction,
  functions: CheckContext['definitions']['functions'],
): boolean {
  const roles = parameters.map((each) => rolesOf(each.name, ['filter', 'gradient'])[0]);
  const hasForward = functions.some((each) => each.name !== name && convTranspose.pattern.test(each.name));
  return !hasForward && roles.includes('gradient') && roles.includes('filter') && !roles.includes('input');
}

/** The gradient where a parameter is one: `conv2d_input(size, weight, grad_output)`. */
function withGradient(operation: CourseFunction, { name, parameters }: SourceFunction): CourseFunction {
  if (name === operation || (operation !== 'conv_forward' && operation !== 'pool_forward')) return operation;
  const isGiven = parameters.some(
    (each) =>
      each.fallback === undefined &&
      roleOf(each.name) === 'gradient' &&
      // `dy, dx` are strides.
      axisRole(operation, each, parameters) === undefined,
  );
  if (!isGiven) return operation;
  return operation === 'conv_forward' ? 'conv_backward' : 'pool_backward';
}

/** `Conv.forward`, but `im2col` of `Conv.im2col`. */
function tellingName(name: string): string {
  return name.replace(/^\w+\.(?!_?(?:for|back)ward|apply|(?:f|b)wd)/i, '');
}

/** The second of two functions that a function returns, or the one next to its result, for the backward direction. */
function returnedGradient(definition: SourceFunction, [operation]: readonly CourseFunction[]): Target[] {
  const second = definition.returned?.[1] ?? definition.gradient;
  if (!second || (operation !== 'conv_forward' && operation !== 'pool_forward')) return [];
  const parameters = [...definition.parameters, ...innerParameters(second, 1)];
  return [
    {
      name: `${definition.name}.${second.name}`,
      line: second.line,
      operations: [operation === 'conv_forward' ? 'conv_backward' : 'pool_backward'],
      definition: { ...definition, parameters },
      uncertain: true,
    },
  ];
}

/** Whether a mask is probably one of an image: nothing in it is the maximum of a window. */
function isOtherMask(
  [operation]: readonly CourseFunction[],
  { name, node }: SourceFunction,
  tree: CheckContext['tree'],
): boolean {
  if (operation !== 'create_mask_from_window' || name === operation) return false;
  return !/max|window/i.test(tree.text(node));
}

/** A convolution of a parameter that is named as one window may be a single step. */
function withWindow(operations: readonly CourseFunction[], { parameters }: SourceFunction): readonly CourseFunction[] {
  if (operations[0] !== 'conv_forward') return operations;
  const isStep = /^(?:patch|window|region|a_slice\w*|receptive_?field)$/i.test(parameters[0]?.name ?? '');
  return isStep ? ['conv_single_step', ...operations] : operations;
}

/** Whether a class is made of other layers, as a block of a network is. */
function isBlock({ range }: SourceClass, { source }: CheckContext['tree']): boolean {
  const text = source.slice(...range);
  // `for layer in self.layers: x = layer.forward(x)`
  if (/\bfor\s+(\w+)\s+in\b.*\bself\..*:\s*.*\b\1(?:\.\w+)?\(/.test(text)) return true;
  const parts = [...text.matchAll(/\bself\.(\w+)\s*=\s*[A-Z]\w*\(/g)].map(([, part]) => part!);
  return parts.filter((part) => new RegExp(`\\bself\\.${part}(?:\\.(?:forward|__call__))?\\(`).test(text)).length > 1;
}

/** Whether other classes derive from a class that calls what it does not define: they define it. */
function isAbstract({ name, range, methods }: SourceClass, tree: CheckContext['tree']): boolean {
  const { source } = tree;
  if (!new RegExp(`^[ \\t]*class\\s+\\w+\\([^)]*\\b${name}\\b`, 'm').test(source)) return false;
  const text = source.slice(...range);
  const called = [...text.matchAll(/\bself\.(\w+)\(/g)].map(([, each]) => each!);
  return called.some(
    (each) =>
      !methods.some((method) => method.name === each && !isLeftToOthers(tree, method)) &&
      !new RegExp(`\\bself\\.${each}\\s*=|^\\s+${each}\\s*=`, 'm').test(text),
  );
}

/** The layers of a whole network that are methods with their names: `convolution(self, image, kernels)`, `max_pool(self, maps)`. */
function kindsOfMethods({ methods }: SourceClass): ('conv' | 'pool')[] {
  return (['conv', 'pool'] as const).filter((kind) =>
    methods.some(({ name, parameters }) => {
      const isGiven = kind === 'pool' || parameters.some((each) => roleOf(each.name, ['filter']) === 'filter');
      return isGiven && parameters.length > 1 && guessOperations(name)[0] === `${kind}_forward`;
    }),
  );
}

/** The kinds of layer that a class may be, by the words in its text, where its name does not tell and the text makes an instance or takes windows. */
function possibleClasses({ name, node, range }: SourceClass, text: string): ('conv' | 'pool')[] {
  if (/test|model|net(?:work)?$|dense|linear|relu|flatten|dropout|norm|softmax|loss|optim/i.test(name)) return [];
  const own = text.slice(...range);
  const isMade = new RegExp(`\\b${name}\\(`).test(text.slice(0, node.from) + text.slice(node.to));
  if (!isMade && !WINDOW.test(own)) return [];
  const found: ('conv' | 'pool')[] = [];
  if (/conv|filter|kernel|weights?\b|\bw\b/i.test(own)) found.push('conv');
  if (/pool|max\(|mean\(/i.test(own)) found.push('pool');
  return found;
}

/** `x[i:i + k, j:j + k]` */
const WINDOW = /\[[^\]\n]*[\w)] *: *[\w(][^\]\n]*,[^\]\n]*[\w)] *: *[\w(]/;

/** The forward operation where no parameter can be a gradient: `conv2d_backwards_loops(x, w)`. */
function withoutGradient(operation: CourseFunction, { name, parameters }: SourceFunction): CourseFunction {
  if (operation !== 'conv_backward' || name === operation) return operation;
  const roles = parameters.map((parameter) => rolesOf(parameter.name));
  const isForward = roles[0]?.[0] === 'input' && roles[1]?.[0] === 'filter' && roles.length < 5;
  const isGiven = roles.some((each) => each.some((role) => role === 'gradient' || role === 'cache'));
  return isForward && !isGiven ? 'conv_forward' : operation;
}

function orderOf({ operations }: Target): number {
  return COURSE_FUNCTIONS.indexOf(operations[0]!);
}
