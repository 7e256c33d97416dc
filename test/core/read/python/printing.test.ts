/** How values are printed; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'np.fromiter and np.trim_zeros',
    `print(np.fromiter((i*i for i in range(4)), int), np.fromiter([1,2], dtype=float, count=2), np.fromiter(range(5), np.float32, 3))
print(np.trim_zeros([0,1,0,2,0]), np.trim_zeros(np.array([0,0,1.]), 'f'), np.trim_zeros((0,1,0),'b'))`,
    `[0 1 4 9] [1. 2.] [0. 1. 2.]
[1, 0, 2] [1.] (0, 1)
`,
  ],
  [
    'formatters of the program',
    `np.set_printoptions(formatter={'float': lambda x: "{0:0.3f}".format(x)})
print(np.array([[1.5, 2.25],[-3, 100]])); print(repr(np.array([1.5, 2.25]))); print(np.array([1,2])); print(np.arange(40)/3); print(np.array([np.nan, 1])); print(np.float64(1.5), [np.array([0.5])], f'{np.array([0.25])}', np.array(2.5), repr(np.array(2.5)))
np.set_printoptions(formatter=None); print(np.array([1.5])); 
np.set_printoptions(formatter={'all': lambda x: 'e' + str(x)}); print(np.array([1,2]), np.array([True]), np.array([1.5])); 
np.set_printoptions(); print(np.array([1,2]))
np.set_printoptions(formatter={'int': '{:03d}'.format, 'float_kind': '{:6.2f}'.format, 'bool': lambda b: 'TF'[not b]}); print(np.array([1,2]), np.array([1.5]), np.array([True, False]), np.uint8([3]))
with np.printoptions(formatter={'float': '{:.1e}'.format}): print(np.array([1.5]))
print(np.array([1.5]), np.array2string(np.array([1.234]), formatter={'float_kind': lambda x: '%.2f' % x}), np.array2string(np.array([1,2]), separator=',', formatter={'int': lambda x: f'<{x}>'}))
np.set_printoptions(precision=2); print(np.array([1.234, 5]), np.array([3]))`,
    `[[1.500 2.250]
 [-3.000 100.000]]
array([1.500, 2.250])
[1 2]
[0.000 0.333 0.667 1.000 1.333 1.667 2.000 2.333 2.667 3.000 3.333 3.667
 4.000 4.333 4.667 5.000 5.333 5.667 6.000 6.333 6.667 7.000 7.333 7.667
 8.000 8.333 8.667 9.000 9.333 9.667 10.000 10.333 10.667 11.000 11.333
 11.667 12.000 12.333 12.667 13.000]
[nan 1.000]
1.5 [array([0.500])] [0.250] 2.5 array(2.500)
[1.5]
[e1 e2] [eTrue] [e1.5]
[1 2]
[001 002] [  1.50] [T F] [003]
[1.5e+00]
[  1.50] [1.23] [<1>,<2>]
[1.23 5.  ] [3]
`,
  ],
  [
    'scalars of NumPy in f-strings',
    `x = np.float32(0.1); h = np.float16(0.1); d = np.float64(0.1)
print(f'{x} {h} {d} {x!r} {x!s} {np.array(0.1, np.float32)} {np.array(3)} {np.array(2.)} {np.int32(3)} {np.bool_(1)}', '{} {}'.format(x, h), '%s' % x, str(x), format(x), format(h, ''), 'a' + str(h), [x], f'{[x]} {(x,)} {np.array([x])}')
print(f'{x:.3f} {x:g} {x:10} {h:>8} {np.float64(1e20)} {np.float32(1e20)} {np.float32(3)} {np.float32(16777216)} {np.mean(np.array([0.1,0.2],np.float32))} {np.array([[0.1]],np.float32)[0,0]} {np.array([0.1],np.float32).item()}')
print(f'{True} {np.array(True)} {np.bool_(False)} {np.array(True)!r} {np.uint8(200)}')`,
    `0.10000000149011612 0.0999755859375 0.1 0.1 0.1 0.10000000149011612 3 2.0 3 True 0.10000000149011612 0.0999755859375 0.1 0.1 0.10000000149011612 0.0999755859375 a0.1 [0.1] [0.1] (0.1,) [0.1]
0.100 0.1 0.10000000149011612 0.0999755859375 1e+20 1.0000000200408773e+20 3.0 16777216.0 0.15000000596046448 0.10000000149011612 0.10000000149011612
True True False array(True) 200
`,
  ],
  [
    'numbers that end with their point in f-strings',
    `x = 3.
print(f'{x:.2f} 1. {5.:g} {{2.}}', f'{1.}', f"{np.array([1.,2.])} {(1.,)}")`,
    `3.00 1. 5 {2.} 1.0 [1. 2.] (1.0,)
`,
  ],
  [
    'characters beyond ASCII as escape sequences',
    `print('%a|%5a' % ('é', 'a'), f"{'ü'!a} {'ü'!r}", '{!a:>8}|'.format('é'))`,
    `'\\xe9'|  'a' '\\xfc' 'ü'   '\\xe9'|
`,
  ],
  [
    'generators of random numbers and their types',
    `rng, old = np.random.default_rng(0), np.random.RandomState(1)
print(rng, f'{old}', type(rng), type(old), type(rng).__name__, isinstance(rng, type(rng)), isinstance(old, type(rng)))`,
    `Generator(PCG64) RandomState(MT19937) <class 'numpy.random._generator.Generator'> <class 'numpy.random.mtrand.RandomState'> Generator True False
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});

it.each(['print("\\N{BULLET} x")\n', 'print(f"\\N{BULLET} {1}")\n', 'print("a" "\\N{BULLET}")\n'])(
  'a character by its name is refused, for only Python has the names: %s',
  (program) => {
    expect(runCode(program)).toMatchObject({ output: '', error: { type: 'NotSupported', line: 1 } });
  },
);

it('no character by its name follows two backslashes or is in raw strings', () => {
  expect(runCode('print("\\\\N{x}", r"\\N{x}")\n').output).toBe('\\N{x} \\N{x}\n');
});

it('whether something unknown has a type is not known', () => {
  const { output, error } = runCode(
    'import time\nt = time.time()\nprint(isinstance(t - t, float))\nif isinstance(t, int): print(1)\n',
  );
  expect(output).toBe('<unknown>\n');
  expect(error).toMatchObject({ type: 'NotSupported' });
});
