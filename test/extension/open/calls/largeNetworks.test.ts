/** Networks with more work than is done before a layer opens, or with lines that do not run. */
import { describe, expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

const SETUP = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\ntorch.manual_seed(0)\n';

describe('a layer behind others that take too much work', () => {
  const net = `${SETUP}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.wide = nn.Conv2d(16, 8, 63)
        self.narrow = nn.Conv2d(8, 4, 3, stride=2)
        self.pool = nn.MaxPool2d(2)
    def forward(self, x):
        x = self.wide(x)
        x = self.narrow(x)
        return self.pool(x)
net = Net()
x = torch.randn(1, 16, 160, 160)
y = net(x)
`;
  const note = 'layers before this one take too much work: random numbers are used as their results';

  it('opens with random numbers, which it states', () => {
    const opened = layer(python(net, { cursor: net.indexOf('x = self.narrow') }));
    expect(opened).toMatchObject({ operation: 'conv_forward', roles: { x: { shape: [1, 98, 98, 8] } } });
    expect(opened.assumptions).toEqual([note]);
    expect(new Set(opened.roles['x']!.values.slice(0, 100)).size).toBe(100);
  });

  it('the first one has its own numbers', () => {
    expect(layer(python(net, { cursor: net.indexOf('x = self.wide') })).assumptions).toEqual([]);
  });

  it('what is computed with the results further down states it too, other layers do not', () => {
    const text = `${net}z = F.max_pool2d(y, 2)\nv = F.max_pool2d(x, 2)\n`;
    expect(layer(python(text, { cursor: text.indexOf('z =') })).assumptions).toEqual([note]);
    expect(layer(python(text, { cursor: text.indexOf('v =') })).assumptions).toEqual([]);
  });

  it.each([
    ['outs = []\nouts.append(y)\n', 'outs[0]'],
    ['outs = {}\nouts["y"] = y\nouts["x"] = 1\n', 'outs["y"]'],
  ])('so does what has them in a list or a dictionary: %j', (kept, taken) => {
    const text = `${net}${kept}z = F.max_pool2d(${taken}, 2)\n`;
    expect(layer(python(text, { cursor: text.indexOf('z =') })).assumptions).toEqual([note]);
  });
});

it('weights that are too large are unknown: the layers before them open', () => {
  const text = `${SETUP}net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(25088, 4096))\ny = net(torch.ones(1, 1, 114, 114))\n`;
  expect(layer(python(text))).toMatchObject({ operation: 'conv_forward', roles: { w: { shape: [3, 3, 1, 2] } } });
});

it('a line that does not run because of the work before it is not another layer', () => {
  const text = `${SETUP}def double(x):
    return F.max_pool2d(x, 2)
def convolve(x):
    for _ in range(100000):
        for _ in range(100):
            x = x + 1
    return F.conv2d(x, torch.ones(1, 1, 2, 2))
x = torch.ones(1, 1, 4, 4)
y = double(x)
z = convolve(x)
`;
  const [message] = refusal(python(text, { cursor: text.indexOf('    return F.conv2d') }));
  expect(message).toMatch(/^this would take \d+ operations/);
});

describe('a function that calls others', () => {
  const text = `${SETUP}class Block(nn.Module):
    def __init__(self, turns):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 3, padding=1)
        self.skip = nn.Conv2d(1, 1, 1) if turns else None
    def forward(self, x):
        y = self.conv(
            F.relu(
                self.conv(x)))
        if self.skip:
            x = self.skip(x)
        return y + x
def main():
    first = Block(False)
    a = first(torch.ones(1, 1, 3, 3))
    second = Block(True)
    b = second(torch.ones(1, 1, 5, 5))
main()
`;
  const opened = (at: string): ReturnType<typeof layer> => layer(python(text, { cursor: text.indexOf(at) }));

  it('opens the layers of the call at the cursor', () => {
    expect(opened('a = first').roles['x']!.shape).toEqual([1, 3, 3, 1]);
    expect(opened('b = second').roles['x']!.shape).toEqual([1, 5, 5, 1]);
  });

  it('opens a line that only a later call runs', () => {
    const text2 = text.replace('def main():\n', 'if True:\n').replace('main()\n', '');
    expect(layer(python(text2, { cursor: text2.indexOf('x = self.skip') })).roles['w']!.shape).toEqual([1, 1, 1, 1]);
    expect(opened('x = self.skip').roles['w']!.shape).toEqual([1, 1, 1, 1]);
  });

  it('opens the call that begins on the line, not one around it', () => {
    expect(new Set(opened('self.conv(x)').roles['x']!.values)).toEqual(new Set([1]));
  });
});

it('the call of an object whose input is not known is not another layer of the text', () => {
  const text = `${SETUP}class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 3)
    def forward(self, x):
        return self.conv(x)
net = Net()
pool = nn.MaxPool2d(2)
p = pool(torch.ones(1, 1, 4, 4))
for batch in loader:
    y = net(batch)
`;
  expect(refusal(python(text, { cursor: text.indexOf('y = net') }))[0]).toMatch(/loader/);
});

it('a function in one cell that a function of a later cell calls: the line at the cursor', () => {
  const text = `# %%
${SETUP}
# %%
def small_net(x, w1, w2):
    h = F.conv2d(x, w1, padding=1)
    return F.conv2d(h, w2)

# %%
def small_net_test():
    x = torch.ones(1, 1, 4, 4)
    y = small_net(x, torch.ones(2, 1, 3, 3), torch.ones(1, 2, 1, 1))
    print(y.shape)

small_net_test()
`;
  const opened = (at: string): ReturnType<typeof layer> => layer(python(text, { cursor: text.indexOf(at) }));
  expect(opened('h = F.conv2d').roles['w']!.shape).toEqual([3, 3, 1, 2]);
  expect(opened('return F.conv2d').roles['w']!.shape).toEqual([1, 1, 2, 1]);
});

it('the call of an object whose input is too large is refused for it, and no array of the text opens', () => {
  const text = `${SETUP}sizes = torch.tensor([[1, 2], [3, 4]])
def make():
    return nn.Sequential(nn.Conv2d(1, 1, 3))
net, loss = make(), nn.MSELoss()
images = torch.zeros(4000, 1, 64, 64)
y = net(images)
`;
  const [message] = refusal(python(text, { cursor: text.indexOf('y = net') }));
  expect(message).toBe('an array of shape (4000, 1, 64, 64) would hold 16384000 numbers, more than 10000000');
});
