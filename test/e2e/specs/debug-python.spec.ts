/** A Python program under the real debugpy: NumPy arrays and lists, bit for bit, with nothing printed there. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { breakAt, debugConsole, start, stepOver, stop, variableMenu } from '../harness/debug';
import { courseCase, plane } from '../../shared/course';
import { useWorkbench } from '../harness/session';
import { python, testExtension } from '../harness/testExtension';

const open = useWorkbench({ shared: 'in any file' });

function has(...modules: string[]): boolean {
  return spawnSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' }).status === 0;
}

const debuggable = has('debugpy', 'numpy');
if (!debuggable) console.log(`${python} has no debugpy or no numpy: the tests of the Python debugger are skipped`);

/** The course's cell of pool_backward, up to the call. */
const numpyProgram = `import numpy as np

def pool_backward(dA, A_prev, nested):
    A_prev[4, 0, 1, 1] += 0.5
    return nested

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
pool_backward(dA, A_prev, [[1, 2.5], [float("nan"), -4]])
`;

test.skipIf(!debuggable)(
  'NumPy: the course’s pool_backward from the Variables view, a list, steps followed',
  async () => {
    const { workbench } = await open({ ...testExtension({ 'layer.py': numpyProgram }), open: 'layer.py' });
    await breakAt(workbench, 4);
    await start(workbench, 4);

    await variableMenu(workbench, 'A_prev', 'Step Through Variable: Pooling');
    const panel = await workbench.panel();
    expect(await panel.mapIds()).toContain('z');
    await variableMenu(workbench, 'dA', 'Step Through Variable: Pooling');
    await expect.poll(() => panel.mapIds()).toContain('dX');
    await panel.click('last');
    const expected = plane(courseCase('pool_backward_max').expected['dA_prev']!, 4, 1);
    const shown = await panel.values('dX');
    shown.forEach((row, h) => row.forEach((value, w) => expect(value).toBeCloseTo(expected[h]![w]!, 12)));
    expect(shown.length).toBe(5);

    await workbench.command('Layer Lens: Toggle Follow Debugger');
    await workbench.cursorTo(3, 31);
    await workbench.command('Layer Lens: Inspect Variable');
    await workbench.page.locator('.tab', { hasText: 'nested' }).waitFor();
    const inspected = await workbench.panel();
    await expect.poll(() => inspected.mapIds()).toEqual(['array']);
    expect(await inspected.values('array')).toEqual([
      [1, 2.5],
      [NaN, -4],
    ]);
    await workbench.cursorTo(4, 6);
    await workbench.command('Layer Lens: Inspect Variable');
    // What is not read before the step has no earlier values to compare with.
    await workbench.page.locator('.tab', { hasText: 'Layer Lens: A_prev – Program' }).waitFor();
    await expect.poll(() => inspected.body.innerText()).toContain('A_prev (5, 5, 3, 2)');
    await stepOver(workbench, 5);
    await expect.poll(() => inspected.body.innerText()).toMatch(/changed since the last stop\s1/);
    expect(await debugConsole(workbench)).toBe('');
    await stop(workbench);
    expect(workbench.problems.list()).toEqual([]);
  },
);

/** An image and a kernel of two filters; what is printed is the second filter's sum in the first window. */
const kernelProgram = `import numpy as np

def blur(image, kernel):
    total = np.sum(image[0, :3, :3, :] * kernel[..., 1])
    print(repr(float(total)))

np.random.seed(1)
blur(np.random.randn(1, 5, 6, 3), np.random.randn(3, 3, 3, 2))
`;

test.skipIf(!debuggable)('a convolution of an image takes the kernel of the same frame as its filter', async () => {
  const { workbench } = await open({ ...testExtension({ 'kernel.py': kernelProgram }), open: 'kernel.py' });
  await breakAt(workbench, 5);
  await start(workbench, 5);
  await variableMenu(workbench, 'image', 'Step Through Variable: Convolution');
  await workbench.page.locator('.statusbar-item', { hasText: 'the filter is kernel' }).waitFor();
  const panel = await workbench.panel();
  expect(await panel.body.innerText()).toContain('kernel (3, 3, 3, 2)');
  await panel.setField('filter', '1');
  await panel.click('last');
  const printed = Number(spawnSync(python, ['-c', kernelProgram]).stdout.toString());
  await expect.poll(async () => (await panel.values('z'))[0]?.[0]).toBeCloseTo(printed, 12);
  await stop(workbench);
  expect(workbench.problems.list()).toEqual([]);
});
