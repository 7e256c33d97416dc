/** No decision of the product depends on the words of a message, which may be changed and are translated. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const words = String.raw`(?:detail\.text|\bmessage)`;
const comparisons = new RegExp(
  String.raw`${words}(?:\.(?:startsWith|endsWith|includes|match)\(| ===)|\.(?:test|exec)\(\s*(?:\w+\.)*${words}`,
);
/** What they compare are the words of Python, of its parser or of the JavaScript engine. */
const exceptions = [
  'core/check/adapt/arguments/pairs.ts',
  'core/check/claim/knownCall.ts',
  'core/check/evaluate/preconditions.ts',
  'core/check/source/unparsedDefinitions.ts',
  'core/read/python/run/operations/exceptions.ts',
  'core/read/python/runtime/isStackOverflow.ts',
];

it.each([
  "errors.some(({ detail }) => detail.text.endsWith('is empty'))",
  'return /^there is no seed/.test(error.detail.text);',
  'return /^there is no seed/.test(\n  error.detail.text,\n);',
  "detail.text === 'no array was found'",
  'const name = /^(\\w+) is not defined$/.exec(meaning.error.message)?.[1];',
  "errors.find(({ message }) => message.startsWith('X comes from '))",
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
  expect(new Set(files.filter((file) => comparisons.test(readFileSync(file, 'utf8'))))).toEqual(new Set(exceptions));
});
