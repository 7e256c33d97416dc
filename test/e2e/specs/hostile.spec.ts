/** Inputs that cannot be shown, in an open panel: it states the reason and keeps its last picture, and the extension host stays free. */
import { expect, test } from 'vitest';
import { cellOf, selectCell } from '../harness/notebook';
import { npyFile } from '../harness/npy';
import { pausesDuring, probeRuns } from '../harness/probe';
import { useWorkbench } from '../harness/session';
import { testExtension } from '../harness/testExtension';
import { writtenAgain } from '../harness/writtenAgain';

const open = useWorkbench({ shared: 'in any file' });

/** Milliseconds of the host's own work between two ticks of a timer. */
const mostPause = 100;

const PLAIN = 'X = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nW = [[1, 0], [0, 1]]\n';
const torch = 'import torch, torch.nn.functional as F\n';
const numpy = 'import numpy as np\n';

/** Texts, and what the panel states about them. */
const TEXTS: readonly (readonly [text: string, reason: string])[] = [
  ['X = [[1, 2, 3], [4, 5], [7, 8, 9]]\nW = [[1, 0], [0, 1]]\n', 'this list has 2 entries, the lists before it have 3'],
  ['X = [[1, 2, ..., 3], [4, 5, ..., 6]]\nW = [[1, 0], [0, 1]]\n', 'values are left out here'],
  [`X = ${'['.repeat(5000)}1${']'.repeat(5000)}\n`, 'nested deeper than 32 brackets'],
  ['X = [[1, 2], [3, 4\nW = [[1, 0], [0, 1]]\n', 'is never closed'],
  [`${numpy}X = np.ones((4, 4))\nwhile True:\n    X = X * 2\nW = np.ones((2, 2))\n`, 'operations; at most'],
  ['n = 10**10**10\nX = [[n, 2], [3, 4]]\nW = [[1, 0], [0, 1]]\n', 'integers beyond 2^53 are not supported'],
  [
    `${numpy}X = np.zeros((10**6, 10**6))\nW = np.ones((3, 3))\n`,
    'would hold 1000000000000 numbers, more than 10000000',
  ],
  [`${torch}y = F.conv2d(torch.ones(1, 1, 4, 4), torch.ones(1, 1, 2, 2), dilation=10**9)\n`, 'spans 1000000001 cells'],
  [`${torch}y = F.conv2d(torch.ones(1, 1, 4, 4), torch.ones(1, 1, 2, 2), stride=-1)\n`, 'not -1'],
  ['def f(n):\n    return f(n + 1)\nX = f(0)\nW = [[1, 0], [0, 1]]\n', 'calls are nested more than 120 deep'],
  // 1e6 numbers, one of which is missing.
  [`X = [${`[${'1,'.repeat(1000)}],`.repeat(999)}[${'1,'.repeat(999)}]]\n`, 'this list has 999 entries'],
];

const expected = [
  [6, 8],
  [12, 14],
];

test('a text that is edited into one that cannot be shown', async () => {
  const { workbench, workspace } = await open({ ...testExtension({ 'edited.py': PLAIN }), open: 'edited.py' });
  await probeRuns(workspace);
  await workbench.selectAll();
  await workbench.command('Layer Lens: Step Through Convolution');
  const panel = await workbench.panel();
  await panel.click('last');
  expect(await panel.values('z')).toEqual(expected);
  const pauses = await pausesDuring(workspace, async () => {
    for (const [text, reason] of TEXTS) {
      await writtenAgain(workspace.path('edited.py'), text, () => panel.text('error'), reason);
      expect(await panel.values('z')).toEqual(expected);
    }
  });
  expect(pauses.filter((pause) => pause >= mostPause)).toEqual([]);
  const result = async () => JSON.stringify(await panel.values('z'));
  await writtenAgain(workspace.path('edited.py'), PLAIN.replace('9', '10'), result, '[12,15]');
  expect(workbench.problems.list()).toEqual([]);
}, 400_000);

