/**
 * ONNX nodes: `make_node` with its attributes, run by `expect` of ONNX's own tests, by `ReferenceEvaluator`, or on the arrays of
 * the text that have the names of the node's inputs. Attributes and defaults as in ONNX's operator text.
 */
import { formatShape } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { PyArray } from '../array/PyArray';
import { reshapeTo } from '../array/reshaping';
import { libraryFunction, type Call, type FunctionTable, onInput } from '../library/call/Call';
import { isSequence, toArray, toText } from '../library/call/coerce';
import { NONE, pyList, pyText } from '../value/constructors';
import type { Py, LayerObject } from '../value/Py';
import { arrayNamed } from './arrayNamed';
import type { Caller } from './Caller';
import { applyConvolution, placedAt, pool } from './forward';
import { globalOptions, onAxes, axesAttribute, poolOptions, windowOptions } from './onnxOptions';
import { rectify } from './relu';
import { transposeConvolve } from './transpose';

const ATTRIBUTES =
  'auto_pad? dilations? group? kernel_shape? pads? strides? ceil_mode? count_include_pad? storage_order? output_padding? output_shape? p?';

/** Functions of `onnx.helper` by name. */
export const ONNX_HELPER: FunctionTable = {
  make_node: [`op_type inputs outputs name? doc_string? domain? overload? ${ATTRIBUTES}`, makeNode],
  make_tensor: [
    'name data_type dims vals raw?',
    (call) => {
      const array = { ...reshapeTo(call.array('vals'), call.integers('dims'), call.context) };
      names.set(array, call.text('name'));
      return array;
    },
  ],
  make_graph: ['nodes name inputs outputs initializer? doc_string? value_info? sparse_initializer?', makeGraph],
  // A graph's inputs and outputs have shapes, but no values.
  make_tensor_value_info: ['name elem_type shape doc_string? shape_denotation?', () => NONE],
};

/** Functions of `onnx.numpy_helper` by name. */
export const ONNX_ARRAYS: FunctionTable = {
  from_array: [
    'arr name?',
    (call) => {
      const array = { ...call.array('arr') };
      if (!call.lacks('name')) names.set(array, call.text('name'));
      return array;
    },
  ],
  to_array: ['tensor base_dir?', (call) => call.array('tensor')],
};

/** Functions of `onnx.reference` by name. */
export const ONNX_REFERENCE: FunctionTable = {
  ReferenceEvaluator: ['proto *rest opsets? functions? verbose? new_ops?', evaluator],
};

/** Known where the text does not define it: runs the node on its inputs. */
export const ONNX_EXPECT: FunctionTable = {
  expect: ['node inputs outputs? name? opset_imports?', expect],
};

type Operator = (inputs: readonly PyArray[], node: Call, by: Caller, use: Call) => Py;

const OPERATORS: Readonly<Record<string, Operator>> = {
  Conv: ([input, filter, bias], node, by, use) =>
    applyConvolution(
      {
        input: input!,
        filter: filter!,
        bias,
        options: onAxes({ ...windowOptions(node, by), groups: node.integer('group', 1) }, by, node),
      },
      by,
      use.context,
    ),
  ConvTranspose: ([input, filter, bias], node, by, use) =>
    transposeConvolve(
      {
        input: input!,
        filter: filter!,
        bias,
        options: onAxes(
          {
            ...windowOptions(node, by),
            groups: node.integer('group', 1),
            ...(node.has('output_padding') && { outputPadding: axesAttribute(node, 'output_padding', by) }),
            ...(node.has('output_shape') && { outputSize: axesAttribute(node, 'output_shape', by) }),
          },
          by,
          node,
        ),
      },
      by,
      use.context,
    ),
  MaxPool: ([input], node, by, use) => pool(input!, poolOptions(node, 'max', by), by, use.context),
  AveragePool: ([input], node, by, use) => pool(input!, poolOptions(node, 'average', by), by, use.context),
  GlobalMaxPool: ([input], _, by, use) => pool(input!, globalOptions(input!, 'max'), by, use.context),
  GlobalAveragePool: ([input], _, by, use) => pool(input!, globalOptions(input!, 'average'), by, use.context),
  Relu: ([input], _, by, use) => rectify(input!, by, use.context),
};

/** Functions of `onnxscript.opset…`, which run at once on arrays. */
export const ONNX_SCRIPT: FunctionTable = Object.fromEntries(
  Object.keys(OPERATORS).map((name): [string, FunctionTable[string]] => {
    const run = (call: Call): Py => {
      const given = call.rest.filter(({ value }) => value.kind !== 'none');
      return runNode(
        name,
        call,
        call,
        given.map(({ value }) => toArray(value, call.context)),
      );
    };
    return [name, [`*inputs ${ATTRIBUTES}`, run]];
  }),
);

