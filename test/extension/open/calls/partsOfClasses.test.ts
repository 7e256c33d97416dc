/** Selections whose class, or whose base class, is in another place, and layers that are made and applied in one expression. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, python } from '../requests';

const body = `    @staticmethod
    def export_asymmetric() -> None:
        x = np.arange(1, 13).reshape(1, 1, 4, 3).astype(np.float32)
        w = np.ones((1, 1, 3, 3), dtype=np.float32)
        y = np.array([[[[21, 33], [43, 55]]]])
        node = onnx.helper.make_node(
            "Conv", inputs=["x", "w"], outputs=["y"], kernel_shape=[3, 3], pads=[1, 0, 1, 0], strides=[2, 2]
        )
        expect(node, inputs=[x, w], outputs=[y], name="test_asymmetric")
`;

it.each([
  ['a static method without its class', body],
  ['the same, selected from its second line on', body.slice(body.indexOf('def'))],
  ['a class whose base class is not in the text', `import numpy as np\nimport onnx\n\nclass Conv(Base):\n${body}`],
])('%s: its call is stepped', (_, text) => {
  expect(layer(python(text))).toMatchObject({
    operation: 'conv_forward',
    options: { stride: [2, 2], padding: { top: 1, bottom: 1, left: 0, right: 0 } },
    roles: { x: { shape: [1, 4, 3, 1] }, w: { values: [1, 1, 1, 1, 1, 1, 1, 1, 1] } },
  });
});

it('a class whose base class is not in the text has its own members', () => {
  const text =
    'class Net(Module):\n    def __init__(self):\n        self.w = np.ones((2, 2))\n    def run(self, x):\n' +
    '        return signal.correlate2d(x, self.w, "valid")\n\nprint(Net().run(np.arange(9.0).reshape(3, 3)))\n';
  expect(layer(python(text))).toMatchObject({ operation: 'conv_forward', roles: { x: { shape: [1, 3, 3, 1] } } });
});

it.each([
  ['padding', 'ZeroPadding2D(padding=1)', [1, 6, 6, 1]],
  ['cutting', 'Cropping2D(1)', [1, 2, 2, 1]],
  ['enlarging', 'UpSampling2D(2)', [1, 8, 8, 1]],
])('%s of Keras opens no convolution with an assumed filter', (_, call, shape) => {
  const text = `x = np.arange(16).reshape(1, 4, 4, 1)\ny = keras.layers.${call}(x)\n`;
  expect(openText(python(text))).toMatchObject({ kind: 'array', arrays: [{ name: 'x' }, { name: 'y', shape }] });
});
