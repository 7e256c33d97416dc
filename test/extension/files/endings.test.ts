/** Endings of files, in the code and in package.json. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FILE_KINDS } from '../../../extension/session/files/fileKind';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly menus: Readonly<Record<string, readonly { submenu?: string; when?: string }[]>> };
};

it('the explorer’s menu is offered for every file that can be read, and for no other', () => {
  const item = contributes.menus['explorer/context']!.find(({ submenu }) => submenu === 'layerLens.file')!;
  expect(item.when).toBe(`resourceExtname =~ /^\\.(${Object.keys(FILE_KINDS).join('|')})$/i`);
});
