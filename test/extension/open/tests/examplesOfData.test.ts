/** Examples of layers in files of data: the one at the cursor, with its sizes as options. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const example = (name: string, options: object, shape: number[], data: number[], expected?: object): object => ({
  name,
  inputs: { feature: { data, descriptor: { shape, dataType: 'float32' } } },
  operators: [{ name: name.split(' ')[0], arguments: [{ input: 'feature' }, { options }] }],
  ...expected,
});

const EXAMPLES = JSON.stringify(
  {
    tests: [
      example('maxPool2d 2 x 2', { windowDimensions: [2, 2] }, [1, 1, 3, 3], [4, 9, 1, 7, 2, 8, 5, 6, 3], {
        expectedOutputs: { pooled: { data: [9, 9, 7, 8], descriptor: { shape: [1, 1, 2, 2] } } },
      }),
      example(
        'maxPool2d strides',
        { windowDimensions: [1, 2], strides: [1, 2] },
        [1, 1, 2, 4],
        [5, 0, 3, 6, 1, 2, 9, 4],
        {
          expectedOutputs: { pooled: { data: [5, 6, 2, 9], descriptor: { shape: [1, 1, 2, 2] } } },
        },
      ),
    ],
  },
  undefined,
  2,
);

it.each([
  ['maxPool2d strides', { mode: 'max', kernel: [1, 2], stride: [1, 2] }, [1, 2, 4, 1], [5, 0, 3, 6, 1, 2, 9, 4]],
  ['maxPool2d 2 x 2', { mode: 'max', kernel: 2, stride: 1 }, [1, 3, 3, 1], [4, 9, 1, 7, 2, 8, 5, 6, 3]],
])('an example of JSON with its result is the one at the cursor: %s', (name, options, shape, values) => {
  const opened = layer({ text: EXAMPLES, languageId: 'json', cursor: EXAMPLES.indexOf(name) });
  expect(opened).toMatchObject({ operation: 'pool_forward', options, roles: { x: { shape } } });
  expect([...opened.roles['x']!.values].map(Number)).toEqual(values);
  expect(opened.roles['w']).toBeUndefined();
});

it.each(['windowDimensions', 'window_shape', 'poolSize'])(
  'a list of sizes is an option, also without a result: %s',
  (key) => {
    const text = JSON.stringify({
      name: 'averagePool2d of three columns',
      inputs: { x: { shape: [1, 1, 3, 4], data: [1, 5, 2, 0, 3, 3, 8, 1, 4, 4, 6, 2] } },
      options: { [key]: [2, 3], strides: [1, 1], dilations: [1, 1] },
    });
    for (const at of ['"inputs"', '1,5', key])
      expect(layer({ text, languageId: 'json', cursor: text.indexOf(at) })).toMatchObject({
        operation: 'pool_forward',
        options: { mode: 'average', kernel: [2, 3], stride: 1 },
      });
  },
);

it('the layer of a table of cases is that of the case at the cursor, also at its name', () => {
  const text = `const cases = [
  {
    name: 'max pooling of 3 x 3',
    input: [[4, 9, 1], [7, 2, 8], [5, 6, 3]],
    expected: [[9, 9], [7, 8]],
  },
  {
    name: 'max pooling of 4 x 4',
    input: [[4, 9, 1, 3], [7, 2, 8, 3], [5, 6, 3, 3], [1, 0, 2, 12]],
    expected: [[9, 8], [6, 12]],
  },
];
`;
  for (const size of [3, 4])
    expect(layer({ text, languageId: 'javascript', cursor: text.indexOf(`of ${size}`) })).toMatchObject({
      operation: 'pool_forward',
      roles: { x: { shape: [1, size, size, 1] } },
    });
});
