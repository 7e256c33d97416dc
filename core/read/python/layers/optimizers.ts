/** PyTorch's optimizers: they change parameters by the gradients that `backward` gave them. */
import { LensError, msg } from '../../../message';
import { mapTwo } from '../array/elementwise';
import { writeView } from '../array/indexing';
import { newData, arrayOf, type PyArray } from '../array/PyArray';
import { tapeOf } from '../autograd/Tape';
import { libraryFunction, type Call, type FunctionTable } from '../library/call/Call';
import { arrayOfParameter, isSequence, toNumber } from '../library/call/coerce';
import type { Context } from '../runtime/Context';
import { NONE, pyList } from '../value/constructors';
import { programOf } from '../value/Program';
import type { LayerObject, Py, PyDictionary } from '../value/Py';

const OPTIONS = 'lr momentum dampening betas eps weight_decay nesterov amsgrad maximize alpha centered foreach'.split(
  ' ',
);
/** Options that change the rule when they are set. */
const OTHER_RULES = ['amsgrad', 'maximize', 'centered'];
const ADAPTIVE = 'params lr? betas? eps? weight_decay? amsgrad? foreach? maximize?';

/** What one parameter keeps from step to step. */
interface Memory {
  steps: number;
  first?: PyArray;
  second?: PyArray;
}

/** An option of the optimizer, as its group has it now; `index`: of a pair. */
type Option = (name: string, missing: number, index?: number) => number;
type Rule = (array: PyArray, gradient: PyArray, memory: Memory, option: Option, context: Context) => PyArray;

/** Classes of `torch.optim` by name. */
export const OPTIMIZERS: FunctionTable = {
  SGD: [
    'params lr? momentum? dampening? weight_decay? nesterov? maximize? foreach?',
    (call) => stepping(call, descent),
  ],
  Adam: [ADAPTIVE, (call) => stepping(call, (...given) => adam(false, 0, ...given))],
  AdamW: [ADAPTIVE, (call) => stepping(call, (...given) => adam(true, 0.01, ...given))],
  ...Object.fromEntries(
    ['RMSprop', 'Adagrad', 'Adadelta', 'Adamax', 'NAdam', 'RAdam', 'LBFGS'].map((name) => [
      name,
      ['params *rest lr? betas? eps? weight_decay? amsgrad? alpha? momentum? centered?', forgetting],
    ]),
  ),
};

/** p ← p − lr · g, where g is the gradient or, with momentum, what it has added up to. */
function descent(array: PyArray, gradient: PyArray, memory: Memory, option: Option, context: Context): PyArray {
  const [rate, momentum, decay] = [option('lr', 0.001), option('momentum', 0), option('weight_decay', 0)];
  let slope = decayed(array, gradient, decay, context);
  if (momentum !== 0) {
    const own = 1 - option('dampening', 0);
    const { first } = memory;
    memory.first = first ? blend(first, slope, momentum, own, context) : slope;
    slope = option('nesterov', 0) === 0 ? memory.first : blend(slope, memory.first, 1, momentum, context);
  }
  return blend(array, slope, 1, -rate, context);
}

/** Adam; `apart`: the weights decay without the gradient, as in AdamW. */
function adam(apart: boolean, usual: number, ...[array, gradient, memory, option, context]: Parameters<Rule>): PyArray {
  const [rate, decay] = [option('lr', 0.001), option('weight_decay', usual)];
  const [a, b] = [option('betas', 0.9, 0), option('betas', 0.999, 1)];
  const start = apart ? blend(array, array, 1, -rate * decay, context) : array;
  const slope = apart ? gradient : decayed(array, gradient, decay, context);
  const none = arrayOf(
    newData(
      slope.shape.reduce((size, extent) => size * extent, 1),
      slope.dtype,
    ),
    slope.shape,
    slope.dtype,
    {
      notation: slope.notation,
    },
  );
  memory.first = blend(memory.first ?? none, slope, a, 1 - a, context);
  const before = memory.second ?? none;
  memory.second = mapTwo(before, slope, before.dtype, (sum, value) => b * sum + (1 - b) * value * value, context);
  const [size, scale] = [rate / (1 - a ** memory.steps), Math.sqrt(1 - b ** memory.steps)];
  const epsilon = option('eps', 1e-8);
  const step = mapTwo(
    memory.first,
    memory.second,
    array.dtype,
    (mean, square) => mean / (Math.sqrt(square) / scale + epsilon),
    context,
  );
  return blend(start, step, 1, -size, context);
}

