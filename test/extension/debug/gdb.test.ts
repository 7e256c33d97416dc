/** C++ containers as the real gdb prints them, in a program that it has stopped. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { FakeFrame } from './FakeFrame';

const program = `#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <string>
#include <vector>
int main() {
  std::vector<double> flat{1, 2.5, -3e-7};
  std::vector<std::vector<float>> image{{1, 2, 3}, {4, 5, 6}};
  std::vector<std::vector<std::vector<int>>> volume{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
  std::array<std::array<int, 2>, 3> kernel{{{1, 2}, {3, 4}, {5, 6}}};
  std::vector<std::array<int, 2>> pairs{{1, 2}, {3, 4}};
  std::vector<double> zeros(150);
  zeros[149] = 1;
  std::vector<int> many(500, 1);
  for (int i = 0; i < 500; i++) many[i] = i;
  double grid[2][3] = {{1, NAN, INFINITY}, {-INFINITY, 5, 6}};
  std::deque<int> queue{1, 2, 3};
  std::vector<unsigned char> bytes{1, 65, 39, 92, 200};
  std::vector<bool> bits{true, false, true};
  struct { std::vector<int> w{1, 2}; int n = 3; } layer;
  std::map<std::string, std::vector<int>> params{{"W1", {1, 2}}, {"b1", {3}}};
  float* raw = image[0].data();
  return flat.size() + grid[0][0] + queue.size() + bytes.size() + bits.size() + layer.n + pairs.size() + raw[0];
}
`;
const last = program.split('\n').length - 2;
const names = 'flat image volume kernel pairs zeros many grid queue bytes bits layer params raw'.split(' ');

const found = (tool: string) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;

/** What gdb prints of each variable at the program's last line. */
function printedByGdb(folder: string): Readonly<Record<string, string>> | undefined {
  const [source, binary] = [join(folder, 'layer.cpp'), join(folder, 'layer')];
  writeFileSync(source, program);
  if (spawnSync('g++', ['-g', '-O0', '-std=c++17', source, '-o', binary]).status !== 0) return undefined;
  const commands = [`break ${last}`, 'run', ...names.map((name) => `print ${name}`), 'kill'];
  const { stdout } = spawnSync('gdb', ['-q', '-nx', '-batch', ...commands.flatMap((each) => ['-ex', each]), binary], {
    encoding: 'utf8',
  });
  const values = [...stdout.matchAll(/^\$\d+ = (.*)$/gm)].map(([, value]) => value!);
  return values.length === names.length
    ? Object.fromEntries(names.map((name, k) => [`clipboard ${name}`, values[k]!]))
    : undefined;
}

describe.skipIf(!found('gdb') || !found('g++'))('gdb', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layer-lens-gdb-'));
  let frame: FakeFrame;
  beforeAll(() => {
    const answers = printedByGdb(folder);
    if (!answers) throw new Error('gdb has not stopped the program');
    frame = new FakeFrame('cppdbg', answers, 'cpp');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['flat', [['flat', [3], [1, 2.5, -3e-7]]]],
    ['image', [['image', [2, 3], [1, 2, 3, 4, 5, 6]]]],
    ['volume', [['volume', [2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]]]],
    ['kernel', [['kernel', [3, 2], [1, 2, 3, 4, 5, 6]]]],
    ['pairs', [['pairs', [2, 2], [1, 2, 3, 4]]]],
    ['zeros', [['zeros', [150], [...new Array<number>(149).fill(0), 1]]]],
    ['grid', [['grid', [2, 3], [1, NaN, Infinity, -Infinity, 5, 6]]]],
    ['queue', [['queue', [3], [1, 2, 3]]]],
    ['bytes', [['bytes', [5], [1, 65, 39, 92, 200]]]],
    ['bits', [['bits', [3], [1, 0, 1]]]],
    ['layer', [['layer.w', [2], [1, 2]]]],
    [
      'params',
      [
        ['params.W1', [2], [1, 2]],
        ['params.b1', [1], [3]],
      ],
    ],
  ])('%s', async (name, expected) => {
    const arrays = await readVariable(frame, name, control());
    expect(arrays.map(({ name: of, array }) => [of, array.shape, [...array.data]])).toEqual(expected);
  });

  it('a pointer, and a value of which gdb prints a part, are refused with the reason', async () => {
    await expect(readVariable(frame, 'raw', control())).rejects.toThrow(/raw is a pointer: how many numbers/);
    await expect(readVariable(frame, 'many', control())).rejects.toThrow(/only a part of many; in gdb, “set print/);
  });
});
