/** Objects with the arrays of a layer under their keys: one array of them at the cursor is not the layer. */
import { describe, expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const OBJECT = '{"matrix": [[2, 0, 1], [3, 5, 4], [7, 1, 6]], "kernel": [[1, 0], [0, 2]], "stride": 1, "padding": 1}';
const LAYER = {
  operation: 'conv_forward',
  options: { stride: 1, padding: 1 },
  roles: { x: { values: [2, 0, 1, 3, 5, 4, 7, 1, 6] }, w: { values: [1, 0, 0, 2] } },
};

const TEXTS: readonly (readonly [title: string, languageId: string, text: string])[] = [
  ['of JSON', 'json', `[\n  ${OBJECT},\n  {"matrix": [[1, 1], [1, 1]], "kernel": [[2]]}\n]\n`],
  ['of Python', 'python', `payload = ${OBJECT}\nresponse = client.post("/convolve", json=payload)\n`],
  [
    'in a test with a fixture of another file',
    'python',
    `def test_convolve(client):\n    payload = ${OBJECT}\n    assert client.post("/convolve", json=payload).status_code == 200\n`,
  ],
  [
    'of JavaScript',
    'javascript',
    `const payload = ${OBJECT};\nconst res = await fetch('/convolve', { method: 'POST', body: JSON.stringify(payload) });\n`,
  ],
];

describe('an object with an input and a kernel', () => {
  it.each(TEXTS)('is opened whole at each of its arrays: %s', (_, languageId, text) => {
    for (const at of ['[2, 0', '5, 4', '[[1, 0], [0', '"stride"'])
      expect(layer({ text, languageId, cursor: text.indexOf(at) })).toMatchObject(LAYER);
  });

  it('is known in Python also behind a call of an object that the text does not define', () => {
    const text = `payload = ${OBJECT}\nresponse = client.post("/convolve", json=payload)\nprint(response.json())\n`;
    expect(layer({ text, languageId: 'python' })).toMatchObject(LAYER);
  });
});

it('the channels of grouped filters decide where the channels are', () => {
  const text =
    '{"input": [[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]], "weights": [[[[1, 0], [0, 1]]], [[[0, 1], [1, 0]]]], "bias": [1, 2], "groups": 2}';
  expect(layer({ text, languageId: 'json' })).toMatchObject({
    options: { groups: 2 },
    roles: { x: { shape: [1, 2, 2, 2], values: [1, 5, 2, 6, 3, 7, 4, 8] }, b: { values: [1, 2] } },
  });
});

describe('a DataFrame of numbers', () => {
  const filtered = 'out = convolve2d(image, kernel, mode="valid")\n';
  const text = (lines: string): string =>
    `import pandas as pd\nfrom scipy.signal import convolve2d\n${lines}\n${filtered}`;

  it('is the array of its values', () => {
    const lines =
      'image = pd.DataFrame([[1, 2, 3], [4, 5, 6]], columns=list("abc")).values\nkernel = pd.DataFrame({"a": [1, 0], "b": [3, -1]}).to_numpy()';
    expect(layer({ text: text(lines), languageId: 'python' })).toMatchObject({
      roles: { x: { shape: [1, 2, 3, 1], values: [1, 2, 3, 4, 5, 6] }, w: { values: [-1, 0, 3, 1] } },
    });
  });

  it('has no other attributes', () => {
    const lines = 'image = pd.DataFrame([[1, 2], [4, 5]]).fillna(0).values\nkernel = [[1, 2]]';
    expect(refusal({ text: text(lines), languageId: 'python' })[0]).toBe('DataFrame.fillna is not supported');
  });
});

it('forward of a module, and the line that makes one of several modules', () => {
  const text = `import torch
from torch import nn
x = torch.arange(25.0).reshape(1, 1, 5, 5)
layer = nn.MaxPool2d(2)
out = layer.forward(x)
layer = nn.Conv2d(1, 1, 3, padding=1)
out = layer.forward(x)
layer = nn.Conv2d(1, 1, 3, stride=2)
out = layer.forward(x)
`;
  const at = (words: string) => layer({ text, languageId: 'python', cursor: text.indexOf(words) }).options;
  expect(at('nn.MaxPool2d')).toMatchObject({ mode: 'max', kernel: 2 });
  expect(at('3, padding')).toMatchObject({ padding: 1, stride: 1 });
  expect(at('out = layer.forward(x)\nlayer = nn.Conv2d(1, 1, 3, stride')).toMatchObject({ padding: 1, stride: 1 });
  expect(at('3, stride')).toMatchObject({ padding: 0, stride: 2 });
});
