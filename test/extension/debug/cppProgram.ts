/** A program with containers and arrays of C++, which real debuggers stop in its last line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { control } from './control';
import { DapFrame, type Adapter } from './DapFrame';

const program = `#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <string>
#include <vector>
struct Image { float* data; int rows, cols; };
struct Conv { std::string name; std::vector<std::vector<double>> w; double b; float* scratch; };
int main() {
  std::vector<double> flat{1, 2.5, -3e-7, 0.1, 1e308};
  std::vector<std::vector<float>> image{{1, 2, 3}, {4, 5, 6}};
  std::array<std::array<int, 2>, 3> kernel{{{1, 2}, {3, 4}, {5, 6}}};
  std::vector<int> many(1003, 7);
  many[1002] = 8;
  double grid[3][3] = {{1, NAN, INFINITY}, {-INFINITY, 5, 6}, {7, 8, 1.0 / 3}};
  std::deque<int> queue{1, 2, 3};
  std::vector<unsigned char> bytes{1, 65, 39, 92, 200, 10};
  signed char small[3] = {-1, 65, 10};
  std::vector<bool> bits{true, false, true};
  Image view{image[0].data(), 2, 3};
  Conv conv{"conv1", {{1, 2}, {3, 4}}, 0.5, image[0].data()};
  std::vector<std::string> words{"a"};
  std::vector<std::vector<int>> ragged{{1, 2}, {3}};
  std::vector<double*> pointers{&flat[0]};
  std::map<int, double> table{{1, 2}};
  float* raw = image[0].data();
  return view.rows + raw[0] + bits.size() + queue.size() + small[0] + table.size() + words.size() + kernel[0][0];
}
`;
const line = program.split('\n').length - 2;

/** The frame of the program under an adapter, from before the tests until after them. */
export function useStoppedProgram(
  debuggerType: string,
  adapter: Adapter,
  environment: Readonly<Record<string, string>> = {},
): () => DapFrame {
  let folder: string;
  let frame: DapFrame;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'layer-lens-cpp-'));
    const [source, binary] = [join(folder, 'layer.cpp'), join(folder, 'layer')];
    writeFileSync(source, program);
    spawnSync('g++', ['-g', '-O0', '-std=c++17', source, '-o', binary]);
    frame = await DapFrame.stopAt(debuggerType, adapter, environment, { program: binary, source, line });
  }, 120_000);
  afterAll(async () => {
    await frame.close();
    rmSync(folder, { recursive: true });
  });
  return () => frame;
}

/** Name, shape and values of each array of a variable. */
export async function arraysIn(frame: DapFrame, name: string): Promise<unknown[]> {
  const arrays = await readVariable(frame, name, control());
  return arrays.map(({ name: of, array }) => [of, array.shape, [...array.data]]);
}
