/** Kinds of errors: the choice of a layer depends on them and not on the words of a message. */
import { describe, expect, test } from 'vitest';
import { LensError, msg, type ErrorKind } from '../../../core/message';
import { parseArrays } from '../../../core/read/parseArrays';
import { Context } from '../../../core/read/python/runtime/Context';

describe('kinds of errors', () => {
  test.each<[kind: ErrorKind | undefined, languageId: string, text: string]>([
    ['remark', 'python', 'import numpy as np\nx = np.random.randn(2, 3)'],
    ['remark', 'python', 'import random\nx = [random.random(), 2.0]'],
    ['remark', 'python', 'import torch\nx = torch.randn(2, 3)'],
    ['remark', 'python', 'import numpy as np\nx = np.random.default_rng().standard_normal((2, 3))'],
    ['remark', 'python', 'print "no floor"\nx = [1 / 2, 3]'],
    ['remark', 'javascript', 'const x = [[1, 2], [3, 4]];\nx[0][0] = 5;'],
    ['remark', 'matlab', 'x = rand(4);\ny = conv2(x, [1 0; 0 1]);'],
    ['unknownResult', 'python', 'import torch\nlayer = torch.nn.Linear(30000, 4000)'],
    ['argument', 'matlab', 'y = unknown([1 2; 3 4]);'],
    ['empty', 'matlab', 'y = unknown(x);'],
    ['notPython', 'python', 'import numpy as np\nx = np.ones(2)\ntake the maximum of each window'],
    ['notIndented', 'python', 'import numpy as np\ndef f(x):\nreturn x'],
    ['notDefined', 'python', 'x = unknown([1, 2])'],
    ['elsewhere', 'python', 'from lab import conv\nz = conv([[1, 2]])'],
    ['unknownDraw', 'python', 'import numpy as np\nnp.random.seed(n)\nx = np.random.randn(2, 3)'],
    ['notRun', 'python', 'import tensorflow as tf\nx = tf.placeholder(tf.float32)\ntf.Session().run(x)'],
    [undefined, 'python', 'import numpy as np\nx = np.zeros(-1)'],
  ])('%s, %s: %j', (kind, languageId, text) => {
    const { errors } = parseArrays(text, { languageId });
    expect(errors.map((error) => error.kind)).toContain(kind);
  });

  test('an error and a remark at the same place keep their kinds', () => {
    const context = new Context();
    context.remark(new LensError(msg('the text is empty')), [0, 1]);
    context.report(new LensError(msg('no array was found in this text')), [0, 1]);
    expect(context.errors.map(({ kind }) => kind)).toEqual(['remark', undefined]);
  });
});
