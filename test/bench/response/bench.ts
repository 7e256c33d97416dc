/** How long the host works for what a user does: opening, stepping, changing a field, typing, lenses. Ratios of one run. */
import { readFileSync } from 'node:fs';
import { withChangedNumber } from '../../../core/read/changedNumber';
import { parseArrays } from '../../../core/read/parseArrays';
import { findArrayAt, findArrays } from '../../../core/read/text/findArrays';
import { formatMessage } from '../../../core/message';
import { findLenses } from '../../../extension/session/lens/findLenses';
import { hoverMarkdown } from '../../../extension/session/lens/hoverMarkdown';
import { FakePanel } from '../../extension/session/FakePanel';

const rounds = 15;

export function section(root: string): Promise<string> {
  const { cases } = JSON.parse(readFileSync(`${root}test/fixtures/course/cases.json`, 'utf8')) as {
    cases: { name: string; code: string }[];
  };
  const code = (name: string) => cases.find((each) => each.name === name)!.code;
  return Promise.resolve(
    [
      '## Response of the host',
      '',
      `Processor time in ms, median (first and third quartile) of ${rounds} rounds after 3 that warm up. Ratio: to what is named in the row.`,
      '',
      '| what | ms | compared with | ms | ratio |',
      '| --- | --- | --- | --- | --- |',
      ...typing(),
      ...lenses(),
      ...session('conv_backward', code('conv_backward'), 'conv'),
      ...session('pool_forward', code('pool_forward_max_stride1'), 'pool'),
    ].join('\n'),
  );
}

/** A digit typed into one of a million numbers: aim 1/20 of reading them all; and what the panel needs besides reading. */
function typing(): string[] {
  const number = (k: number) => (Math.sin(k) * 9).toFixed(8);
  const row = (r: number) => `[${Array.from({ length: 1000 }, (_, c) => number(1000 * r + c)).join(', ')}]`;
  const text = `X = [${Array.from({ length: 1000 }, (_, r) => row(r)).join(',\n')}]\n`;
  const read = () => parseArrays(text, { languageId: 'python' });
  const parsed = read();
  const at = text.indexOf('.', text.length / 2) + 3;
  const after = `${text.slice(0, at)}7${text.slice(at)}`;
  const type = () => withChangedNumber({ text, offset: 0, parsed }, after);
  if (!type()) throw new Error('the typed number was not read alone');
  const open = () => FakePanel.showing(text, 'inspect');
  return [
    compared('a digit typed into a text of 1e6 numbers', type, 'reading the text', read),
    compared('opening that text in the inspector', open, 'reading the text', read),
  ];
}

/** Lenses of a Python file of a megabyte (literals, calls and code), of what is visible of it, and a hover in it. */
function lenses(): string[] {
  const part = `def step(x, w):\n    y = np.dot(x, w)  # a product\n    return np.maximum(y, 0)\n\nX = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nZ = F.conv2d(X, W, stride=2)\n\n`;
  const text = `import numpy as np\n${part.repeat(Math.ceil(1e6 / part.length))}`;
  const find = () => findLenses(text, { languageId: 'python', from: 0, to: text.length });
  if (find().lenses.length < 1000) throw new Error('lenses are missing');
  const read = () => findArrays(text, { languageId: 'python' });
  const from = text.indexOf('def', text.length / 2);
  // 150 lines: 50 that are visible and as many above and below.
  const visible = { languageId: 'python', from, to: from + 22 * part.length };
  const at = text.indexOf('4, 5', from);
  const link = { command: 'open', uri: 'file:///a.py', segment: [at, at + 1] } as const;
  const look = { colorMap: 'lens', dark: true, translate: formatMessage };
  const hover = () => hoverMarkdown(findArrayAt(text, at, { languageId: 'python' })!, link, look);
  if (!hover().includes('from 1 to 9')) throw new Error('the hover is another');
  return [
    compared('lenses of a file of 1 MB', find, 'finding its arrays', read),
    compared('lenses of 150 lines of that file', () => findLenses(text, visible), 'lenses of the file', find),
    compared('a hover over an array of that file', hover, 'lenses of the file', find),
  ];
}

function session(name: string, text: string, purpose: 'conv' | 'pool'): string[] {
  const open = () => FakePanel.showing(text, purpose);
  const panel = open();
  const { count } = panel.layer.timeline;
  let k = 0;
  const seek = () => {
    // Far apart, so that no step was sent before.
    panel.frames.clear();
    panel.seek((k += 97) % count);
    panel.received.splice(0, panel.received.length, panel.state);
  };
  const change = () => {
    panel.set('stride', String(1 + (k++ % 2)));
    panel.received.splice(0, panel.received.length, panel.state);
  };
  return [
    compared(`${name}: a step is sought`, seek, 'opening its text', open),
    compared(`${name}: a field is changed`, change, 'opening its text', open),
  ];
}

function compared(what: string, run: () => unknown, other: string, peer: () => unknown): string {
  process.stderr.write(`${what}\n`);
  const [ours, theirs] = turns([run, peer]) as [number[], number[]];
  return `| ${what} | ${spread(ours)} | ${other} | ${spread(theirs)} | ${(middle(ours) / middle(theirs)).toFixed(3)} |`;
}

/** Sorted processor times of each, which take turns. */
function turns(all: readonly (() => unknown)[]): number[][] {
  const times = all.map((): number[] => []);
  for (let round = -3; round < rounds; round++) {
    for (const [index, run] of all.entries()) {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times[index]!.push((user + system) / 1000);
    }
  }
  return times.map((each) => each.sort((a, b) => a - b));
}

function middle(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)]!;
}

function spread(times: readonly number[]): string {
  const at = (part: number) => times[Math.floor(part * (times.length - 1))]!.toFixed(2);
  return `${at(0.5)} (${at(0.25)}–${at(0.75)})`;
}
