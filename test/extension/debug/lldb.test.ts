/** C++ containers and arrays under lldb's own debug adapter, in a program that it has stopped. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readShown, readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { arraysIn, useStoppedProgram } from './cppProgram';

const adapter = 'lldb-vscode-14';
const found = (tool: string) => spawnSync(tool, ['--help'], { stdio: 'ignore' }).status === 0;
const available = found(adapter) && found('g++');
if (!available) console.log(`${adapter} or g++ is not installed: its tests are skipped`);
/** Debian's package looks for its Python modules, which list the elements of containers, in a folder that does not exist. */
const modules = ['/usr/lib/llvm-14/lib/python3.11/dist-packages'].filter((each) => existsSync(each));

describe.skipIf(!available)('lldb', () => {
  const environment: Record<string, string> = modules[0] === undefined ? {} : { PYTHONPATH: modules[0] };
  const stopped = useStoppedProgram('lldb-vscode', [adapter], environment);

  it.each([
    ['flat', [['flat', [5], [1, 2.5, -3e-7, 0.1, 1e308]]]],
    ['image', [['image', [2, 3], [1, 2, 3, 4, 5, 6]]]],
    ['image[1]', [['image[1]', [3], [4, 5, 6]]]],
    ['kernel', [['kernel', [3, 2], [1, 2, 3, 4, 5, 6]]]],
    ['many', [['many', [1003], [...new Array<number>(1002).fill(7), 8]]]],
    ['grid', [['grid', [3, 3], [1, NaN, Infinity, -Infinity, 5, 6, 7, 8, 1 / 3]]]],
    ['queue', [['queue', [3], [1, 2, 3]]]],
    ['bytes', [['bytes', [6], [1, 65, 39, 92, 200, 10]]]],
    ['small', [['small', [3], [-1, 65, 10]]]],
    ['bits', [['bits', [3], [1, 0, 1]]]],
    ['conv', [['conv.w', [2, 2], [1, 2, 3, 4]]]],
  ])('%s', async (name, expected) => {
    expect(await arraysIn(stopped(), name)).toEqual(expected);
  });

  it('a row that lldb gives no plain name, from the Variables view', async () => {
    const { variablesReference } = await stopped().evaluate('image', 'watch');
    const [, row] = await stopped().parts(variablesReference!, 0, 2);
    const [read] = await readShown(stopped(), row!, 'row', control());
    expect([...read!.array.data]).toEqual([4, 5, 6]);
  });

  it.each([
    ['raw', 'raw is a pointer: how many numbers it points to is not known'],
    ['view', 'view.data is a pointer: how many numbers it points to is not known'],
    ['pointers', 'pointers[0] is a pointer: how many numbers it points to is not known'],
    ['words', 'words[0] is not a number'],
    ['table', 'table[0] is not a number or a list of numbers: std::pair<const int, double>'],
    ['ragged', 'this list has 1 entry, the lists before it have 2'],
    ['nothing', 'nothing cannot be read'],
  ])('%s is refused: %s', async (name, reason) => {
    await expect(readVariable(stopped(), name, control())).rejects.toThrow(reason);
  });
});
