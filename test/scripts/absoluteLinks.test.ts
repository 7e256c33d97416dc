/** Links of the packaged README. */
import { expect, it } from 'vitest';
import { absoluteLinks } from '../../scripts/lib/absoluteLinks.mjs';

const repository = 'https://github.com/layer-lens/layer-lens.git';
const home = 'https://github.com/layer-lens/layer-lens';

it.each([
  ['![A step](media/panel.png)', `![A step](${home}/raw/HEAD/media/panel.png)`],
  ['see [a](docs/a.md), [b](./b.md#part)', `see [a](${home}/blob/HEAD/docs/a.md), [b](${home}/blob/HEAD/b.md#part)`],
  ['[there](https://example.org/x) [here](#part) [post](mailto:a@b.c)', undefined],
  ['```python\nx = y[0](a)\n```', undefined],
  ['`x`, [no link] (a)', undefined],
])('%s', (markdown, expected) => expect(absoluteLinks(markdown, repository)).toBe(expected ?? markdown));