/** Names of tensors: the inputs of nodes that a graph initializes with them. */
const names = new WeakMap<PyArray, string>();

/** Nodes whose inputs are all initializers run at once. */
function makeGraph(call: Call): Py {
  const given = call.lacks('initializer') ? [] : call.sequence('initializer');
  const arrays = new Map(
    given.flatMap((value) => (value.kind === 'array' ? [[names.get(value), value] as const] : [])),
  );
  for (const node of call.sequence('nodes')) {
    const inputs = node.kind === 'layer' ? node.member?.('input') : undefined;
    const run = node.kind === 'layer' ? node.member?.('expect') : undefined;
    if (run?.kind !== 'function' || !inputs || !isSequence(inputs)) continue;
    const values = inputs.items.map((name) => arrays.get(name.kind === 'text' ? name.value : undefined));
    if (values.length === 0 || !values.every((value) => value !== undefined)) continue;
    const positional = [{ value: pyList(values), range: call.range }];
    run.call({ callee: call.callee, range: call.range, positional, named: new Map() }, call.context);
  }
  return NONE;
}

function makeNode(call: Call): Py {
  const operation = call.text('op_type');
  const inputNames = call.sequence('inputs').map(toText);
  const run = (use: Call, inputs: readonly PyArray[]): Py => runNode(operation, call, use, inputs);
  const known = inputNames.filter((name) => name !== '').map((name) => arrayNamed(name, call.context));
  const arrays = known.filter((value): value is PyArray => value?.kind === 'array');
  if (arrays.length > 0 && arrays.length === known.length && Object.hasOwn(OPERATORS, operation)) run(call, arrays);
  const members: Readonly<Record<string, Py>> = {
    op_type: pyText(operation),
    input: pyList(inputNames.map(pyText)),
    run: libraryFunction('run', 'names feeds', (use) => pyList([run(use, fedArrays(inputNames, use))])),
    expect: libraryFunction('expect', 'inputs', (use) =>
      run(
        use,
        use.sequence('inputs').map((value) => toArray(value, use.context)),
      ),
    ),
  };
  return {
    kind: 'layer',
    callee: call.callee,
    framework: 'numpy',
    weights: {},
    hasBias: false,
    apply: onInput((use) => run(use, [use.array('input')])),
    member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
  } satisfies LayerObject;
}

function runNode(operation: string, node: Call, use: Call, inputs: readonly PyArray[]): Py {
  const operator = Object.hasOwn(OPERATORS, operation) ? OPERATORS[operation] : undefined;
  if (!operator) {
    const supported = Object.keys(OPERATORS).join(', ');
    throw new LensError(
      msg('unsupported ONNX operator {0}; supported: {1}', operation, supported),
      undefined,
      node.range,
    );
  }
  const [input] = inputs;
  const is1d = input?.shape.length === 3 && operation !== 'Relu';
  if (!input || (!is1d && operation !== 'Relu' && input.shape.length !== 4))
    throw new LensError(
      msg(
        '{0} is supported with one or two spatial axes; {1} has shape {2}',
        operation,
        'X',
        formatShape(input?.shape ?? []),
      ),
      undefined,
      node.range,
    );
  const by: Caller = {
    callee: operation,
    range: use.range,
    notation: 'numpy',
    layout: 'nchw',
    filterLayout: 'oihw',
    ...(is1d && { is1d }),
  };
  return placedAt(use.range, () => operator(inputs, node, by, use));
}

/** `expect(node, inputs=[x, W], outputs=[y], name=…)`. A node of another operator is ignored. */
function expect(call: Call): Py {
  const node = call.value('node');
  const run = node.kind === 'layer' ? node.member?.('expect') : undefined;
  if (run?.kind === 'function')
    run.call(
      {
        callee: call.callee,
        range: call.range,
        positional: [{ value: call.value('inputs'), range: call.range }],
        named: new Map(),
      },
      call.context,
    );
  return NONE;
}

function evaluator(call: Call): Py {
  const node = call.value('proto');
  if (node.kind === 'layer' && node.member?.('op_type')) return node;
  throw new LensError(msg('{0} is supported for a node of make_node', call.callee), undefined, call.range);
}

function fedArrays(names: readonly string[], use: Call): PyArray[] {
  const feeds = use.value('feeds');
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const value = feeds.kind === 'dictionary' ? feeds.entries.get(name) : undefined;
      if (value) return toArray(value, use.context);
      throw new LensError(msg('the input {0} is not given', name), undefined, use.range);
    });
}
