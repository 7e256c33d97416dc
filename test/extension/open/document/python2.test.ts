/** Python 2: print statements do not keep a text from being read, and `/` of whole numbers rounds down. */
import { expect, it } from 'vitest';
import { layer, python } from '../requests';

const call = 'x = np.arange(16.).reshape(1, 1, 4, 4)\nout, _ = conv_forward_naive(x, w, np.zeros(1), param)\n';
const param = "param = {'stride': 1, 'pad': 0}\n";

it('statements below, in functions and over several lines: a 2×2 filter of quarters of 3 is 0 in Python 2', () => {
  const text = [
    'def show(x):\n    print "value", x',
    'w = np.array([[[[3, 4], [8, 5]]]]) / 4',
    "print 'w: %s %s' % (w.shape,\n  w.mean())",
    'for i in xrange(2): print i',
    'print w\n',
  ].join('\n');
  const opened = layer(python(text + param + call));
  expect(opened.roles['w']?.values).toEqual([0, 1, 2, 1]);
  expect(opened.assumptions).toEqual(['as in Python 2, / of two whole numbers rounds down']);
});

it('with division of __future__, and without a print statement, / is true division', () => {
  const w = 'w = np.array([[[[3, 4], [8, 5]]]]) / 4\n';
  const future = `from __future__ import division\nprint 'x'\n${w}`;
  for (const text of [future, `print(w)\n${w}`, `print (1), 2\n${w}`, `"""\nprint x\n"""\n${w}`]) {
    expect(layer(python(text + param + call)).roles['w']?.values).toEqual([0.75, 1, 2, 1.25]);
  }
});

it('a call that is printed is the layer', () => {
  const text =
    'x = np.arange(16.).reshape(1, 1, 4, 4)\nfor s in [1]:\n  print "pooled:\\n", F.max_pool2d(torch.tensor(x),\n    2)[0, 0], s\n';
  expect(layer(python(`import torch.nn.functional as F\n${text}`)).operation).toBe('pool_forward');
});

it('prose with the word print is not Python 2', () => {
  const opened = layer(python(`print the result of this:\nw = np.array([[[[3, 4], [8, 5]]]]) / 4\n${param}${call}`));
  expect(opened.roles['w']?.values).toEqual([0.75, 1, 2, 1.25]);
});
