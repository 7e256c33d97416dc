/** Names that every JavaScript object inherits are names like any other: in texts, programs, files and layer options. */
import { describe, expect, test } from 'vitest';
import { LensError } from '../../../core/message';
import { ownEntry } from '../../../core/ownEntry';
import { readNpyHeader } from '../../../core/read/files/npyHeader';
import { readSafetensors } from '../../../core/read/files/readSafetensors';
import { parseArrays } from '../../../core/read/parseArrays';
import { hyperparameters } from '../../../core/setup/options/hyperparameters';
import { fileKind } from '../../../extension/session/files/fileKind';
import type { Value } from '../../../core/read/ParseResult';

const names = Object.getOwnPropertyNames(Object.prototype);

const programs: readonly ((name: string) => string)[] = [
  (name) => `import ${name} as F\nx = F.a(1)\n`,
  (name) => `import ${name}\nx = ${name}.zeros((2, 2))\n`,
  (name) => `import numpy as ${name}\nx = ${name}.a(1)\n`,
  (name) => `from ${name} import a\nx = a(1)\n`,
  (name) => `import numpy as np\nx = np.${name}((2, 2))\n`,
  (name) => `import numpy as np\nx = np.zeros((2, 2)).${name}()\n`,
  (name) => `import numpy as np\nx = np.zeros((2, 2), dtype="${name}")\n`,
  (name) => `import numpy as np\nx = np.pad(np.zeros((2, 2)), 1, mode="${name}")\n`,
  (name) => `import torch.nn.functional as F\nx = F.pad(torch.zeros(2, 2), (1, 1), mode="${name}")\n`,
  (name) => `import torch.nn as nn\nx = nn.${name}(3)\n`,
  (name) => `import numpy as np\nx = np.random.${name}(3)\n`,
  (name) => `x = ${name}(3)\n`,
  (name) => `x = "a".${name}()\n`,
  (name) => `x = {"${name}": 1}["${name}"]\nclass A: pass\ny = A().${name}\n`,
];

describe.each(names)('%s', (name) => {
  test.each(programs.map((program) => [program(name)]))('in %j is an unknown name', (text) => {
    const { arrays, errors } = parseArrays(text, { languageId: 'python' });
    expect(arrays).toEqual([]);
    for (const { message } of errors) expect(message).not.toMatch(/is not a function|undefined|native code|\[object/);
  });

  test('is a variable, a language, an option and a file extension without a meaning', () => {
    const text = `${name} = [[1, 2], [3, 4]]`;
    for (const languageId of ['python', 'julia', 'r', 'matlab', 'javascript', 'json', name]) {
      const { arrays } = parseArrays(text, { languageId });
      expect(arrays.map(({ array }) => [...array.data])).toEqual(arrays.map(() => [1, 2, 3, 4]));
    }
    expect(parseArrays(text, { languageId: 'python' }).arrays.map((array) => array.name)).toEqual([name]);
    expect(hyperparameters(JSON.parse(`{"${name}": 2, "stride": 3}`) as object as Record<string, Value>)).toEqual({
      stride: 3,
    });
    expect(fileKind(`x.${name}`)).toBeUndefined();
  });

  test('is an unsupported element type of .safetensors and .npy', () => {
    expect(() => readSafetensors(safetensors(name))).toThrow(`unsupported element type ${name}; supported: F64, F32`);
    expect(() => readNpyHeader(npy(`{'descr': '${name}', 'fortran_order': False, 'shape': (1,)}`))).toThrow(LensError);
  });
});

test('ownEntry: an own key gives its entry, an inherited one gives undefined', () => {
  expect(ownEntry({ a: 1 }, 'a')).toBe(1);
  expect(names.map((name) => ownEntry({ a: 1 }, name))).toEqual(names.map(() => undefined));
});

function safetensors(dtype: string): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ x: { dtype, shape: [1], data_offsets: [0, 8] } }));
  return Uint8Array.from([header.length, 0, 0, 0, 0, 0, 0, 0, ...header, ...new Uint8Array(8)]);
}

function npy(header: string): Uint8Array {
  const bytes = new TextEncoder().encode(header);
  return Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, bytes.length, 0, ...bytes]);
}
