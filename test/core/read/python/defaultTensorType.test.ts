/** `torch.set_default_dtype`: the type of new tensors; the expected output is that of CPython 3.11 with PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it('new tensors have the default type, and are printed without it', () => {
  const { output, error } = runCode(`import torch
torch.set_default_dtype(torch.float64)
print(torch.zeros(2), torch.ones(2, dtype=torch.float32), torch.tensor([1, 2]) / 2, torch.tensor(3) * 1.5)
print(torch.tensor([1.]).dtype, torch.arange(3.).dtype, torch.rand(2).dtype, torch.sqrt(torch.tensor([4])).dtype)
print(torch.nn.Linear(2, 1).weight.dtype, torch.nn.BatchNorm2d(1).running_var.dtype, torch.Tensor([1]).dtype)
torch.set_default_dtype(torch.float32)
print(torch.zeros(1), torch.zeros(1, dtype=torch.double))
`);
  expect(error).toBeUndefined();
  expect(output.trim().split('\n')).toEqual([
    'tensor([0., 0.]) tensor([1., 1.], dtype=torch.float32) tensor([0.5000, 1.0000]) tensor(4.5000)',
    'torch.float64 torch.float64 torch.float64 torch.float64',
    'torch.float64 torch.float64 torch.float64',
    'tensor([0.]) tensor([0.], dtype=torch.float64)',
  ]);
});

it('a type that has no floats of this kind is refused by name', () => {
  const { error } = runCode('import torch\ntorch.set_default_dtype(torch.float16)\n');
  expect(error?.message).toContain('float16');
});
