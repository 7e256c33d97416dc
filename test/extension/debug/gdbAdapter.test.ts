/**
 * C++ vectors and arrays under an adapter of gdb's machine interface, in a program that it has stopped. The adapter is not among
 * the packages of this project: `npm install --prefix .cache/gdb-adapter --ignore-scripts cdt-gdb-adapter` brings it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { arraysIn, useStoppedProgram } from './cppProgram';

const adapter = '.cache/gdb-adapter/node_modules/cdt-gdb-adapter/dist/debugAdapter.js';
const found = (tool: string) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
const available = existsSync(adapter) && found('gdb') && found('g++');
if (!available) console.log('cdt-gdb-adapter, gdb or g++ is not installed: the tests of this adapter are skipped');

describe.skipIf(!available)('cdt-gdb-adapter', () => {
  const stopped = useStoppedProgram('gdb', [process.execPath, adapter]);

  it.each([
    ['flat', [['flat', [5], [1, 2.5, -3e-7, 0.1, 1e308]]]],
    ['image', [['image', [2, 3], [1, 2, 3, 4, 5, 6]]]],
    ['image[1]', [['image[1]', [3], [4, 5, 6]]]],
    ['kernel', [['kernel', [3, 2], [1, 2, 3, 4, 5, 6]]]],
    ['many', [['many', [1003], [...new Array<number>(1002).fill(7), 8]]]],
    ['grid', [['grid', [3, 3], [1, NaN, Infinity, -Infinity, 5, 6, 7, 8, 1 / 3]]]],
    ['bytes', [['bytes', [6], [1, 65, 39, 92, 200, 10]]]],
    ['conv', [['conv.w', [2, 2], [1, 2, 3, 4]]]],
  ])('%s', async (name, expected) => {
    expect(await arraysIn(stopped(), name)).toEqual(expected);
  });

  it.each([
    ['raw', 'raw is a pointer: how many numbers it points to is not known'],
    ['queue', 'the debugger lists no elements of queue: std::deque<int, std::allocator<int> >'],
    ['bits', 'the debugger lists no elements of bits, a vector of bool'],
    ['pointers', 'the debugger lists no elements of pointers, a vector of double*'],
    ['ragged', 'this list has 1 entry, the lists before it have 2'],
  ])('%s is refused: %s', async (name, reason) => {
    await expect(readVariable(stopped(), name, control())).rejects.toThrow(reason);
  });
});
