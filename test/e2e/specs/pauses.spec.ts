/** The extension host, which all extensions share, stays free while a hostile text is evaluated and refused. */
import { expect, test } from 'vitest';
import { pausesDuring, withProbe } from '../harness/probe';
import { useWorkbench } from '../harness/session';

const open = useWorkbench();

/** Milliseconds of the host's own work between two ticks of a timer. */
const mostPause = 100;

const hostile = `x = [1]
for i in range(90000):
    x = [i * j for j in range(2000)]
    y = [[x, x], [x, x]]
`;

test('no pause of 100 ms while a text that never ends is evaluated', async () => {
  const { workbench, workspace } = await open({ files: { 'x.py': hostile }, open: 'x.py' });
  await withProbe(workbench, workspace, 'x.py');
  const pauses = await pausesDuring(workspace, async () => {
    await workbench.extended();
    await workbench.selectAll();
    await workbench.command('Layer Lens: Inspect Array');
    await expect.poll(() => workbench.notifications(), { timeout: 60_000 }).not.toEqual([]);
  });
  expect(pauses.filter((pause) => pause >= mostPause)).toEqual([]);
}, 240_000);
