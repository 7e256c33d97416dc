import { test } from 'vitest';
import { useWorkbench } from '../harness/session';
const open = useWorkbench();
test('look', async () => {
  const { workbench } = await open({ files: { 'x.py': 'X = np.random.seed(1)\n' , 'y.json': JSON.stringify([1,2].map((a)=>[1,2,3,4].map((b)=>[1,2,3,4,5].map((c)=>a*b-c)))) }, open: 'y.json' });
  await workbench.command('Layer Lens: Inspect Array');
  const panel = await workbench.panel();
  await panel.ready();
  await workbench.page.screenshot({ path: '/tmp/look5.png' });
  await workbench.command('Layer Lens: Open an Example');
  await workbench.pick('conv_backward');
  await workbench.page.waitForTimeout(3000);
  await workbench.page.screenshot({ path: '/tmp/look6.png' });
  await workbench.command('Welcome: Open Walkthrough...');
  await workbench.pick('Step through your first layer');
  await workbench.page.waitForTimeout(3000);
  await workbench.page.screenshot({ path: '/tmp/look7.png' });
  console.log(workbench.problems.list());
});
