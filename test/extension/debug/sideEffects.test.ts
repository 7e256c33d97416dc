/** Reading a Python variable runs nothing of the program: objects that count every call of their methods. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readVariable } from '../../../extension/session/debug/readVariable';
import { pythonWith } from '../../core/step/shared/runPython';
import { control } from './control';
import { PythonFrame } from './PythonFrame';

const numpy = pythonWith('numpy');

/** Every way in which Python lets a class answer for its objects, also through its metaclass. */
const program = `
import numpy as np, collections, decimal, fractions
calls = []
class Meta(type):
    def __instancecheck__(self, x): calls.append('Meta.__instancecheck__'); return True
    def __subclasscheck__(self, x): calls.append('Meta.__subclasscheck__'); return True
    def __eq__(self, x): calls.append('Meta.__eq__'); return True
    def __hash__(self): calls.append('Meta.__hash__'); return 1
    def __getattribute__(self, name): calls.append('Meta.' + name); return type.__getattribute__(self, name)

def counting(*bases, **more):
    body = {}
    for name in ('__getattribute__', '__len__', '__getitem__', '__iter__', '__repr__', '__str__', '__bool__', '__eq__',
                 '__float__', '__index__', '__int__', '__array_finalize__', '__hash__', '__format__', '__dir__', '__call__',
                 '__contains__', '__length_hint__', '__torch_function__', '__array_ufunc__', '__array_function__', '__reduce_ex__'):
        def method(self, *args, _name=name, **keys):
            calls.append(_name)
            raise RuntimeError(_name)
        body[name] = method
    for name in ('shape', 'dtype', 'detach', 'cpu', 'filled', 'mask', 'tolist', 'real'):
        def get(self, _name=name):
            calls.append('get ' + _name)
            raise RuntimeError(_name)
        body[name] = property(get)
    body.update(more)
    return Meta('Counting', bases, body)

plain = counting()()
duck = counting(keys=lambda self: calls.append('keys'))()
items = list.__new__(counting(list)); list.extend(items, [[1.5, 2], [3, 4]])
pair = tuple.__new__(counting(tuple), ((1, 2), (3, 4)))
number = float.__new__(counting(float), 2.5)
whole = int.__new__(counting(int), 7)
inside = [[number, whole], [1, True]]
objects = [[plain, 1]]
deep = [[1, 2], [3, plain]]
first = [plain, [1]]
exact = [decimal.Decimal('1.5'), fractions.Fraction(1, 4), np.float32(2), np.int8(3)]
array_like = type('ArrayLike', (), {'__array__': lambda self, *a, **k: (calls.append('__array__'), np.arange(6.).reshape(2, 3))[1]})()
subclass = np.arange(4.).reshape(2, 2).view(type('Sub', (np.ndarray,), {
    '__getitem__': lambda self, k: calls.append('__getitem__'),
    '__repr__': lambda self: calls.append('__repr__'),
    '__array__': lambda self, *a: calls.append('__array__'),
    'shape': property(lambda self: calls.append('get shape'))}))
class Holder:
    @property
    def weight(self): calls.append('get weight'); return np.ones((2, 2))
    def __getitem__(self, key): calls.append('__getitem__'); return [[1, 2], [3, 4]]
holder = Holder()
mapped = np.memmap('/dev/zero', dtype='f4', mode='r', shape=(2, 3))
calls.clear()
`;

describe.skipIf(!numpy)('objects that count', () => {
  let frame: PythonFrame;
  beforeAll(async () => {
    frame = new PythonFrame(numpy!);
    await frame.run(program);
  }, 60_000);
  beforeEach(() => frame.run('calls.clear()'));
  afterAll(() => frame.close());

  const calls = async () => (await frame.evaluate("','.join(calls)")).result.slice(1, -1);
  const read = async (chain: string, options = {}) => (await readVariable(frame, chain, control(options)))[0]!;

  it.each(['plain', 'duck'])('%s: an object without an array is refused by its type, without a call', async (chain) => {
    await expect(read(chain)).rejects.toThrow(`${chain} is of type Counting, not an array or a list of numbers`);
    expect(await calls()).toBe('');
  });

  it.each([
    ['items', [2, 2], [1.5, 2, 3, 4]],
    ['pair', [2, 2], [1, 2, 3, 4]],
    ['number', [], [2.5]],
    ['whole', [], [7]],
    ['inside', [2, 2], [2.5, 7, 1, 1]],
    ['exact', [4], [1.5, 0.25, 2, 3]],
    ['subclass', [2, 2], [0, 1, 2, 3]],
    ['mapped', [2, 3], [0, 0, 0, 0, 0, 0]],
  ])('%s: a derived class is read by the methods of the built-in one', async (chain, shape, data) => {
    const { array } = await read(chain);
    expect([array.shape, [...array.data]]).toEqual([shape, data]);
    expect(await calls()).toBe('');
  });

  it.each(['objects', 'deep'])('%s: objects in a list are refused without a call', async (chain) => {
    await expect(read(chain)).rejects.toThrow(`${chain} holds objects of type Counting`);
    expect(await calls()).toBe('');
  });

  it('first: an object before lists', async () => {
    await expect(read('first')).rejects.toThrow('holds objects of type Counting');
    expect(await calls()).toBe('');
  });

  it('what the chain itself asks for runs once: a property, __getitem__, __array__', async () => {
    expect((await read('holder.weight')).array.shape).toEqual([2, 2]);
    expect(await calls()).toBe('get weight');
    await frame.run('calls.clear()');
    expect((await read('holder[0]')).array.shape).toEqual([2, 2]);
    expect(await calls()).toBe('__getitem__');
    await frame.run('calls.clear()');
    expect((await read('array_like')).array.shape).toEqual([2, 3]);
    expect(await calls()).toBe('__array__');
  });
});