const header = (text: string): Uint8Array =>
  Uint8Array.from([0x93, ...Buffer.from('NUMPY'), 1, 0, text.length & 255, text.length >> 8, ...Buffer.from(text)]);
const described = (fields: string): Uint8Array => header(`{'descr': '<f8', 'fortran_order': False, ${fields}}\n`);

/** Files of .npy, and what the panel states about them. */
const FILES: readonly (readonly [bytes: Uint8Array, reason: string])[] = [
  [Uint8Array.of(1, 2, 3), "it does not begin with NumPy's mark"],
  [npyFile([2], [1, 2]).subarray(0, 9), 'its header is incomplete'],
  [described("'shape': (2, 3), "), 'shape (2, 3) takes 48 bytes, but the file holds 0'],
  [described("'shape': (1000000, 1000000), "), 'more than the limit of'],
  [described(`'shape': (${'1, '.repeat(5000)}), `), 'at most 32 are supported'],
  [described("'shape': (-1, 3), "), 'whole numbers that are not negative'],
  [described(`'shape': ${'('.repeat(1000)}`), 'the .npy header is damaged at character'],
  [header("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}\n"), 'pickled Python objects'],
];

test('a .npy that is written again with a header that is wrong', async () => {
  const shown = npyFile([2, 3], [1, 2, 3, 4, 5, 6]);
  const { workbench, workspace } = await open({
    ...testExtension({ 'shown.npy': shown, 'notes.txt': 'notes\n' }),
    open: 'notes.txt',
  });
  await probeRuns(workspace);
  await workbench.extended();
  const panel = await workbench.openArrays('shown.npy');
  const pauses = await pausesDuring(workspace, async () => {
    for (const [bytes, reason] of FILES) {
      await writtenAgain(workspace.path('shown.npy'), bytes, () => panel.text('error'), reason);
      expect(await panel.values('array')).toEqual([
        [1, 2, 3],
        [4, 5, 6],
      ]);
    }
  });
  expect(pauses.filter((pause) => pause >= mostPause)).toEqual([]);
  const shownNow = async () => JSON.stringify(await panel.values('array'));
  await writtenAgain(workspace.path('shown.npy'), npyFile([1, 1], [7]), shownNow, '[[7]]');
  expect(workbench.problems.list()).toEqual([]);
});

const codeCell = (source: string, printed?: string) => ({
  cell_type: 'code',
  execution_count: 1,
  metadata: {},
  outputs: printed === undefined ? [] : [{ output_type: 'stream', name: 'stdout', text: [printed] }],
  source: [source],
});

test('cells of a notebook that cannot be shown are refused with the reason', async () => {
  const cells = [
    codeCell(`${numpy}X = np.ones((4, 4))\nwhile True:\n    X = X * 2\nW = np.ones((2, 2))`),
    codeCell('W = [[1, 0], [0, 1]]\nX = [[1, 2], [q, 4]]', '[[1 2 ... 3]\n [4 5 ... 6]]\n'),
  ];
  const notebook = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 });
  const { workbench, workspace } = await open({
    ...testExtension({ 'cells.ipynb': notebook, 'small.py': 'x = [[1, 2], [3, 4]]\n' }),
    open: 'small.py',
  });
  await probeRuns(workspace);
  await workbench.page.locator('.codelens-decoration a', { hasText: 'Inspect' }).waitFor();
  await workbench.openFile('cells.ipynb');
  const pauses = await pausesDuring(workspace, async () => {
    for (const [code, reason] of [
      ['while True', 'operations; at most'],
      ['X = [[1, 2], [q, 4]]', '“q” in “X = [[1, 2], [q, 4]]” is not a number'],
    ] as const) {
      await cellOf(workbench, code).waitFor();
      await selectCell(workbench, code);
      await workbench.page.keyboard.press('Control+A');
      await workbench.command('Layer Lens: Step Through Layer');
      await workbench.notifications.containing(reason);
      await workbench.notifications.closeAll();
    }
  });
  expect(pauses.filter((pause) => pause >= mostPause)).toEqual([]);
});
