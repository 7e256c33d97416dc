/** debugpy's answers, also invalid ones. */
import { describe, expect, it } from 'vitest';
import { debuggerKind } from '../../../../core/read/debug/debuggers';
import { pythonProblem, pythonString, readProbe } from '../../../../core/read/debug/pythonReplies';

describe('readProbe', () => {
  it.each([
    [
      "'array <f8 float64 numpy 2,3'",
      { kind: 'array', shape: [2, 3], type: 'f8', dtype: 'float64', notation: 'numpy' },
    ],
    ["'array >i2 int16 numpy '", { kind: 'array', shape: [], type: 'i2', dtype: 'int16', notation: 'numpy' }],
    ["'array |b1 bool numpy 4'", { kind: 'array', shape: [4], type: 'b1', dtype: 'bool', notation: 'numpy' }],
    [
      "'array <f4 float32 torch 0,3'",
      { kind: 'array', shape: [0, 3], type: 'f4', dtype: 'float32', notation: 'pytorch' },
    ],
    ["'array <V2 bfloat16 jaxlib 2'", { kind: 'array', shape: [2], type: 'bf2', dtype: 'bfloat16' }],
    [
      "'array <f16 longdouble numpy 2'",
      { kind: 'array', shape: [2], type: 'f8 cast', dtype: 'longdouble', notation: 'numpy' },
    ],
    [
      "'array <c16 complex128 numpy 2'",
      { kind: 'array', shape: [2], type: undefined, dtype: 'complex128', notation: 'numpy' },
    ],
    ["'list 2,0'", { kind: 'list', shape: [2, 0] }],
    ["'list 1 AAAAAAAA8D8='", { kind: 'list', shape: [1], bytes: 'AAAAAAAA8D8=' }],
    ["'number AAAAAAAA8D8='", { kind: 'number', bytes: 'AAAAAAAA8D8=' }],
    ["'other my class'", { kind: 'other', typeName: 'my class' }],
    ["'other dict'", { kind: 'other', typeName: 'dict' }],
    ["'array <f8 float64 numpy 2,x'", undefined],
    ["'list -1'", undefined],
    ['None', undefined],
    ["'array <f8 fl... 2,3", undefined],
  ])('%s', (reply, value) => expect(readProbe(reply)).toEqual(value));
});

it('pythonString takes either quote and refuses what was cut', () => {
  expect(pythonString("'AAA='")).toBe('AAA=');
  expect(pythonString('"a\'b"')).toBe("a'b");
  expect(pythonString("'AAA...")).toBeUndefined();
});

it('pythonProblem is the last line of a traceback', () => {
  expect(pythonProblem("Traceback (most recent call last):\n  File …\nNameError: name 'x' is not defined\n")).toBe(
    "NameError: name 'x' is not defined",
  );
});

it.each([
  ['pwa-node', 'javascript'],
  ['pwa-extensionHost', 'javascript'],
  ['node-terminal', 'javascript'],
  ['debugpy', 'python'],
  ['python', 'python'],
  ['Python Kernel Debug Adapter', 'python'],
  ['cppdbg', 'other'],
  ['go', 'other'],
] as const)('%s is read as %s', (type, kind) => expect(debuggerKind(type)).toBe(kind));
