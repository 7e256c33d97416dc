/** The notebook's cell, run by Python with IPython replaced, makes the page again. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { notebookOf } from '../../../core/export/player/notebook';
import { pythonWith } from '../step/shared/runPython';

const page =
  `<!DOCTYPE html><html><body><p title="a 'b' & c">≤ 步幅</p><script>1 < 2 && "x"</script></body></html>\n`.repeat(40);

interface Notebook {
  readonly nbformat: number;
  readonly cells: readonly [
    { readonly source: string[]; readonly outputs: readonly { readonly data: Readonly<Record<string, string[]>> }[] },
  ];
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg"><text>A[0, 0] = 5</text></svg>';
const notebook = JSON.parse(notebookOf(page, 'pool_backward\n"""', picture)) as Notebook;

/** What a browser makes of a `srcdoc` attribute. */
function documentOf(frame: string): string {
  const [, escaped] = /srcdoc="([^"]*)"/.exec(frame)!;
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return escaped!.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, code: string) => {
    if (code.startsWith('#x')) return String.fromCodePoint(parseInt(code.slice(2), 16));
    return code.startsWith('#') ? String.fromCodePoint(Number(code.slice(1))) : (names[code] ?? whole);
  });
}

test('the output shows the page without running the cell', () => {
  const [{ outputs }] = notebook.cells;
  expect(documentOf(outputs[1]!.data['text/html']!.join(''))).toBe(page);
  expect(notebook.nbformat).toBe(4);
});

test('a viewer that runs no script has a picture', () => {
  const [{ outputs }] = notebook.cells;
  expect(outputs[0]!.data).toEqual({ 'image/svg+xml': [picture], 'text/plain': ['pool_backward\n"""'] });
});

test.skipIf(!pythonWith('zlib'))('the code shows the same page', () => {
  const shim = `
import sys, types
module = types.ModuleType('IPython.display')
module.HTML = lambda text: sys.stdout.buffer.write(text.encode())
sys.modules['IPython'] = types.ModuleType('IPython')
sys.modules['IPython.display'] = module
`;
  const { stdout, stderr } = spawnSync(pythonWith('zlib')!, ['-c', shim + notebook.cells[0].source.join('')]);
  expect(stderr.toString()).toBe('');
  expect(documentOf(stdout.toString())).toBe(page);
});
