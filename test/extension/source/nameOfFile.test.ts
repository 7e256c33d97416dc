/** How a file is named in a panel's title. */
import { expect, test, vi } from 'vitest';

vi.mock('vscode', () => ({
  workspace: {
    asRelativePath: ({ path }: { path: string }) => path.replace('/home/me/course/', ''),
    getWorkspaceFolder: ({ path }: { path: string }) => (path.startsWith('/home/me/course/') ? {} : undefined),
  },
}));

test.each([
  ['file', '/home/me/course/week1/pool.py', 'week1/pool.py'],
  ['file', '/home/me/.config/storage/examples/pool_backward.py', 'pool_backward.py'],
  ['untitled', 'Untitled-1', 'Untitled-1'],
])('%s %s is %s', async (scheme, path, name) => {
  const { nameOfFile } = await import('../../../extension/source/nameOfFile');
  expect(nameOfFile({ scheme, path } as never)).toBe(name);
});
