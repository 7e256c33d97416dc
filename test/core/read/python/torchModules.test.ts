/** Modules, graphs and optimizers of PyTorch, and modules of Python; the expected output is that of CPython 3.11 with PyTorch 1.13. */
import { expect, it } from 'vitest';
import { runCode } from '../../../../core/read/python/runCode';

it.each([
  [
    'modules inside of a module',
    `import torch.nn as nn
import torch
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 2, bias=False)
        self.rest = nn.Sequential(nn.ReLU(), nn.MaxPool2d(2))
        self.k = 3
    def forward(self, x): return self.rest(self.conv(x))
net = Net()
def init(m):
    if type(m) == nn.Conv2d: m.weight.data.fill_(0.5)
net.apply(init)
print([(name, m.__class__.__name__) for name, m in net.named_modules()], [name for name, _ in net.named_children()], len(list(net.modules())))
print([isinstance(m, nn.MaxPool2d) for m in net.modules()], isinstance(net.conv, nn.Module), isinstance(net.conv, (nn.Linear, nn.ReLU)))
print(net(torch.arange(9.).reshape(1, 1, 3, 3)).detach().numpy())`,
    `[('', 'Net'), ('conv', 'Conv2d'), ('rest', 'Sequential'), ('rest.0', 'ReLU'), ('rest.1', 'MaxPool2d')] ['conv', 'rest'] 5
[False, False, False, False, True] True False
[[[[12.]]]]
`,
  ],
  [
    "the learning rate of an optimizer's group",
    `import torch
w = torch.nn.Parameter(torch.ones(2))
optimizer = torch.optim.SGD([w], lr=0.1)
for group in optimizer.param_groups: group['lr'] *= 5
w.sum().backward()
optimizer.step()
print(w.detach().numpy(), optimizer.param_groups[0]['lr'], len(optimizer.param_groups))`,
    `[0.5 0.5] 0.5 1
`,
  ],
  [
    'queues',
    `from collections import deque
import numpy as np
d = deque([1, 2, 3], maxlen=3)
d.append(4)
print(d, d[0], d[-1], d.maxlen, 3 in d)
d.appendleft(0)
d.rotate(1)
print(d, d.pop(), d.popleft(), list(d))
d.extend([7, 8])
d.extendleft([1, 2])
print(d, np.array(d), sum(d), isinstance(d, list), isinstance(d, deque), deque([1]) == [1], deque([1]) + deque([2]))
try: d[0:1]
except TypeError as e: print(e)
try: deque().popleft()
except IndexError as e: print(e)`,
    `deque([2, 3, 4], maxlen=3) 2 4 3 True
deque([0], maxlen=3) 2 3 [0]
deque([2, 1, 0], maxlen=3) [2 1 0] 3 False True False deque([1, 2])
sequence index must be integer, not 'slice'
pop from an empty deque
`,
  ],
  [
    'context managers that suppress exceptions or do nothing',
    `from contextlib import suppress, nullcontext
with suppress(ValueError, ZeroDivisionError):
    print(1 / 0)
with nullcontext(5) as v:
    print(v)
try:
    with suppress(ValueError): 1 / 0
except ZeroDivisionError as e: print(e)`,
    `5
division by zero
`,
  ],
  [
    'statistics of Python numbers',
    `import statistics as st
print(st.mean([1, 2, 3]), st.mean([1, 2]), st.median([3, 1, 2]), st.median([4, 1, 2, 3]), st.median_low([1, 2]), st.variance([1, 2, 3]), st.pvariance([1, 2]), st.mode([1, 2, 2]), st.multimode('aabb'), st.fmean([1, 2]))`,
    `2 1.5 2 2.5 1 1 0.25 2 ['a', 'b'] 1.5
`,
  ],
  [
    'parameters of modules as operands',
    `import torch
import torch.nn as nn
c, d = nn.Conv2d(1, 1, 2, bias=False), nn.Conv2d(1, 1, 2, bias=False)
with torch.no_grad():
    c.weight.fill_(2.0)
    d.weight.copy_(torch.arange(4.0).reshape(1, 1, 2, 2))
print((c.weight * d.weight).detach().numpy().ravel(), (d.weight > 1).numpy().ravel(), (d.weight == c.weight).numpy().ravel(), abs(-d.weight).detach().numpy().ravel(), len(d.weight), d.weight is d.weight, d.weight is c.weight)
for plane in d.weight: print(plane.detach().numpy().ravel())`,
    `[0. 2. 4. 6.] [False False  True  True] [False False  True False] [0. 1. 2. 3.] 1 True False
[0. 1. 2. 3.]
`,
  ],
  [
    'values that a layer is given are copied',
    `import torch
import torch.nn as nn
c, d, t = nn.Linear(2, 1, bias=False), nn.Linear(2, 1, bias=False), torch.tensor([[1.0, 2.0]])
with torch.no_grad(): c.weight.copy_(t)
t.zero_()
state, data = c.state_dict(), c.weight.data
print(c.weight, state, data[0, 0])
d.load_state_dict(state)
optimizer = torch.optim.SGD(d.parameters(), lr=1.0)
d(torch.ones(1, 2)).sum().backward()
optimizer.step()
with torch.no_grad(): c.weight.add_(1)
print(state['weight'], data, d.weight.data, d.weight.requires_grad, data.requires_grad)`,
    `Parameter containing:
tensor([[1., 2.]], requires_grad=True) OrderedDict([('weight', tensor([[1., 2.]]))]) tensor(1.)
tensor([[2., 3.]]) tensor([[2., 3.]]) tensor([[0., 1.]]) True False
`,
  ],
  [
    'a graph is passed once, unless it is kept or nothing of it was saved',
    `import torch
x = torch.tensor([1.0, 2.0], requires_grad=True)
for make in (lambda: (x + 1).view(1, 2).sum(), lambda: (x * x).sum(), lambda: (x ** 2).mean()):
    y = make(); y.backward()
    try: y.backward(); print('twice', x.grad)
    except RuntimeError as e: print(str(e)[:55])
y = (x * x).sum(); y.backward(retain_graph=True); y.backward(); print(x.grad)
shared = x * 2; shared.sum().backward()
try: (shared + 1).sum().backward()
except RuntimeError as e: print(str(e)[:55])`,
    `twice tensor([2., 2.])
${'Trying to backward through the graph a second time (or \n'.repeat(2)}tensor([ 9., 16.])
Trying to backward through the graph a second time (or 
`,
  ],
  [
    'names of gradients',
    `import torch
import torch.nn as nn
import torch.nn.functional as F
x = torch.ones(1, 1, 2, 2, requires_grad=True)
print(x.flip(1), F.conv_transpose2d(x, torch.ones(1, 1, 1, 1)), F.fold(F.unfold(x, 2), (2, 2), 2), torch.bmm(x[0], x[0]), x.roll(1, 2))
x.sum().backward()`,
    `tensor([[[[1., 1.],
          [1., 1.]]]], grad_fn=<FlipBackward0>) tensor([[[[1., 1.],
          [1., 1.]]]], grad_fn=<ConvolutionBackward0>) tensor([[[[1., 1.],
          [1., 1.]]]], grad_fn=<Col2ImBackward0>) tensor([[[2., 2.],
         [2., 2.]]], grad_fn=<BmmBackward0>) tensor([[[[1., 1.],
          [1., 1.]]]], grad_fn=<RollBackward0>)
`,
  ],
])('%s', (_, code, output) => {
  expect(runCode(code)).toMatchObject({ output });
});
