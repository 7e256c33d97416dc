/** Logs that show a layer as PyTorch prints it, and its arrays behind the time and the name of the logger. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const stamp = (milliseconds: number): string => `2024-03-01 10:00:01,${milliseconds} DEBUG layers.conv probe: `;
const LOG =
  `${stamp(120)}Conv1d(2, 1, kernel_size=(3,), stride=(2,), padding=(1,))\n` +
  `${stamp(121)}input  = tensor([[[ 1.,  2.,  0.,  3.,  1.],\n         [ 0.,  1.,  2.,  1.,  0.]]])\n` +
  `${stamp(122)}weight = tensor([[[ 1.,  0., -1.],\n         [ 2.,  1.,  0.]]])\n` +
  `${stamp(123)}bias   = tensor([0.5000])\n` +
  `${stamp(124)}output = tensor([[[-1.5000,  3.5000,  5.5000]]])\n`;

it.each(['input  =', 'weight =', 'output ='])('the printed layer has the arrays of the log: %s', (at) => {
  const { operation, options, roles } = layer({ text: LOG, languageId: 'plaintext', cursor: LOG.indexOf(at) });
  expect(operation).toBe('conv_forward');
  expect(options).toMatchObject({ stride: [1, 2], padding: [0, 1] });
  expect([roles.x!.shape, roles.w!.shape]).toEqual([
    [1, 1, 5, 2],
    [1, 3, 2, 1],
  ]);
  expect([roles.x!.values, roles.w!.values, roles.b!.values]).toEqual([
    [1, 0, 2, 1, 0, 2, 3, 1, 1, 0],
    [1, 2, 0, 1, -1, 0],
    [0.5],
  ]);
});

it.each([
  ['other sizes', LOG.replace('kernel_size=(3,)', 'kernel_size=(5,)')],
  ['no bias', LOG.replace(/.*bias.*\n/, '')],
])('%s: the layer is not opened', (_, text) => {
  expect(refusal({ text, languageId: 'plaintext' })[0]).toBe(
    'the text makes Conv1d, but does not apply it to an array',
  );
});

it.each(['tensor', 'array'])('names on lines above what is printed, behind a time: %s(…)', (made) => {
  const time = '[2023-05-11 10:41:07] encoder';
  const text = `$ python show.py last.pt\n${time}.query\n${made}([[0.5, -1.], [2., 3.]])\n${time}.key\n${made}([[1., 0.], [0., 1.]])\n${time}.query_bias\n${made}([0.25, 2.])\ndone\n`;
  expect(openText({ text, languageId: 'plaintext' })).toMatchObject({
    kind: 'array',
    arrays: [{ name: 'query', values: [0.5, -1, 2, 3] }, { name: 'key' }, { name: 'query_bias', values: [0.25, 2] }],
  });
});
