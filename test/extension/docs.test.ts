/** The guides of docs/ name commands that exist, and their code gives what they state. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Purpose } from '../../extension/session/source/Purpose';
import { FakePanel } from './session/FakePanel';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const titles = (file: string) => {
  const all = JSON.parse(read(file)) as Record<string, string>;
  return new Set(Object.entries(all).flatMap(([key, value]) => (key.startsWith('command.') ? [value] : [])));
};

describe.each([
  ['README.md', 'package.nls.json'],
  ['docs/student.md', 'package.nls.json'],
  ['docs/engineer.md', 'package.nls.json'],
  ['docs/teacher.md', 'package.nls.json'],
  ['README.zh-CN.md', 'package.nls.zh-cn.json'],
])('%s', (file, names) => {
  const text = read(file).replace(/\s+/g, ' ');

  test('names commands that exist', () => {
    const named = [...text.matchAll(/_(?:Layer Lens: )([^_]+)_|_([A-Z][^_]*…)_/g)].map(([, a, b]) => a ?? b!);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !titles(names).has(name))).toEqual([]);
  });

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^https?:/.test(link));
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
  });
});

/** The first Python block of a guide, opened in a panel. */
function follow(file: string, purpose: Purpose): FakePanel {
  const [, code] = /```python\n([\s\S]*?)```/.exec(read(file))!;
  return FakePanel.showing(code!.replace(/^ {3}/gm, ''), purpose);
}

test('for students: pool_forward of the course begins with 1.74', () => {
  const panel = follow('docs/student.md', 'pool');
  expect([panel.layer.t, panel.map('z').values[0]!.toFixed(2)]).toEqual([0, '1.74']);
  panel.set('pass', 'backward');
  expect(panel.map('dX').values.some((value) => value !== 0)).toBe(true);
});

test('for engineers: the PyTorch layer has 32 steps and its sum over three channels', () => {
  const panel = follow('docs/engineer.md', 'any');
  expect(panel.layer.timeline.count).toBe(32);
  const ladder = panel.frame.stage.flatMap(({ items }) => items).find((item) => item.kind === 'ladder');
  expect(ladder?.ladder.rows.filter(({ channel }) => channel !== undefined)).toHaveLength(3);
});

test('for teachers: a note on the example’s second step is kept', () => {
  const panel = follow('docs/teacher.md', 'conv');
  panel.post({ type: 'writeNote', generation: panel.generation, t: 1, note: { text: 'Predict.', cover: true } });
  expect(panel.seek(1).question).toBeDefined();
  expect(panel.session.scene()!.notes).toEqual([{ step: 1, text: 'Predict.', cover: true }]);
});
