/** Cells of a document that make, load and apply models of Keras one after the other. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const cell = (code: string): string => `\`\`\`python\n${code}\n\`\`\`\n`;
const SHOWN = '```\n[[[0]\n  [2]\n  [5]\n  [0]]]\n```\n';

const TEXT = [
  '# Two detectors\n',
  cell(`from numpy import asarray
from keras.models import Sequential
from keras.layers import Conv1D, Conv2D
data = asarray([0, 2, 5, 0, 0, 1]).reshape(1, 6, 1)
print(data[:, :4])`),
  SHOWN,
  cell('model = Sequential()\nmodel.add(Conv1D(1, 3, input_shape=(6, 1)))'),
  cell('weights = [asarray([[[1]],[[3]],[[0]]]), asarray([0.0])]\nmodel.set_weights(weights)'),
  cell('yhat = model.predict(data)\nprint(yhat)'),
  cell('data = asarray([[1, 2, 0, 4], [5, 6, 7, 8], [9, 1, 2, 3], [4, 5, 6, 0]]).reshape(1, 4, 4, 1)'),
  cell('model = Sequential()\nmodel.add(Conv2D(1, (2, 2), input_shape=(4, 4, 1)))'),
  cell(
    'detector = [[[[0]],[[1]]], [[[2]],[[1]]]]\nweights = [asarray(detector), asarray([0.0])]\nmodel.set_weights(weights)',
  ),
  cell('yhat = model.predict(data)'),
  cell('for r in range(3):\n    print([yhat[0,r,c,0] for c in range(3)])'),
  '```\n[14.0, 10.0, 11.0]\n[20.0, 11.0, 15.0]\n[14.0, 18.0, 15.0]\n```\n',
].join('\n');

const at = (place: string) => openText({ text: TEXT, languageId: 'markdown', cursor: TEXT.indexOf(place) });

describe('models in cells', () => {
  it.each(['model.add(Conv1D', 'model.predict'])('the first one: %s', (place) => {
    expect(at(place)).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      roles: { x: { shape: [1, 1, 6, 1] } },
    });
  });

  it('the second one', () => {
    expect(at('model.add(Conv2D')).toMatchObject({ kind: 'layer', roles: { x: { shape: [1, 4, 4, 1] } } });
  });

  it('the whole document: the last one', () => {
    expect(openText({ text: TEXT, languageId: 'markdown' })).toMatchObject({
      kind: 'layer',
      operation: 'conv_forward',
      roles: { x: { shape: [1, 4, 4, 1] } },
    });
  });
});
