/** Faults that were measured once, each with its smallest case: none of them opens a wrong layer, hangs or takes the memory. */
import { describe, expect, it } from 'vitest';
import { readNpy } from '../../core/read/files/readNpy';
import { readSafetensors } from '../../core/read/files/readSafetensors';
import { openText } from '../../extension/session/openText';
import { thirdPartyNotices } from '../../scripts/lib/notices.mjs';

function open(text: string) {
  return openText({ text, languageId: 'python' });
}

/** Bytes of a .npy file with `header` and no data. */
function npy(header: string): Uint8Array {
  const text = `${header}\n`;
  const bytes = new Uint8Array(10 + text.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, text.length & 255, text.length >> 8]);
  bytes.set(new TextEncoder().encode(text), 10);
  return bytes;
}

function safetensors(dtype: string): Uint8Array {
  const header = JSON.stringify({ x: { dtype, shape: [1], data_offsets: [0, 4] } });
  const bytes = new Uint8Array(8 + header.length + 4);
  bytes[0] = header.length;
  bytes.set(new TextEncoder().encode(header), 8);
  return bytes;
}

const arrays =
  'import numpy as np\nnp.random.seed(1)\nA_prev = np.random.randn(2, 4, 4, 3)\nW = np.random.randn(2, 2, 3, 8)\n';

describe('texts', () => {
  it('a dictionary among the arguments of a call opens that call', () => {
    const text = `${arrays}b = np.random.randn(1, 1, 1, 8)\nZ, cache = conv_forward(A_prev, W, b, {"stride": 1, "pad": 0})\n`;
    const opened = open(text);
    expect(opened).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
    expect(opened).toMatchObject({ roles: { x: { shape: [2, 4, 4, 3] }, w: { shape: [2, 2, 3, 8] } } });
  });

  it.each([
    [30, 'None'],
    [1000, 'None'],
    [30, '"text"'],
    [1000, '"text"'],
  ])('lists that contain one list twice, %i levels, with %s, end in bounded work', (levels, leaf) => {
    const text = `a = ${leaf}\nfor i in range(${levels}):\n    a = [a, a]\nx = [[1, 2], [3, 4]]\nF.max_pool2d(x, 2)\n`;
    expect(() => open(text)).not.toThrow();
    expect(() => open(`${text}b = np.array(a)\ns = str(a)\nprint(a == a)\n`)).not.toThrow();
  });

  it.each(['dilation=4000', 'dilation=1000000000', 'padding=4000, stride=1', 'padding=10**9', 'stride=10**30'])(
    'an option that makes a layer too large is refused before anything is allocated: %s',
    (option) => {
      const text = `import torch, torch.nn.functional as F\nx = torch.ones(1, 1, 4, 4)\nw = torch.ones(1, 1, 2, 2)\nF.conv2d(x, w, ${option})\n`;
      const before = process.memoryUsage().arrayBuffers;
      expect(['layer', 'refused', 'arrays']).toContain(open(text).kind);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300e6);
    },
  );

  it.each([
    ['F.conv2d(x, w, stride=None)', "TypeError: conv2d(): argument 'stride' must be tuple of ints, not NoneType"],
    ['F.conv2d(x, w, groups=True)', "TypeError: conv2d(): argument 'groups' must be tuple of ints, not bool"],
    [
      'F.max_pool2d(x, 2, padding=None)',
      "TypeError: max_pool2d(): argument 'padding' must be tuple of ints, not NoneType",
    ],
    ['F.avg_pool2d(x, True)', "TypeError: avg_pool2d(): argument 'kernel_size' must be tuple of ints, not bool"],
    ['F.max_pool2d(x, 2, stride=())', 'stride must be one number or a pair, not ()'],
    ['F.conv2d(x, w, stride=1, stride=2)', 'SyntaxError: keyword argument repeated: stride'],
  ])('a call that PyTorch or Python refuses is not opened with other options: %s', (call, message) => {
    const text = `import torch, torch.nn.functional as F\nx = torch.ones(1, 1, 4, 4)\nw = torch.ones(1, 1, 2, 2)\n${call}\n`;
    expect(open(text)).toMatchObject({ kind: 'refused', message });
  });

  it('a pool with stride=None has the stride of its kernel', () => {
    const text = 'import torch, torch.nn.functional as F\nF.max_pool2d(torch.ones(1, 1, 4, 4), 2, stride=None)\n';
    expect(open(text)).toMatchObject({ kind: 'layer', options: { stride: 2 } });
  });

  it.each([
    ['cpp', 'float x[2][2] = {{f(1), 2}, {3, 4}};'],
    ['cpp', 'float x[2][2]{{a + 1, 2}, {3, 4}};'],
    ['cpp', 'std::vector<std::vector<float>> x = {{std::numeric_limits<float>::max(), 2}, {3, 4}};'],
    ['go', 'x := [][]float64{{f(1), 2}, {3, 4}}'],
    ['java', 'double[][] x = new double[][]{{f(1), 2}, {3, 4}};'],
  ])('a row in braces is not the array whose other rows cannot be read: %s %s', (languageId, text) => {
    expect(openText({ text, languageId }).kind).toBe('refused');
  });

  it.each(['import __proto__ as F; x = F.a(1)\n', 'import constructor as F\nx = F.a(1)\n', 'x = {}.__proto__\n'])(
    'names of JavaScript’s own objects are no modules: %s',
    (text) => expect(() => open(text)).not.toThrow(),
  );

  it('a message has its values: transpose(1) of torch', () => {
    const opened = open('import torch\nx = torch.zeros(2, 2).transpose(1)\n');
    expect(JSON.stringify(opened)).not.toMatch(/\{\d\}/);
  });
});

describe('files', () => {
  it('a .npy of 20,000 axes is refused', () => {
    const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${'1, '.repeat(20_000)}), }`;
    expect(() => readNpy(npy(header))).toThrow(/axes|dimensions/);
  });

  it.each(['constructor', 'Object', 'Mx'])('a .npy of type %s is refused by name, not as another type', (type) => {
    const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (1,), }`;
    expect(() => readNpy(npy(header))).toThrow(`element type ${type} cannot be read`);
  });

  it.each(['constructor', '__proto__', 'toString'])('a .safetensors of type %s is refused by name', (dtype) => {
    expect(() => readSafetensors(safetensors(dtype))).toThrow(dtype);
  });
});

it('notices name every bundled package with its licence', () => {
  const notices = thirdPartyNotices(['node_modules/fflate/esm/browser.js', 'node_modules/valibot/dist/index.mjs']);
  expect(notices).toMatch(/fflate/);
  expect(notices).toMatch(/valibot[\s\S]*MIT/);
});
