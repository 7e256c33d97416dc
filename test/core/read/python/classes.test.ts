/** Classes of the text: attributes, descriptors and special methods; the expected output is that of CPython 3.11 with NumPy 1.24. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'class attributes and instance attributes',
    `class A:
    items = []
    n = 0
    def add(self, x): self.items.append(x); self.n += 1; return self
a, b = A(), A(); a.add(1).add(2); print(b.items, b.n, a.n, A.n, a.__dict__, A.items is a.items)
A.n = 9; print(a.n, b.n); type(a).n = 4; print(b.n); a.__class__.items = [7]; print(b.items)`,
    `[1, 2] 0 2 0 {'n': 2} True
2 9
4
[7]
`,
  ],
  [
    'properties of the base class, and methods that a framework gives it',
    `import torch.nn as nn
class Base:
    @property
    def size(self): return self.n * 2
class Child(Base):
    n = 3
    @property
    def size(self): return super().size + 1
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.tail = nn.Linear(2, 1)
    def train(self, mode=True):
        super().train(mode)
        return 'train' if mode else 'eval'
    def parameters(self): return list(super().parameters())
net = Net(); print(Child().size, net.train(False), net.training, len(net.parameters()), list(net.state_dict()))
class Plain(Base):
    def own(self): self.x = 1; return super().x
try: Plain().own()
except AttributeError as e: print(e)`,
    `7 eval False 2 ['tail.weight', 'tail.bias']
'super' object has no attribute 'x'
`,
  ],
  [
    'iterators and slices of ranges',
    `it = iter([1,2,3,4]); print(list(zip(it, it))); g = (x*x for x in range(4)); print(next(g), sum(g), list(g))
m = map(int, '123'); print(2 in m, list(m)); z = zip([1,2],[3,4]); print(list(zip(*z))); e = enumerate('ab'); print(next(e), dict(e))
r = range(10)[2:8:3]; print(r, list(r), r[-1], 5 in r, len(r), list(reversed(r)), r.index(5), r == range(2,8,3))`,
    `[(1, 2), (3, 4)]
0 14 []
True [3]
[(1, 2), (3, 4)]
(0, 'a') {1: 'b'}
range(2, 8, 3) [2, 5] 5 True 2 [5, 2] 1 True
`,
  ],
  [
    '__slots__',
    `class A:
    __slots__ = ('x',)
    def __init__(s): s.x = 1
a = A()
try: a.y = 2
except AttributeError as e: print(e)`,
    `'A' object has no attribute 'y'
`,
  ],
  [
    'descriptors',
    `class D:
    def __get__(s, o, t=None): return 42
    def __set__(s, o, v): print('set', v)
class A:
    d = D()
a = A(); print(a.d); a.d = 5; print(a.d)`,
    `42
set 5
42
`,
  ],
  [
    '__new__',
    `class A:
    def __new__(cls, *a): print('new', a); return super().__new__(cls)
    def __init__(s, *a): print('init', a)
A(1)`,
    `new (1,)
init (1,)
`,
  ],
  [
    '__init_subclass__',
    `class A:
    def __init_subclass__(cls, **kw): print('sub', cls.__name__)
class B(A): pass`,
    `sub B
`,
  ],
  [
    '__set_name__',
    `class S:
    def __set_name__(s, o, n): print('name', n)
class A: x = S()`,
    `name x
`,
  ],
  [
    'method resolution order',
    `class A(object):
    def f(self): return 'A'
class B(A):
    def f(self): return 'B' + super(B, self).f()
class C(A):
    def f(self): return 'C' + super().f()
class E(B, C): pass
print(E().f(), [c.__name__ for c in E.__mro__], E.__bases__)`,
    `BCA ['E', 'B', 'C', 'A', 'object'] (<class '__main__.B'>, <class '__main__.C'>)
`,
  ],
  [
    'private names',
    `class A:
    def __init__(s): s.__x = 1; s.__y__ = 2
    def get(s): return s.__x
    def __priv(s): return 'p'
    def call(s): return s.__priv()
a = A(); print(a.get(), a.call(), sorted(a.__dict__))
print(a._A__x, hasattr(a, '__x'))
class B(A):
    def get2(s): return s.__x
try: B().get2()
except AttributeError as e: print(e)`,
    `1 p ['_A__x', '__y__']
1 False
'B' object has no attribute '_B__x'
`,
  ],
  [
    '__setattr__ that keeps a list of parameters',
    `class Param:
    def __init__(self, d): self.data = d
class Layer:
    def __init__(self): self._params = set()
    def __setattr__(self, name, value):
        if isinstance(value, (Param, Layer)): self._params.add(name)
        super().__setattr__(name, value)
    def params(self):
        for n in sorted(self._params):
            o = self.__dict__[n]
            if isinstance(o, Layer): yield from o.params()
            else: yield o
class Lin(Layer):
    def __init__(self, i, o):
        super().__init__()
        self.W = Param(np.ones((i, o))); self.b = Param(np.zeros(o)); self.n = 3
class Net(Layer):
    def __init__(self):
        super().__init__(); self.l1 = Lin(2,3); self.l2 = Lin(3,1)
print([p.data.shape for p in Net().params()], Net()._params == {'l1','l2'})`,
    `[(2, 3), (3,), (3, 1), (1,)] True
`,
  ],
  [
    'a class with one instance',
    `class S:
    _i = None
    def __new__(cls, *a, **k):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, v=0): self.v = v
a, b = S(1), S(2); print(a is b, a.v)`,
    `True 2
`,
  ],
  [
    'equality without a hash',
    `class A:
    def __eq__(s,o): return True
try: {A(): 1}
except TypeError as e: print(e)
print(A() in [1], [1,2].count(A()), A() != 3)`,
    `unhashable type: 'A'
True 2 False
`,
  ],
  [
    'subclasses that register themselves',
    `class Reg:
    subs = []
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); Reg.subs.append(cls.__name__)
class P(Reg): pass
class Q(P): pass
print(Reg.subs)`,
    `['P', 'Q']
`,
  ],
  [
    'a descriptor that checks its values',
    `class Typed:
    def __set_name__(s, o, n): s.n = '_' + n
    def __get__(s, o, t): return s if o is None else getattr(o, s.n)
    def __set__(s, o, v):
        if not isinstance(v, int): raise TypeError('int needed')
        setattr(o, s.n, v)
class C:
    stride = Typed()
    def __init__(s, st): s.stride = st
c = C(2); print(c.stride, c._stride)
try: c.stride = 'a'
except TypeError as e: print(e)
print(type(C.stride).__name__)`,
    `2 2
int needed
Typed
`,
  ],
  [
    '__getattr__',
    `class M:
    def __getattr__(self, n):
        if n.startswith('get_'): return lambda: n[4:]
        raise AttributeError(n)
m = M(); print(m.get_x(), hasattr(m, 'foo'), getattr(m, 'zz', 5))`,
    `x False 5
`,
  ],
  [
    '__dict__ and vars',
    `class Layer:
    def __init__(self, **kw):
        self.__dict__.update(kw)
        self.__dict__['extra'] = 1
    def __str__(self): return f"{self.__class__.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
a = Layer(f=2, w=[1.0])
d = a.__dict__
a.z = 5
print(a, d, 'z' in vars(a), a.extra)
del d['z']
print(hasattr(a, 'z'), len(vars(a)))
try: vars(3)
except TypeError as e: print(e)`,
    `Layer(f=2, w=[1.0], extra=1, z=5) {'f': 2, 'w': [1.0], 'extra': 1, 'z': 5} True 1
False 3
vars() argument must have __dict__ attribute
`,
  ],
  [
    'unions of types, and NumPy types by the names of C',
    `class A: pass
Number = int | float
print(isinstance(3, Number), isinstance(A(), Number), isinstance(A(), Number | A), np.byte(3).dtype, np.intc(2).dtype)`,
    `True False True int8 int32
`,
  ],
])('%s', (_title, program, expected) => {
  const { output, error } = runCode(`import numpy as np\n${program}\n`);
  expect(error).toBeUndefined();
  expect(output).toBe(expected);
});

it.each([
  ['the special method __del__', 'class A:\n    def __del__(self): print(1)\na = A()\ndel a'],
  ['the special method __del__', 'class A:\n    def __del__(self): A.freed = 1\nA()'],
  ['classes derived from list', 'class Rows(list):\n    pass\nprint(Rows([1]))'],
  [
    'keys whose class defines __hash__',
    'class A:\n    def __hash__(self): return 1\n    def __eq__(self, other): return True\nprint({A(): 1})',
  ],
  ['function.__defaults__', 'def f(a, b=2): return a\nprint(hasattr(f, "__defaults__"))'],
])('%s is refused by name', (name, program) => {
  const { error } = runCode(`${program}\n`);
  expect(error?.type).toBe('NotSupported');
  expect(error?.message).toContain(name);
});

it('objects with __del__ that variables hold at the end were never freed', () => {
  const { output, error } = runCode(`class Engine:
    made = 0
    def __init__(self):
        self.operations = []
        Engine.made += 1
    def __del__(self):
        """Frees the operations."""
        del self.operations
        Engine.made -= 1
one, several = Engine(), [Engine(), {'k': Engine()}]
print(Engine.made)
`);
  expect([output, error]).toEqual(['3\n', undefined]);
});
