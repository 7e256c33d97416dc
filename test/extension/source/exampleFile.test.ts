/** Examples are files of the extension's storage, and what the user has changed in one is kept. */
import { beforeEach, expect, test, vi } from 'vitest';

const files = vi.hoisted(() => new Map<string, string>());

vi.mock('vscode', () => ({
  Uri: { joinPath: (base: string, ...parts: string[]) => [base, ...parts].join('/') },
  workspace: {
    fs: {
      stat: (uri: string) => (files.has(uri) ? Promise.resolve({}) : Promise.reject(new Error('FileNotFound'))),
      writeFile: (uri: string, bytes: Uint8Array) => Promise.resolve(files.set(uri, new TextDecoder().decode(bytes))),
    },
    openTextDocument: (uri: string) => Promise.resolve({ uri, getText: () => files.get(uri) }),
  },
}));

async function open(code: string): Promise<unknown> {
  const { openExample } = await import('../../../extension/source/exampleFile');
  return (await openExample('storage' as never, 'pool', code)).uri;
}

beforeEach(() => files.clear());

test('an example is written once and opened again', async () => {
  expect(await open('A = [[1]]\n')).toBe('storage/examples/pool.py');
  expect(await open('A = [[1]]\n')).toBe('storage/examples/pool.py');
  expect([...files]).toEqual([['storage/examples/pool.py', 'A = [[1]]\n']]);
});

test('a file that the user has changed stays, and the example has another one', async () => {
  await open('A = [[1]]\n');
  files.set('storage/examples/pool.py', 'A = [[2]]\r\n');
  expect(await open('A = [[1]]\n')).toBe('storage/examples/pool_2.py');
  expect(files.get('storage/examples/pool.py')).toBe('A = [[2]]\r\n');
});
