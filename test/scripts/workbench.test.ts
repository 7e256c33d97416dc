import { expect, test } from 'vitest';
import { workbenchAddress } from '../../scripts/lib/workbench.mjs';

test('an address opens a folder, a file and a place, each escaped', () => {
  const address = new URL(workbenchAddress('http://127.0.0.1:81', '/a b', '/a b/c&d.py', '3:4'));
  expect(address.origin).toBe('http://127.0.0.1:81');
  expect(address.searchParams.get('folder')).toBe('/a b');
  expect(JSON.parse(address.searchParams.get('payload')!)).toEqual([
    ['gotoLineMode', 'true'],
    ['openFile', 'vscode-remote://127.0.0.1:81/a b/c&d.py:3:4'],
  ]);
});

test('a folder alone needs no payload; a drive letter becomes a path', () => {
  const address = new URL(workbenchAddress('http://127.0.0.1:81', 'C:\\work'));
  expect(address.search).toBe('?folder=%2FC%3A%2Fwork');
});
