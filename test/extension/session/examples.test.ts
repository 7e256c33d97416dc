/** The list of examples names the arrays and options of what each of them opens. */
import { expect, test } from 'vitest';
import { examples } from '../../../extension/session/examples';
import { openText } from '../../../extension/session/openText';

/** The result of a forward pass, which no text of an example has. */
const results = /^(Z|A)$/;

test.each(examples)('$title: $arrays', ({ title, arrays, text }) => {
  const opened = openText({
    text,
    languageId: 'python',
    operation: title.startsWith('conv') ? 'convolution' : 'pooling',
  });
  if (opened.kind !== 'layer') throw new Error(opened.kind);
  expect(opened.operation).toBe(title);
  const { x, w, dZ, dA } = opened.roles;
  const written = [...arrays.matchAll(/(\w+) \((\d+), (\d+)\)/g)].map(([, name, rows, cols]) => ({
    name: name!.replace(/^d(?=A_prev|W)/, ''),
    size: [Number(rows), Number(cols)],
  }));
  expect(written.length).toBeGreaterThan(1);
  const planes = [x, dZ, dA].flatMap((array) => (array ? [{ name: array.name, size: array.shape.slice(1, 3) }] : []));
  const filters = w ? [{ name: w.name, size: w.shape.slice(0, 2) }] : [];
  for (const each of written) if (!results.test(each.name)) expect([...planes, ...filters]).toContainEqual(each);
  const { options } = opened;
  const said = /(?:f (\d), )?stride (\d)(?:, pad (\d))?$/
    .exec(arrays)!
    .slice(1)
    .map((each) => each && Number(each));
  expect(said).toEqual(
    title.startsWith('conv')
      ? [undefined, options['stride'], options['padding']]
      : [options['kernel'], options['stride'], undefined],
  );
  expect(arrays.startsWith('max')).toBe(options['mode'] === 'max');
});
