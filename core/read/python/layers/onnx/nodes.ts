/**
 * ONNX nodes: `make_node` with its attributes, run by `expect` of ONNX's own tests, by a session, or on the arrays of the text
 * that have the names of the node's inputs. Attributes and defaults as in ONNX's operator text.
 */
import { formatShape } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { libraryFunction, type Call, type FunctionTable } from '../../library/call/Call';
import { toArray, toText } from '../../library/call/coerce';
import { NONE, pyList, pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { arrayNamed } from '../arrayNamed';
import type { Caller } from '../Caller';
import { applyConvolution, placedAt, pool } from '../forward';
import { onnxObject } from './onnxObject';
import { globalOptions, onAxes, axesAttribute, poolOptions, windowOptions } from './onnxOptions';
import { placedWhere } from '../applyLayer';
import { rectify } from '../relu';
import { transposeConvolve } from '../transpose';

const ATTRIBUTES =
  'auto_pad? dilations? group? kernel_shape? pads? strides? ceil_mode? count_include_pad? storage_order? output_padding? output_shape? p?';

/** A part of `onnx.helper`. */
export const ONNX_NODES: FunctionTable = {
  make_node: [`op_type inputs outputs name? doc_string? domain? overload? ${ATTRIBUTES}`, makeNode],
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

/** What a node computes, and the names of its arrays. */
interface OnnxNode {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly run: (use: Call, inputs: readonly PyArray[]) => Py;
}

const nodes = new WeakMap<object, OnnxNode>();

/** Undefined for what `make_node` did not make. */
export function nodeOf(value: Py): OnnxNode | undefined {
  return nodes.get(value);
}

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

function makeNode(call: Call): Py {
  const operation = call.text('op_type');
  const inputNames = call.sequence('inputs').map(toText);
  const run: OnnxNode['run'] = (use, inputs) =>
    placedWhere(use.context, call.range, () => runNode(operation, call, use, inputs));
  const known = inputNames.filter((name) => name !== '').map((name) => arrayNamed(name, call.context));
  const arrays = known.filter((value): value is PyArray => value?.kind === 'array');
  if (arrays.length > 0 && arrays.length === known.length && Object.hasOwn(OPERATORS, operation)) run(call, arrays);
  const node = onnxObject(
    call.callee,
    {
      op_type: pyText(operation),
      input: pyList(inputNames.map(pyText)),
      run: libraryFunction('run', 'names feeds', (use) => pyList([run(use, fedArrays(inputNames, use))])),
      expect: libraryFunction('expect', 'inputs', (use) => run(use, arraysOf(use.sequence('inputs'), use))),
    },
    (use) => run(use, [use.array('input')]),
  );
  nodes.set(node, { inputs: inputNames, outputs: call.sequence('outputs').map(toText), run });
  return node;
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

/** The arrays of a dictionary that have the names. */
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

function arraysOf(values: readonly Py[], use: Call): PyArray[] {
  return values.map((value) => toArray(value, use.context));
}
