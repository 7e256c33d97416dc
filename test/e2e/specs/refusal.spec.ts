/** A text that opens no layer: its message offers the arrays that can be read, or to run the text's own layers, and shows them. */
import { expect, test } from 'vitest';
import { useWorkbench } from '../harness/session';

const open = useWorkbench({ shared: 'in any file' });

/** A function of another file, which no result in the text explains. */
const CODE = `class Blur {
  void run() {
    int[][] image = {{3, 1, 4}, {1, 5, 9}, {2, 6, 5}};
    int[][] kernel = {{1, 2}, {0, 1}};
    int[][] out = Filters.convolve(image, kernel, Border.WRAP);
  }
}
`;

/** Nothing calls the class. */
const POOL = `import numpy as np

class MaxPool:
    def __init__(self, size=2, stride=2):
        self.size, self.stride = size, stride

    def forward(self, x):
        n, h, w, c = x.shape
        rows = (h - self.size) // self.stride + 1
        cols = (w - self.size) // self.stride + 1
        out = np.zeros((n, rows, cols, c))
        for row in range(rows):
            for col in range(cols):
                top, left = row * self.stride, col * self.stride
                out[:, row, col] = x[:, top:top + self.size, left:left + self.size].max(axis=(1, 2))
        return out
`;

/** Only the whole program tells what its function computes. */
const PROGRAM = `#include <stdio.h>

static const int x[4][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 17}};
static int y[2][2];

static void max_pool(void) {
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) {
      int best = -1;
      for (int m = 0; m < 2; m++)
        for (int n = 0; n < 2; n++)
          if (x[2 * i + m][2 * j + n] > best) best = x[2 * i + m][2 * j + n];
      y[i][j] = best;
    }
}

int main(void) {
  max_pool();
  return y[0][0];
}
`;

test('a class that nothing calls: Check My Code in the message runs it, Show Steps opens its steps', async () => {
  const { workbench } = await open({ files: { 'pool.py': POOL }, open: 'pool.py' });
  await workbench.page.locator('.codelens-decoration', { hasText: 'Check my code' }).waitFor();
  await workbench.cursorTo(7);
  await workbench.command('Layer Lens: Step Through Pooling');
  const refusal = await workbench.notifications.containing('the text defines MaxPool, but does not call it');
  await refusal.getByText('Check My Code', { exact: true }).click();
  const agreement = await workbench.notifications.containing('the checked function agrees with its layer');
  await agreement.getByText('Show Steps', { exact: true }).click();
  const panel = await workbench.panel();
  await expect.poll(() => panel.mapIds()).toEqual(expect.arrayContaining(['yours', 'layer']));
});

test('Inspect Arrays in the message of a refusal opens the arrays of the text', async () => {
  const { workbench } = await open({ files: { 'Blur.java': CODE }, open: 'Blur.java' });
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Layer');
  const message = await workbench.notifications.containing('Filters.convolve is not supported in Java code');
  await message.getByText('Inspect Arrays', { exact: true }).click();
  const panel = await workbench.panel();
  expect(await panel.values('array')).toEqual([
    [3, 1, 4],
    [1, 5, 9],
    [2, 6, 5],
  ]);
});

test('with the cursor at the top of a program, its layer opens', async () => {
  const { workbench } = await open({ files: { 'pool.c': PROGRAM }, open: 'pool.c' });
  await workbench.cursorTo(1);
  await workbench.command('Layer Lens: Step Through Layer');
  const panel = await workbench.panel();
  await panel.click('last');
  await expect
    .poll(() => panel.values('z'))
    .toEqual([
      [6, 8],
      [14, 17],
    ]);
  expect(workbench.problems.list()).toEqual([]);
});
