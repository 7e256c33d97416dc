/** A far server: 150 ms on the connection from the start. What needs no answer works while the connection is held; playing shows every step. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { courseCase, courseText } from '../../shared/course';
import { delayingProxy, type DelayingProxy } from '../harness/delayingProxy';
import { runsOf } from '../../everything';
import type { Panel } from '../harness/Panel';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in file' });
let proxy: DelayingProxy;

beforeAll(async () => {
  proxy = await delayingProxy(inject('origin'));
  proxy.delay = 150;
});
afterAll(() => proxy.stop());

interface Noted {
  readonly drawn: readonly number[];
  readonly received: readonly number[];
  /** Of all messages to the panel, as VS Code's protocol writes them: JSON, and buffers next to it. */
  readonly bytes: number;
}

/** Notes from now on every step that is drawn and every frame that arrives. */
async function noteSteps(panel: Panel): Promise<() => Promise<Noted>> {
  await panel.body.evaluate((body) => {
    const noted = { drawn: [] as number[], received: [] as number[], bytes: 0 };
    Object.assign(window, { noted });
    const bytesOf = (message: unknown): number => {
      let buffers = 0;
      const json = JSON.stringify(message, (_, value: unknown) => {
        if (!ArrayBuffer.isView(value)) return value;
        buffers += value.byteLength;
        return { view: value.constructor.name, byteOffset: value.byteOffset, byteLength: value.byteLength };
      });
      return buffers + new TextEncoder().encode(json).length;
    };
    new MutationObserver(() => {
      const t = Number(body.dataset['t']);
      if (t !== noted.drawn.at(-1)) noted.drawn.push(t);
    }).observe(body, { attributes: true, attributeFilter: ['data-t'] });
    window.addEventListener('message', ({ data }: MessageEvent<{ type?: string; frames?: { t: number }[] }>) => {
      noted.bytes += bytesOf(data);
      if (data.type === 'frames') noted.received.push(...(data.frames ?? []).map(({ t }) => t));
    });
  });
  return () => panel.body.evaluate(() => (window as unknown as { noted: Noted }).noted);
}

test('steps ahead, hovering and words come without a round trip; playing at 30 steps per second draws each step', async () => {
  const files = { 'pool.py': courseText(courseCase('pool_backward_max')) };
  const { workbench } = await open({ files, open: 'pool.py', origin: proxy.origin });
  await workbench.extended();
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  const { count } = await panel.position();
  const noted = await noteSteps(panel);
  await panel.seek(20);
  // The frames ahead arrive without being asked for one by one.
  await expect.poll(async () => (await noted()).received).toEqual(expect.arrayContaining([21, 22, 23]));

  proxy.hold();
  const forward = panel.frame.locator('[data-action=forward]');
  for (let t = 21; t <= 23; t++) await forward.click();
  await expect.poll(async () => (await noted()).drawn.slice(-3)).toEqual([21, 22, 23]);
  await panel.map('x').locator('.map-surface').hover();
  await expect.poll(() => panel.frame.locator('.tooltip').isVisible()).toBe(true);
  proxy.release();

  const speed = panel.frame.locator('[data-action=speed]');
  await speed.click();
  await speed.getByRole('option', { name: '30/s', exact: true }).click();
  await panel.click('first');
  const played = await noteSteps(panel);
  await panel.frame.locator('[data-action=play]').click();
  await expect.poll(async () => (await played()).drawn.at(-1), { timeout: 60_000 }).toBe(count - 1);
  expect((await played()).drawn).toEqual(Array.from({ length: count - 1 }, (_, k) => k + 1));

  expect(workbench.problems.list()).toEqual([]);
});

test('of an input of 512×512 a step sends less than 2.5 kB', async () => {
  const text =
    'import numpy as np\nnp.random.seed(1)\nx = np.random.randn(1, 512, 512, 1)\nW = np.random.randn(3, 3, 1, 1)\n';
  const { workbench } = await open({ files: { 'large.py': text }, open: 'large.py', origin: proxy.origin });
  await workbench.extended();
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await panel.seek(1000);
  const noted = await noteSteps(panel);
  const forward = panel.frame.locator('[data-action=forward]');
  const count = runsOf(100);
  for (let t = 1001; t <= 1000 + count; t++) {
    await forward.click();
    await expect.poll(async () => (await noted()).drawn.at(-1)).toBe(t);
  }
  // Steps ahead are among those received. VS Code's own traffic, of which a busy machine has more, is not counted.
  const { received, bytes: all } = await noted();
  const steps = new Set(received).size;
  expect(steps).toBeGreaterThan(count / 2);
  const bytes = all / steps;
  console.log(`${bytes.toFixed(0)} bytes a step, ${steps} steps`);
  expect(bytes).toBeLessThan(2500);
});

// Last: its file has changes that are not saved.
test('a text is opened and edited, and a field is changed', async () => {
  const files = { 'x.py': 'X = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]\n' };
  const { workbench } = await open({ files, open: 'x.py', origin: proxy.origin });
  await workbench.extended();
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Pooling');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual([
    [6, 8],
    [14, 16],
  ]);
  await workbench.cursorTo(1, 8);
  await workbench.page.keyboard.type('9');
  await expect
    .poll(() => panel.values('z'))
    .toEqual([
      [19, 8],
      [14, 16],
    ]);
  await panel.setField('stride', '1');
  await expect.poll(async () => (await panel.position()).count).toBe(9);
  expect(workbench.problems.list()).toEqual([]);
});
