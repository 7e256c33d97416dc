/** No decision of the product depends on the words of a message, which may be changed and are translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const comparisons = /detail\.text(?:\.(?:startsWith|endsWith|includes|match)\(| ===)|\.test\(\s*(?:\w+\.)*detail\.text/;

it.each([
  "errors.some(({ detail }) => detail.text.endsWith('is empty'))",
  'return /^there is no seed/.test(error.detail.text);',
  'return /^there is no seed/.test(\n  error.detail.text,\n);',
  "detail.text === 'no array was found'",
])('the pattern finds %j', (source) => {
  expect(source).toMatch(comparisons);
});

it('no source file compares the text of an error', () => {
  const files = ['core', 'extension', 'webview'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => comparisons.test(readFileSync(file, 'utf8')))).toEqual([]);
});
