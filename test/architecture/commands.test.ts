/** Commands that package.json declares. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
};

it('each declared command is registered: the extension contains its identifier', () => {
  const source = readdirSync('extension', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`extension/${file}`, 'utf8'))
    .join('\n');
  expect(contributes.commands.length).toBeGreaterThan(20);
  expect(contributes.commands.filter(({ command }) => !source.includes(`'${command}'`))).toEqual([]);
});
