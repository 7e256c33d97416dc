/** Names of files on the command line, with the paths of Linux and of Windows. */
import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandFiles } from '../../scripts/cli/expandFiles.mjs';

const folders: Readonly<Record<string, readonly string[]>> = {
  submissions: ['b.ipynb', 'a.ipynb', 'notes.txt', '.hidden.ipynb', 'C.IPYNB'],
  'C:\\work\\lab 1': ['student1.py', 'student2.py', 'student10.py', 'student+.py'],
  '.': ['one.py', 'two.py'],
  class: ['readme.md', 'zoe', 'adam', '.git', '__pycache__', 'late.py'],
  'class/zoe': ['lab.ipynb', 'data.csv'],
  'class/adam': ['lab.py', '.ipynb_checkpoints'],
  'class/.git': ['hook.py'],
  'class/__pycache__': ['lab.py'],
  'class/adam/.ipynb_checkpoints': ['lab.ipynb'],
  empty: ['readme.md'],
};
const on = (path: typeof posix, files: readonly string[] = []) => ({
  exists: (file: string) => files.includes(file),
  isFolder: (name: string) => name in folders,
  list: (folder: string) => folders[folder] ?? [],
  path,
});

describe('Windows', () => {
  test.each([
    [['submissions/*.ipynb'], ['submissions\\C.IPYNB', 'submissions\\a.ipynb', 'submissions\\b.ipynb']],
    [['submissions\\*.ipynb'], ['submissions\\C.IPYNB', 'submissions\\a.ipynb', 'submissions\\b.ipynb']],
    [
      ['C:\\work\\lab 1\\student?.py'],
      ['student+', 'student1', 'student2'].map((name) => `C:\\work\\lab 1\\${name}.py`),
    ],
    [['*.py'], ['one.py', 'two.py']],
    [
      ['C:\\work\\lab 1\\student1.py', '-'],
      ['C:\\work\\lab 1\\student1.py', '-'],
    ],
    [['nowhere\\*.py'], ['nowhere\\*.py']],
  ])('%j', (names, files) => {
    expect(expandFiles(names, on(win32))).toEqual(files);
  });
});

describe('Linux and macOS', () => {
  test('a quoted pattern is expanded, in the case of its letters', () => {
    expect(expandFiles(['submissions/*.ipynb'], on(posix))).toEqual(['submissions/a.ipynb', 'submissions/b.ipynb']);
  });

  test('a file that has the name of a pattern is that file', () => {
    expect(expandFiles(['a*.py'], on(posix, ['a*.py']))).toEqual(['a*.py']);
  });

  test('a folder is its Python files and notebooks, with those of its folders and without those of tools', () => {
    const files = ['class/adam/lab.py', 'class/late.py', 'class/zoe/lab.ipynb'];
    expect(expandFiles(['class'], on(posix))).toEqual(files);
    expect(expandFiles(['empty', 'one.py'], on(posix))).toEqual(['empty', 'one.py']);
  });

  test('a backslash is a letter of a name', () => {
    expect(expandFiles(['submissions\\*.ipynb'], on(posix))).toEqual(['submissions\\*.ipynb']);
  });
});
