/** What was shown and closed is given back: memory returns to within 10 % of the start. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { FakePanel } from './FakePanel';
import { runsOf } from '../../everything';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** 90 kB of numbers with the output. */
const text =
  'import numpy as np\nnp.random.seed(1)\nx = np.random.randn(1, 32, 32, 4)\n' +
  'W = np.random.randn(3, 3, 4, 8)\nb = np.random.randn(1, 1, 1, 8)\n';

/** Bytes. */
async function used(): Promise<number> {
  for (let turn = 0; turn < 4; turn++) {
    await setImmediate();
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The panel forgets what it was sent, as a page does. */
function step(panel: FakePanel, t: number): void {
  panel.seek(t);
  panel.frames.clear();
  panel.received.splice(0, panel.received.length, panel.state);
}

async function openAndClose(count: number): Promise<void> {
  for (let k = 0; k < count; k++) {
    const panel = FakePanel.showing(text, 'conv');
    step(panel, 10 * k);
    panel.session.close();
    await setImmediate();
  }
}

test('panels opened and closed', async () => {
  await openAndClose(20);
  const before = await used();
  await openAndClose(runsOf(200));
  expect(await used()).toBeLessThan(1.1 * before);
}, 240_000);

test('steps of one panel', async () => {
  const panel = FakePanel.showing(text, 'conv');
  const { count } = panel.layer.timeline;
  const play = (steps: number) => {
    for (let k = 0; k < steps; k++) step(panel, k % count);
  };
  play(1000);
  const before = await used();
  play(runsOf(10_000));
  expect(await used()).toBeLessThan(1.1 * before);
}, 240_000);
