/** Calls that open nothing have no lens, and each lens that remains opens. */
import { describe, expect, it } from 'vitest';
import { msg, LensError } from '../../../core/message';
import { CancelledError } from '../../../extension/session/compute/LayerComputer';
import { findLenses } from '../../../extension/session/lens/findLenses';
import { OpeningCache, type OpeningRequest } from '../../../extension/session/lens/OpeningCache';
import { openingLenses } from '../../../extension/session/lens/openingLenses';
import { around } from '../../../extension/session/open/document/around';
import { openText } from '../../../extension/session/openText';
import type { TextSource } from '../../../extension/session/source/LensSource';
import { readSource } from '../../../extension/session/source/readSource';

const IMPORTS = 'import numpy as np\nimport torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const CONV = 'x = tf.ones((1, 4, 4, 1))\nconv = layers.Conv2D(1, 2)\ny = conv(x)\n';

function lensesIn(text: string) {
  return findLenses(text, { languageId: 'python', from: 0, to: text.length }).lenses;
}

function sourceIn(text: string) {
  return ([start, end]: readonly [number, number]): TextSource => {
    const segments = [{ offset: start, text: text.slice(start, end) }];
    return { kind: 'text', name: 'a.py', languageId: 'python', segments, ...around(text, 'python', segments) };
  };
}

/** The lines with a lens over a call. */
async function linesOf(text: string): Promise<string[]> {
  const opening = await openingLenses(lensesIn(text), sourceIn(text), (source) => Promise.resolve(readSource(source)));
  return opening.filter(({ call }) => call).map(({ offset }) => text.slice(offset).split('\n', 1)[0]!);
}

describe('no lens, and the command refuses with a reason', () => {
  it.each([
    [
      'a placeholder',
      'x = tf.placeholder(tf.float32, [1, 3, 3, 1])\ny = tf.nn.max_pool(x, 2, 1, "SAME")\n',
      'gets no value where the graph runs',
    ],
    [
      'a Keras convolution with weights of an unknown initialiser',
      CONV.replace('1, 2)', '1, 2, kernel_initializer="orthogonal")'),
      'the weights of layers.Conv2D are not in the text',
    ],
    ['a picture from a file', 'x = torch.load("x.pt")\ny = F.max_pool2d(x, 2)\n', 'torch.load reads data'],
    ['shapes that do not fit', 'y = F.conv2d(torch.ones(1, 3, 4, 4), torch.ones(1, 2, 2, 2))\n', 'channels'],
    ['a kernel that is too large', 'y = F.max_pool2d(torch.ones(1, 1, 2, 2), 3)\n', 'kernel'],
    ['a call that is not reached', 'if False:\n    y = F.max_pool2d(torch.ones(1, 1, 2, 2), 2)\n', 'not reached'],
    ['a name without a value', 'y = F.max_pool2d(batch, 2)\n', 'batch is not defined'],
  ])('%s', async (_, code, message) => {
    const text = IMPORTS + code;
    expect(lensesIn(text).filter(({ call }) => call)).toHaveLength(1);
    expect(await linesOf(text)).toEqual([]);
    expect(openText({ text, languageId: 'python' })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('a lens', () => {
  it.each([
    ['an initialiser', CONV.replace('1, 2)', '1, 2, kernel_initializer="ones")')],
    [
      'set_weights',
      CONV.replace('\ny =', '\nconv.build((1, 4, 4, 1))\nconv.set_weights([w, b])\ny =').replace(
        'x =',
        'w = np.ones((2, 2, 1, 1))\nb = np.ones(1)\nx =',
      ),
    ],
    ['a PyTorch layer', 'conv = nn.Conv2d(1, 1, 2)\ny = conv(torch.ones(1, 1, 3, 3))\n'],
    ['a Keras pooling layer', 'pool = layers.MaxPool2D()\ny = pool(tf.ones((1, 4, 4, 1)))\n'],
    ['a constant', 'x = tf.ones((1, 4, 4, 1))\ny = tf.nn.max_pool(x, 2, 1, "SAME")\n'],
  ])('%s', async (_, text) => {
    expect(await linesOf(IMPORTS + text)).toHaveLength(1);
  });

  it('each call of a text has one where it opens, whatever the others do', async () => {
    const text = `${IMPORTS}x = torch.ones(1, 1, 4, 4)
a = F.max_pool2d(x, 2)
b = F.max_pool2d(torch.load("b.pt"), 2)
# %%
c = F.max_pool2d(b, 2)
d = F.max_pool2d(x, 5)
e = F.avg_pool2d(x, 2)
`;
    expect(await linesOf(text)).toEqual(['F.max_pool2d(x, 2)', 'F.avg_pool2d(x, 2)']);
  });

  it('a text that cannot be read in time has none; one that no thread could read keeps them', async () => {
    const text = `${IMPORTS}y = F.max_pool2d(torch.ones(1, 1, 2, 2), 2)\n`;
    const tooLong = () => Promise.reject(new LensError(msg('this takes longer than {0} s', 20)));
    expect(await openingLenses(lensesIn(text), sourceIn(text), tooLong)).toEqual([]);
    expect(await openingLenses(lensesIn(text), sourceIn(text), () => Promise.resolve(undefined))).toHaveLength(1);
  });
});

describe('the cache', () => {
  const text = `${IMPORTS}x = np.array([[1, 2], [3, 4]])\ny = F.max_pool2d(torch.ones(1, 1, 2, 2), 2)\n`;
  const document = {};
  const request = (state: string): OpeningRequest => ({ state, lenses, sourceOf: sourceIn(text) });
  const lenses = lensesIn(text);

  it('reads a state once, and shows the lenses over literals before it is read', async () => {
    let readings = 0;
    const cache = new OpeningCache((source) => {
      readings++;
      return Promise.resolve(readSource(source));
    });
    expect(cache.ready(lenses)).toEqual(lenses.filter(({ call }) => !call));
    await Promise.all([cache.update(document, request('1')), cache.update(document, request('1'))]);
    expect([readings, cache.ready(lenses)]).toEqual([1, lenses]);
    await cache.update(document, request('2'));
    expect(readings).toBe(2);
  });

  it('a new state cancels the reading of the last one, and is read after it', async () => {
    const states: string[] = [];
    let started: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (started = resolve));
    const cache = new OpeningCache(
      (source, token) =>
        new Promise((resolve, reject) => {
          states.push('begins');
          if (states.length > 1) return resolve(readSource(source));
          token.onCancellationRequested(() => {
            states.push('cancelled');
            reject(new CancelledError());
          });
          started();
        }),
    );
    const earlier = cache.update(document, request('1'));
    await first;
    await cache.update(document, request('2'));
    await earlier;
    expect(states).toEqual(['begins', 'cancelled', 'begins']);
    expect(cache.ready(lenses)).toEqual(lenses);
  });
});
