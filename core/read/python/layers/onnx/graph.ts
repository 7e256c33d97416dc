/**
 * Graphs and models of ONNX: a session runs their nodes one after the other on the arrays that it is given, and on those that the
 * graph initializes. Names of functions and methods as in onnx.helper, onnx.reference and onnxruntime.
 */
import { LensError, msg } from '../../../../message';
import type { PyArray } from '../../array/PyArray';
import { reshapeTo } from '../../array/reshaping';
import { libraryFunction, type Call, type FunctionTable } from '../../library/call/Call';
import { toArray, toText } from '../../library/call/coerce';
import { NONE, pyList, pyText } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { nodeOf, ONNX_NODES } from './nodes';
import { onnxObject } from './onnxObject';

/** Functions of `onnx.helper` by name. */
export const ONNX_HELPER: FunctionTable = {
  ...ONNX_NODES,
  make_tensor: [
    'name data_type dims vals raw?',
    (call) => {
      const array = { ...reshapeTo(call.array('vals'), call.integers('dims'), call.context) };
      names.set(array, call.text('name'));
      return array;
    },
  ],
  make_graph: ['nodes name inputs outputs initializer? doc_string? value_info? sparse_initializer?', makeGraph],
  make_model: ['graph opset_imports? producer_name? producer_version? doc_string? *rest ir_version?', modelOf],
  make_opsetid: ['domain version', () => NONE],
  make_operatorsetid: ['domain version', () => NONE],
  // Inputs and outputs of a graph have shapes, but no values.
  make_tensor_value_info: [
    'name elem_type shape doc_string? shape_denotation?',
    (call) => onnxObject(call.callee, { name: pyText(call.text('name')) }, () => NONE),
  ],
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

/** Functions of `onnx.reference` and `onnxruntime` by name. */
export const ONNX_SESSIONS: FunctionTable = {
  ReferenceEvaluator: ['proto opsets? functions? verbose? new_ops?', session],
  InferenceSession: ['path_or_bytes sess_options? providers? provider_options? *rest', session],
};

/** Functions of `onnx.checker` and `onnx.shape_inference`, which change no number. */
export const ONNX_CHECKER: FunctionTable = {
  check_model: ['model full_check?', () => NONE],
  check_node: ['node ctx?', () => NONE],
  check_graph: ['graph ctx?', () => NONE],
  infer_shapes: ['model check_type? strict_mode? data_prop?', (call) => call.value('model')],
};

interface Graph {
  readonly nodes: readonly Py[];
  readonly initial: ReadonlyMap<string, PyArray>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Names of tensors: the inputs of nodes that a graph initializes with them. */
const names = new WeakMap<PyArray, string>();
const graphs = new WeakMap<object, Graph>();

/** Nodes whose inputs are all initializers run at once. */
function makeGraph(call: Call): Py {
  const given = call.lacks('initializer') ? [] : call.sequence('initializer');
  const initial = new Map(
    given.flatMap((value) => (value.kind === 'array' ? [[names.get(value) ?? '', value] as const] : [])),
  );
  const graph: Graph = {
    nodes: call.sequence('nodes'),
    initial,
    inputs: namesOf(call.sequence('inputs')).filter((name) => !initial.has(name)),
    outputs: namesOf(call.sequence('outputs')),
  };
  for (const node of graph.nodes) {
    const { inputs = [], run } = nodeOf(node) ?? {};
    const values = inputs.map((name) => initial.get(name));
    if (run && values.length > 0 && values.every((value) => value !== undefined)) run(call, values);
  }
  return withGraph(graph, call);
}

function withGraph(graph: Graph, call: Call): Py {
  const members: Record<string, Py> = {
    SerializeToString: libraryFunction('SerializeToString', '', () => made),
    run: libraryFunction('run', 'output_names feeds run_options?', (use) => runGraph(graph, use)),
    get_inputs: libraryFunction('get_inputs', '', () => described(graph.inputs)),
    get_outputs: libraryFunction('get_outputs', '', () => described(graph.outputs)),
  };
  const made = onnxObject(call.callee, members, (use) => {
    throw new LensError(msg('{0} is not supported', call.callee), undefined, use.range);
  });
  graphs.set(made, graph);
  return made;
}

function described(ofGraph: readonly string[]): Py {
  return pyList(ofGraph.map((name) => onnxObject(name, { name: pyText(name) }, () => NONE)));
}

function namesOf(values: readonly Py[]): string[] {
  return values.flatMap((value) => {
    const name = value.kind === 'layer' ? value.member?.('name') : undefined;
    return name ? [toText(name)] : [];
  });
}

function modelOf(call: Call): Py {
  const graph = call.value('graph');
  if (graphs.has(graph)) return graph;
  throw new LensError(msg('{0} is supported for what {1} makes', call.callee, 'make_graph'), undefined, call.range);
}

/** A session of a model, or of one node. */
function session(call: Call): Py {
  const given = call.value(call.has('proto') ? 'proto' : 'path_or_bytes');
  if (nodeOf(given) || graphs.has(given)) return given;
  throw new LensError(msg('{0} is supported for what {1} makes', call.callee, 'make_model'), undefined, call.range);
}

function runGraph({ nodes, initial, outputs }: Graph, use: Call): Py {
  const feeds = use.value('feeds');
  const known = new Map<string, Py>(initial);
  if (feeds.kind === 'dictionary') for (const [name, value] of feeds.entries) known.set(String(name), value);
  const valueOf = (name: string): Py => {
    const value = known.get(name);
    if (value) return value;
    throw new LensError(msg('the input {0} is not given', name), undefined, use.range);
  };
  for (const each of nodes) {
    const node = nodeOf(each);
    if (!node)
      throw new LensError(msg('{0} is supported for what {1} makes', 'make_graph', 'make_node'), undefined, use.range);
    const given = node.inputs.filter((name) => name !== '').map((name) => toArray(valueOf(name), use.context));
    known.set(node.outputs[0] ?? '', node.run(use, given));
  }
  const wanted = use.value('output_names').kind === 'none' ? outputs : use.sequence('output_names').map(toText);
  return pyList(wanted.map(valueOf));
}
