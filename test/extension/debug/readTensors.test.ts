/** Tensors of torch and tables of pandas in the debugger, where these are installed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { pythonWith } from '../../core/step/shared/runPython';
import { control } from './control';
import { PythonFrame } from './PythonFrame';

const pandas = pythonWith('pandas');
const torch = pythonWith('torch');

async function read(frame: PythonFrame, chain: string) {
  const [first] = await readVariable(frame, chain, control());
  return first!;
}

describe.skipIf(!torch)('torch', () => {
  let frame: PythonFrame;
  beforeAll(async () => {
    frame = new PythonFrame(torch!);
    await frame.run(
      'import torch\nt = torch.arange(6.).reshape(1, 1, 2, 3).requires_grad_()\np = torch.nn.Parameter(torch.ones(2))',
    );
    // Loading torch takes long on a busy machine.
  }, 60_000);
  afterAll(() => frame.close());

  it('tensors that need gradients, parameters, transposes, bfloat16, sparse ones, lists of tensors', async () => {
    expect(await read(frame, 't')).toMatchObject({
      notation: 'pytorch',
      dtype: 'float32',
      array: { shape: [1, 1, 2, 3] },
    });
    expect((await read(frame, 't')).array.data).toEqual(Float32Array.of(0, 1, 2, 3, 4, 5));
    expect((await read(frame, 'p')).array.data).toEqual(Float32Array.of(1, 1));
    await frame.run(
      'b = torch.tensor([1.5, -2.0], dtype=torch.bfloat16)\ns = torch.eye(2).to_sparse()\nl = [torch.ones(2), torch.zeros(2)]',
    );
    expect((await read(frame, 't[0, 0].T')).array.data).toEqual(Float32Array.of(0, 3, 1, 4, 2, 5));
    expect((await read(frame, 'b')).array.data).toEqual(Float32Array.of(1.5, -2));
    expect((await read(frame, 's')).array.data).toEqual(Float32Array.of(1, 0, 0, 1));
    expect((await read(frame, 'l')).array).toEqual({ shape: [2, 2], data: Float64Array.of(1, 1, 0, 0) });
  });
});

describe.skipIf(!pandas)('pandas', () => {
  let frame: PythonFrame;
  beforeAll(async () => {
    frame = new PythonFrame(pandas!);
    await frame.run(
      "import pandas as pd\ndf = pd.DataFrame({'a': [1, 2], 'b': [0.5, -1]})\nmixed = pd.DataFrame({'a': [1], 'b': ['x']})",
    );
  }, 60_000);
  afterAll(() => frame.close());

  it('a table, a column and their values; a table with text is refused', async () => {
    expect((await read(frame, 'df')).array).toEqual({ shape: [2, 2], data: Float64Array.of(1, 0.5, 2, -1) });
    expect((await read(frame, "df['b']")).array).toEqual({ shape: [2], data: Float64Array.of(0.5, -1) });
    expect((await read(frame, 'df.values')).array).toEqual({ shape: [2, 2], data: Float64Array.of(1, 0.5, 2, -1) });
    expect((await read(frame, "df['a'].values")).array).toEqual({ shape: [2], data: Float64Array.of(1, 2) });
    await expect(read(frame, 'mixed')).rejects.toThrow(/cannot be read|object/);
  });
});