function decayed(array: PyArray, gradient: PyArray, decay: number, context: Context): PyArray {
  return decay === 0 ? gradient : blend(gradient, array, 1, decay, context);
}

/** a · x + b · y, cell by cell. */
function blend(x: PyArray, y: PyArray, a: number, b: number, context: Context): PyArray {
  return mapTwo(x, y, x.dtype, (left, right) => a * left + b * right, context);
}

/** An optimizer whose steps follow a rule. */
function stepping(call: Call, rule: Rule): Py {
  const parameters = parametersOf(call);
  const memories = parameters.map((): Memory => ({ steps: 0 }));
  return optimizer(call, parameters, (use, { entries }) => {
    const option: Option = (name, missing, index) => {
      const value = entries.get(name);
      const given = value && index !== undefined && isSequence(value) ? value.items[index] : value;
      return given && given.kind !== 'none' ? toNumber(given) : missing;
    };
    const other = OTHER_RULES.find((name) => option(name, 0) !== 0);
    if (other !== undefined)
      throw new LensError(msg('the argument {0} of {1} is not supported', other, call.callee), undefined, use.range);
    parameters.forEach((each, index) => {
      const array = arrayOfParameter(each);
      const gradient = array && tapeOf(use.context).gradientOf(array);
      if (!gradient) return;
      const memory = memories[index]!;
      memory.steps++;
      writeView(array, rule(array, gradient, memory, option, use.context), use.context);
    });
    return NONE;
  });
}

/** An optimizer whose steps are not computed: they leave the parameters unknown. */
function forgetting(call: Call): Py {
  const parameters = parametersOf(call);
  return optimizer(call, parameters, (use) => {
    for (const each of parameters) if (each.kind === 'layer' && each.parameter) delete each.weights[each.parameter];
    throw new LensError(
      msg('{0} is not supported: the weights are not known after its step', call.callee),
      undefined,
      use.range,
    );
  });
}

function optimizer(call: Call, parameters: readonly Py[], step: (use: Call, group: PyDictionary) => Py): LayerObject {
  const group = groupOf(call, parameters);
  const clear = libraryFunction('zero_grad', 'set_to_none?', (use) => {
    for (const each of parameters) {
      const array = arrayOfParameter(each);
      if (array) tapeOf(use.context).setGradient(array, use.flag('set_to_none', false) ? undefined : 'zeros');
    }
    return NONE;
  });
  const methods: Readonly<Record<string, Py>> = {
    step: libraryFunction('step', 'closure?', (use) => step(use, group)),
    zero_grad: clear,
    param_groups: pyList([group]),
  };
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'pytorch',
    weights: {},
    hasBias: false,
    apply: () => {
      throw new LensError(msg('{0} is not a layer', call.callee), undefined, call.range);
    },
    member: (name) => (Object.hasOwn(methods, name) ? methods[name] : undefined),
  };
}

/** `param_groups[0]`: the parameters and the options that the call gives. */
function groupOf(call: Call, parameters: readonly Py[]): PyDictionary {
  const entries = new Map<string, Py>([['params', pyList([...parameters])]]);
  for (const name of OPTIONS) if (call.has(name)) entries.set(name, call.value(name));
  return { kind: 'dictionary', entries };
}

function parametersOf(call: Call): readonly Py[] {
  const parameters = [...programOf(call.context).items(call.value('params'))];
  if (parameters.every((each) => arrayOfParameter(each) !== undefined)) return parameters;
  throw new LensError(msg('{0} is supported with a list of parameters', call.callee), undefined, call.range);
}
