/** Paddings of other languages: TensorFlow's `pad`, and a result that is the input with a border of zeros. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const script = (call: string): string =>
  `import * as tf from '@tensorflow/tfjs';\nconst x = tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);\nconst y = ${call};\ny.print();\n`;

it('tf.pad is zero_pad', () => {
  const { operation, options, roles } = layer({
    text: script('tf.pad(x, [[0, 0], [2, 2], [2, 2], [0, 0]])'),
    languageId: 'typescript',
  });
  expect([operation, options, roles.x!.shape]).toEqual(['zero_pad', { pad: 2 }, [1, 2, 2, 1]]);
});

it('a matrix has no axes of examples and channels', () => {
  const text =
    "import * as tf from '@tensorflow/tfjs';\nconst y = tf.pad(tf.tensor2d([[1, 2], [3, 4]]), [[1, 1], [1, 1]]);\n";
  const { options, roles } = layer({ text, languageId: 'typescript' });
  expect([options, roles.x!.shape]).toEqual([{ pad: 1 }, [1, 2, 2, 1]]);
});

it.each([
  ['[[0, 0], [1, 0], [1, 1], [0, 0]]', 'sides that differ'],
  ['[[0, 0], [1, 1], [1, 1], [1, 1]]', 'channels'],
  ['[[0, 0], [1, 1], [1, 1], [0, 0]], 7', 'another value than zero'],
])('tf.pad with %s is refused: %s', (sides) => {
  expect(refusal({ text: script(`tf.pad(x, ${sides})`), languageId: 'typescript' })[0]).toContain(
    'of tf.pad is not supported',
  );
});

it('a padding next to a layer is not opened for it', () => {
  const text = script('tf.conv2d(tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]]), w, 1, 0)');
  expect(refusal({ text, languageId: 'typescript' })[0]).toContain('tf.conv2d');
});

const TEST = `class PadTest {
    @Test
    fun \`puts zeros around the matrix\`() {
        val matrix = arrayOf(
            arrayOf(0.5, 0.3),
            arrayOf(0.6, 0.9),
        )
        val padded = Grid(matrix).applyPadding(1)
        val expected = arrayOf(
            arrayOf(0.0, 0.0, 0.0, 0.0),
            arrayOf(0.0, 0.5, 0.3, 0.0),
            arrayOf(0.0, 0.6, 0.9, 0.0),
            arrayOf(0.0, 0.0, 0.0, 0.0),
        )
        assertArrayEquals(expected, padded.data)
    }
}
`;

it('a result with a border of zeros is zero_pad', () => {
  const { operation, options, roles } = layer({ text: TEST, languageId: 'kotlin' });
  expect([operation, options, Array.from(roles.x!.values, Number)]).toEqual([
    'zero_pad',
    { pad: 1 },
    [0.5, 0.3, 0.6, 0.9],
  ]);
});

it('a border of other numbers is not', () => {
  const text = TEST.replace('0.0, 0.0, 0.0, 0.0', '0.0, 0.0, 0.1, 0.0');
  expect(openText({ text, languageId: 'kotlin' }).kind).not.toBe('layer');
});

it('four sides of Burn, from the top to the left', () => {
  const text =
    'let x = Tensor::<1, Int>::arange(1..26, &device).reshape([1, 1, 5, 5]).float();\nlet y = AvgPool2dConfig::new([2, 2])\n    .with_strides([2, 2])\n    .with_padding(PaddingConfig2d::Explicit(0, 1, 1, 0))\n    .with_count_include_pad(false)\n    .init()\n    .forward(x);\n';
  expect(layer({ text, languageId: 'rust' })).toMatchObject({
    operation: 'pool_forward',
    options: { padding: { top: 0, bottom: 1, left: 1, right: 0 }, countIncludePad: false },
  });
});
