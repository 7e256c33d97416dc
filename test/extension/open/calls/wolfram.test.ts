/** Sessions and calls of the Wolfram Language. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const session =
  'In[1]:= ListConvolve[{{1, 1}, {1, 1}}, {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, 1]\nOut[1]= {{20, 18, 22}, {14, 12, 16}, {26, 24, 28}}\n';

const options = { padding: { top: 1, bottom: 0, left: 1, right: 0 }, paddingMode: 'circular' };
const roles = { x: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, w: { values: [1, 1, 1, 1] } };

it.each(['ListConvolve', 'Out[1]'])('a session opens its call, with the cursor at %s too', (at) => {
  for (const [text, languageId] of [
    [session, 'plaintext'],
    [session, 'wolfram'],
    [`A filter:\n\n\`\`\`mathematica\n${session}\`\`\`\n`, 'markdown'],
  ] as const) {
    const opened = layer({ text, languageId, cursor: text.indexOf(at) });
    expect(opened).toMatchObject({ operation: 'conv_forward', options, roles });
  }
});

it.each([
  ['ListCorrelate[{{1, 2}, {3, 4}}, m]', { top: 0, bottom: 0, left: 0, right: 0 }, [1, 2, 3, 4]],
  ['ListConvolve[{{1, 2}, {3, 4}}, m, {1, -1}, 0]', { top: 1, bottom: 1, left: 1, right: 1 }, [4, 3, 2, 1]],
  [
    'ListCorrelate[{{1, 2}, {3, 4}}/2, m, {{2, 1}, {2, 2}}, 0]',
    { top: 1, bottom: 0, left: 0, right: 0 },
    [0.5, 1, 1.5, 2],
  ],
])('%s', (call, padding, values) => {
  const opened = layer({ text: `m = Partition[Range[9], 3];\n${call}\n`, languageId: 'mathematica' });
  expect(opened).toMatchObject({ options: { padding }, roles: { w: { values } } });
  expect(opened.roles['x']!.values).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('another padding is refused by name', () => {
  const text = 'ListCorrelate[{1, 2, 1}, {1, 2, 3, 4}, 2, "Reflected"]\n';
  expect(refusal({ text, languageId: 'wolfram' })[0]).toBe('"Reflected" of ListCorrelate is not supported');
});

it('a correlation of named arrays is the layer of their names', () => {
  const text = 'k = {{1, 0}, {0, -1}};\nx = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};\nListCorrelate[k, x]\n';
  const opened = layer({ text, languageId: 'plaintext' });
  expect(opened).toMatchObject({ operation: 'conv_forward', roles: { w: { values: [1, 0, 0, -1] } } });
});
