/** Functions of onnxscript, which run at once, and nodes of sequences. */
import { expect, it } from 'vitest';
import { layerResults } from '../../../corpus/layerResults';
import { openText } from '../../../../extension/session/openText';
import { layer, python, refusal } from '../requests';

const x = 'import numpy as np\nx = np.arange(1., 7.).reshape(1, 1, 6)\n';

it('a scripted function is run on the arrays of its call, one spatial axis', () => {
  const text =
    'from onnxscript import FLOAT, script\nfrom onnxscript import opset18 as op\n\n@script()\ndef pool(X: FLOAT[1, 1, 6]) -> FLOAT[1, 1, 3]:\n' +
    `    return op.AveragePool(X, kernel_shape=[2], strides=[2], pads=[1, 1])\n\n${x}print(pool(x))\n`;
  const opened = layer(python(text));
  expect(opened).toMatchObject({
    options: {
      mode: 'average',
      kernel: [1, 2],
      padding: { top: 0, bottom: 0, left: 1, right: 1 },
      countIncludePad: false,
    },
  });
  expect(Array.from(layerResults(opened)[0]!)).toEqual([1, 2.5, 4.5, 6]);
});

it('a node of a sequence with a filter and a bias', () => {
  const text =
    `import onnx\n${x}w = np.array([[[1., 0., -1.]]])\nb = np.array([10.])\n` +
    "node = onnx.helper.make_node('Conv', inputs=['x', 'w', 'b'], outputs=['y'], kernel_shape=[3], dilations=[2])\n";
  expect(Array.from(layerResults(layer(python(text)))[0]!)).toEqual([6, 6]);
});

it.each([
  ['kernel_shape=[2, 2], strides=[2]', 'strides must have length 2, not 1'],
  ['kernel_shape=[2, 2], pads=[1, 1]', 'pads must have length 4, not 2'],
])('a node of an image has two numbers for its axes: %s', (attributes, message) => {
  const text = `import numpy as np\nfrom onnxscript import opset20\nx = np.ones((1, 1, 4, 4))\ny = opset20.MaxPool(x, ${attributes})\n`;
  expect(refusal(python(text))[0]).toBe(message);
});

it('an operator that is not a layer is refused by its name', () => {
  const text = `${x}from onnxscript import opset20 as op\ny = op.MaxPool(op.Softmax(x), kernel_shape=[2])\n`;
  expect(refusal(python(text))[0]).toBe('op.Softmax is not supported');
});

const model = (nodes: string): string => `import numpy as np
import onnx, onnxruntime
from onnx import TensorProto, helper, numpy_helper

W = np.array([[[[2., 0.], [0., -1.]]]], dtype=np.float32)
X = helper.make_tensor_value_info('X', TensorProto.FLOAT, [1, 1, 3, 4])
Y = helper.make_tensor_value_info('Y', TensorProto.FLOAT, None)
conv = helper.make_node('Conv', ['X', 'W'], ['c'], kernel_shape=[2, 2])
rest = [${nodes}]
graph = helper.make_graph([conv] + rest, 'g', [X], [Y], initializer=[numpy_helper.from_array(W, name='W')])
net = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 13)])
net.ir_version = 8
onnx.checker.check_model(net)
session = onnxruntime.InferenceSession(net.SerializeToString())
x = np.array([[[[3., 1, 0, 4], [2, 5, 1, 0], [7, 0, 2, 6]]]], dtype=np.float32)
y = session.run(None, {session.get_inputs()[0].name: x})[0]
`;

it('a session runs the nodes of a model one after the other on the arrays that it is given', () => {
  const pool = "helper.make_node('Relu', ['c'], ['r']), helper.make_node('MaxPool', ['r'], ['Y'], kernel_shape=[2, 2])";
  const text = model(pool);
  const opened = layer(python(text, { cursor: text.indexOf('y = session') }));
  expect(opened).toMatchObject({ operation: 'pool_forward', options: { mode: 'max', kernel: [2, 2] } });
  expect(opened.roles['x']?.values).toEqual([1, 1, 0, 4, 8, 0]);
  expect(Array.from(layerResults(opened)[0]!)).toEqual([8, 8]);
});

it('a node of a model that is not a layer is named, and the layer before it opens', () => {
  const text = model("helper.make_node('Softmax', ['c'], ['Y'])");
  const opened = layer(python(text, { cursor: text.indexOf('y = session') }));
  expect(opened.operation).toBe('conv_forward');
  expect(openText(python(text.replace('[conv] + rest', 'rest').replace("['c'], ['Y']", "['X'], ['Y']")))).toMatchObject(
    {
      kind: 'refused',
      message: expect.stringContaining('Softmax') as string,
    },
  );
});

const nodes = `import numpy as np
import onnxruntime as ort
from onnx import helper, numpy_helper, TensorProto
W = np.array([[[[1, 0], [0, -1]]]], dtype=np.float32)
conv = helper.make_node("Conv", ["x", "W"], ["y"], kernel_shape=[2, 2])
pool = helper.make_node("MaxPool", ["y"], ["z"], kernel_shape=[2, 2], strides=[2, 2])
x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 1, 5, 5])
z = helper.make_tensor_value_info("z", TensorProto.FLOAT, [1, 1, 2, 2])
graph = helper.make_graph([conv, pool], "g", [x], [z], initializer=[numpy_helper.from_array(W, "W")])
model = helper.make_model(graph)
`;
const feeds =
  'session = ort.InferenceSession(model.SerializeToString())\nprint(session.run(None, {"x": np.arange(25, dtype=np.float32).reshape(1, 1, 5, 5)}))\n';

it.each([
  ['conv =', 'conv_forward', [1, 5, 5, 1]],
  ['pool =', 'pool_forward', [1, 4, 4, 1]],
] as const)('the cursor at %s: that node with the arrays that the session gives it', (at, operation, shape) => {
  const text = nodes + feeds;
  const opened = layer(python(text, { cursor: text.indexOf(at) }));
  expect([opened.operation, Object.values(opened.roles)[0]!.shape]).toEqual([operation, shape]);
});

it('a graph that no session runs: its nodes are made only', () => {
  expect(refusal(python(nodes, { cursor: nodes.indexOf('pool =') }))[0]).toBe(
    'the text makes helper.make_node, but does not apply it to an array',
  );
});
