/** What the extension's page and its entry in the list of extensions begin with. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packagedReadme } from '../../scripts/lib/packagedReadme.mjs';

const read = (file: string): string => readFileSync(file, 'utf8');

/** Characters that the page's header shows in one line; the list of extensions shows the first of them. */
const longest = 100;

test('the page begins with what the extension does and with first steps in it, not with commands of the repository', () => {
  const [intro = '', steps = ''] = packagedReadme(read('README.md')).split(/^## /m);
  expect(intro.split('\n\n').map((part) => part.slice(0, 12))).toEqual([
    '# Layer Lens',
    '![The course',
    'Layer Lens r',
    '',
  ]);
  expect(steps).toMatch(/^Step in 30 seconds\n\n1\. Press <kbd>F1<\/kbd>, choose _Layer Lens: Open an Example_/);
  expect(`${intro}${steps}`).not.toMatch(/npm|<!--/);
});

test.each([
  ['a\n\n<!-- repository -->\n\nb\n\n<!-- /repository -->\n\nc\n', 'a\n\nc\n'],
  ['a\n\n<!-- package\nb\n/package -->\n\nc\n', 'a\n\nb\n\nc\n'],
])('%j', (markdown, expected) => expect(packagedReadme(markdown)).toBe(expected));

test('a mark without an end is refused', () => {
  expect(() => packagedReadme('<!-- repository -->\na')).toThrow('has no end');
});

test.each(['package.nls.json', 'package.nls.zh-cn.json'])('%s: the description is one line of the page', (file) => {
  const { description } = JSON.parse(read(file)) as { readonly description: string };
  expect(description.length).toBeLessThanOrEqual(longest);
});
