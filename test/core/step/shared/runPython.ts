/** Runs listings under the system's Python and returns what their variables hold. */
import { spawnSync } from 'node:child_process';
import type { NdArray } from '../../../../core';

export interface PythonCase {
  readonly arrays: Readonly<Record<string, NdArray>>;
  readonly code: string;
  readonly wanted: readonly string[];
}

const runner = `
import json, sys
import numpy as np
answers = []
for case in json.load(sys.stdin):
    names = {key: np.array(value['data'], dtype=float).reshape(value['shape']) for key, value in case['arrays'].items()}
    try:
        exec(case['code'], names)
        answers.append({key: np.asarray(names[key], dtype=float).ravel().tolist() for key in case['wanted']})
    except Exception as error:
        answers.append({'error': repr(error)})
json.dump(answers, sys.stdout)
`;

/** The Python that has `module`, or undefined. */
export function pythonWith(module: string): string | undefined {
  return ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0,
  );
}

/** Each case's variables as flat lists, or `{ error }`. */
export function runPython(python: string, cases: readonly PythonCase[]): Record<string, number[] | string>[] {
  const input = JSON.stringify(cases, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
  const { stdout, stderr, status } = spawnSync(python, ['-c', runner], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, number[] | string>[];
}
