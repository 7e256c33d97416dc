/** The functions and methods of a text that can be checked, each with the operations that it may implement. */
import { guessClassOperation, guessOperations, isBackwardName, isOtherLayer } from './adapt/guessOperation';
import { checkedMethod } from './adapt/classes/buildClassAdapter';
import { axisRole } from './adapt/roles/outputRoles';
import { roleOf, rolesOf, type Role } from './adapt/roles/roles';
import type { CheckContext } from './CheckContext';
import { COURSE_FUNCTIONS, type CourseFunction } from './CourseFunction';
import { asArray, isNestedList } from './run/ProgramValue';
import type { RecordedCall } from './run/Runner';
import { isOfVolumes } from './special/conv3d';
import { convTranspose } from './special/convTranspose';
import { positionsTarget } from './special/poolPositions';
import type { SpecialLayer } from './special/SpecialLayer';
import { specialClass, specialFunction } from './special/specialLayers';
import { innerParameters, type SourceClass, type SourceFunction } from './source/Definition';
import type { Target } from './Target';

/** Helpers before the functions that use them. */
export function targetsOf({
  definitions: { functions, classes },
  calls,
  tree,
}: Pick<CheckContext, 'definitions' | 'calls' | 'tree'>): Target[] {
  const targets: Target[] = functions.flatMap((definition): Target[] => {
    const { name, line, parameters } = definition;
    if (parameters.length === 0 || parameters[0]?.name === 'self') return [];
    const special = ofVolumes(specialFunction(definition), tree.text(definition.node), callsOf(calls, name));
    const isOfInput = special?.id === 'conv_transpose_gradient' && isInputGradient(definition, functions);
    if (special && !isOfInput)
      return [{ name, line, operations: [special.operation], definition, uncertain: true, special }];
    const isRectified = CONV_RELU.test(name) && /\bfor\b|einsum|tensordot/.test(tree.text(definition.node));
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
    const text = tree.text(definition.node);
    const possible = own.length > 0 ? possibleOperations(definition, text, own) : namedOperations(definition, text);
    if (possible.length === 0) return [];
    const positions = possible.includes('pool_forward') ? positionsTarget(tree, definition) : [];
    return [
      { name, line, operations: possible, definition, uncertain: own.length === 0 || possible.length > 1 },
      ...positions,
    ];
  });
  for (const owner of classes.filter((each) => !isBlock(each, tree) && !isAbstract(each, tree))) {
    const specials = specialClass(owner).flatMap((each) => ofVolumes(each, tree.text(owner.node)) ?? []);
    for (const special of specials) {
      const method = checkedMethod(owner, special.isGradient ? 'conv_backward' : 'conv_forward');
      if (!method) continue;
      const name = `${owner.name}.${method.name}`;
      const operations = [special.operation];
      targets.push({ name, line: method.line, operations, definition: method, owner, uncertain: true, special });
    }
    if (specials.length > 0) continue;
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
  }
  return targets.sort((a, b) => orderOf(a) - orderOf(b));
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
  return guessOperations(name).map((each) => withGradient(withoutGradient(each, definition), definition));
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
function isAbstract({ name, range, methods }: SourceClass, { source }: CheckContext['tree']): boolean {
  if (!new RegExp(`^[ \\t]*class\\s+\\w+\\([^)]*\\b${name}\\b`, 'm').test(source)) return false;
  const text = source.slice(...range);
  const called = [...text.matchAll(/\bself\.(\w+)\(/g)].map(([, each]) => each!);
  return called.some(
    (each) =>
      !methods.some((method) => method.name === each) &&
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

/** The kinds of layer that a class may be, by the words in its text, where its name does not tell and the text makes an instance. */
function possibleClasses({ name, node, range }: SourceClass, text: string): ('conv' | 'pool')[] {
  if (/test|model|net(?:work)?$|dense|linear|relu|flatten|dropout|norm|softmax|loss|optim/i.test(name)) return [];
  if (!new RegExp(`\\b${name}\\(`).test(text.slice(0, node.from) + text.slice(node.to))) return [];
  const own = text.slice(...range);
  const found: ('conv' | 'pool')[] = [];
  if (/conv|filter|kernel|weights?\b|\bw\b/i.test(own)) found.push('conv');
  if (/pool|max\(|mean\(/i.test(own)) found.push('pool');
  return found;
}

/** The forward operation where no parameter can be a gradient: `conv2d_backwards_loops(x, w)`. */
function withoutGradient(operation: CourseFunction, { name, parameters }: SourceFunction): CourseFunction {
  if (operation !== 'conv_backward' || name === operation) return operation;
  const roles = parameters.map((parameter) => rolesOf(parameter.name));
  const isForward = roles[0]?.[0] === 'input' && roles[1]?.[0] === 'filter' && roles.length < 5;
  const isGiven = roles.some((each) => each.some((role) => role === 'gradient' || role === 'cache'));
  return isForward && !isGiven ? 'conv_forward' : operation;
}

/** What a function needs that makes a larger array. */
const MAKES_ARRAYS = /pad|zeros|full|empty|ones|insert|concat|stack|append|block|\[\s*0(?:\.0?)?\s*\]/;

/** Operations that a function may implement, by its parameters, where its name does not tell. */
function possibleOperations(
  { name, parameters }: SourceFunction,
  text: string,
  calls: readonly RecordedCall[],
): CourseFunction[] {
  if (isOtherLayer(name) || COMPARISON.test(name)) return [];
  const isGradient = isBackwardName(name) || parameters.some((parameter) => roleOf(parameter.name) === 'gradient');
  if (takesFilterAndStep(parameters, calls)) return [isGradient ? 'conv_backward' : 'conv_forward'];
  if (isGradient) return ['conv_backward', 'pool_backward'];
  // A step of training calls gradients; a layer does not.
  if ([...text.matchAll(/(?<![\w.])\w+(?=\()/g)].some(([called]) => isBackwardName(called))) return [];
  const isMask = COMPARES.test(text) && !/\bexp\(/.test(text);
  return [
    'conv_forward',
    'pool_forward',
    ...(MAKES_ARRAYS.test(text) ? (['zero_pad'] as const) : []),
    ...(isMask ? (['create_mask_from_window'] as const) : []),
  ];
}

/** Of a function that the text does not call, such as `forward(x, kernels, stride)`: a filter or a window next to a step. */
function namedOperations({ name, parameters }: SourceFunction, text: string): CourseFunction[] {
  const roles = parameters.map((each) => roleOf(each.name, ['gradient', 'kernel']));
  const isGiven = roles.includes('input') && (roles.includes('stride') || roles.includes('pad'));
  if (isOtherLayer(name) || !isGiven || !/\bfor\b|einsum|tensordot|strides/.test(text)) return [];
  const isGradient = roles.includes('gradient');
  if (roles.includes('filter')) return [isGradient ? 'conv_backward' : 'conv_forward'];
  const isPooling = roles.includes('kernel') && /max|mean/.test(text);
  return isPooling ? [isGradient ? 'pool_backward' : 'pool_forward'] : [];
}

/** `forward(A, W, b, stride, pad)` with an array of filters: of the layers only a convolution has both. */
function takesFilterAndStep(parameters: SourceFunction['parameters'], calls: readonly RecordedCall[]): boolean {
  const named = (...roles: Role[]): string[] =>
    parameters.flatMap(({ name }) => (roles.includes(roleOf(name) ?? 'label') ? [name] : []));
  const filters = named('filter');
  if (named('stride', 'pad').length === 0) return false;
  return calls.some(({ args }) => filters.some((name) => (asArray(args.get(name))?.shape.length ?? 0) > 2));
}

/** What the cells of a course compare results with. */
const COMPARISON = /error|numeric/i;

/** A mask compares with a maximum, or sets the cell of one. */
const COMPARES = /==|>=|<=|\b(?:arg_?max|isclose|equal|greater_equal|where|nonzero|argwhere)\(/;

function orderOf({ operations }: Target): number {
  return COURSE_FUNCTIONS.indexOf(operations[0]!);
}
