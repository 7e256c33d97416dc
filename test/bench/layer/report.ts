/** What was measured, as Markdown: tables of ratios with their spread, and what was asked for against what was reached. */
import { ratio, summary, type Ratio, type Timing } from './measure';
import type { Pass } from './own';
import type { PythonVersions } from './Python';
import { targets } from './targets';
import { operations, type Workload } from './workloads';

export interface Measured {
  readonly workload: Workload;
  readonly pass: Pass;
  /** By the candidate's name. */
  readonly timings: ReadonlyMap<string, Timing>;
}

export interface Versions {
  readonly tensorflow: string;
  readonly python: PythonVersions | undefined;
}

interface Table {
  readonly title: string;
  readonly own: string;
  readonly passes: readonly Pass[];
  readonly peers: readonly (readonly [heading: string, name: string])[];
}

const tables: readonly Table[] = [
  {
    title: 'float32, WebAssembly SIMD, arrays in each library’s own memory',
    own: 'simd32',
    passes: ['forward', 'backward', 'dX'],
    peers: [
      ['naive loops', 'naive'],
      ['the same, hoisted', 'hoisted'],
      ['our TypeScript', 'ts32'],
      ['tfjs-cpu', 'tfjs-cpu'],
      ['tfjs-wasm', 'tfjs-wasm'],
      ['PyTorch float32', 'torch32'],
    ],
  },
  {
    title: 'float64, WebAssembly SIMD, arrays in each library’s own memory',
    own: 'simd64',
    passes: ['forward', 'backward'],
    peers: [
      ['naive loops', 'naive'],
      ['the same, hoisted', 'hoisted'],
      ['our TypeScript', 'ts64'],
      ['NumPy, course’s loops', 'numpy'],
      ['PyTorch float64', 'torch64'],
    ],
  },
  {
    title: 'float64, plain TypeScript',
    own: 'ts64',
    passes: ['forward', 'backward'],
    peers: [
      ['naive loops', 'naive'],
      ['the same, hoisted', 'hoisted'],
      ['NumPy, course’s loops', 'numpy'],
      ['tfjs-cpu (float32)', 'tfjs-cpu'],
      ['PyTorch float64', 'torch64'],
    ],
  },
  {
    title: 'float32, WebAssembly SIMD, copies from and to plain arrays counted',
    own: 'simd32 plain',
    passes: ['forward', 'backward', 'dX'],
    peers: [
      ['naive loops', 'naive'],
      ['tfjs-cpu (its own memory)', 'tfjs-cpu'],
      ['tfjs-wasm, copies counted', 'tfjs-wasm plain'],
    ],
  },
  {
    title: 'float64, WebAssembly SIMD, copies from and to plain arrays counted',
    own: 'simd64 plain',
    passes: ['forward', 'backward'],
    peers: [
      ['naive loops', 'naive'],
      ['NumPy, course’s loops', 'numpy'],
      ['PyTorch float64', 'torch64'],
    ],
  },
];

export function report(measured: readonly Measured[], { tensorflow, python }: Versions): string {
  const peers = [
    tensorflow,
    python?.numpy ? `NumPy ${python.numpy}` : 'NumPy: not installed, skipped',
    python?.torch ? `PyTorch ${python.torch} with one thread` : 'PyTorch: not installed, skipped',
  ];
  return [
    '## Layers',
    `Peers: ${peers.join('; ')}.`,
    'Each cell: the peer’s time divided by ours, the median over the rounds of one run in which all take turns, and the ' +
      'lowest and highest round; slow peers have one. Times are the processor’s (user and system), so that other work on ' +
      'the machine counts less. NumPy’s loops run on one example of the large workloads, scaled up. dX: the gradient of ' +
      'the input alone. Backward: all gradients; of a maximum the first of tied cells gets it. Our TypeScript’s backward ' +
      'pass of a maximum uses the indices that its forward pass has kept. tfjs-wasm has no gradient of the filter; cells ' +
      'of tfjs-cpu that would take minutes are empty.',
    'The naive loops are the course’s in TypeScript, as one would first write them over flat float64 arrays: pad the ' +
      'planes, then one loop per axis with every index written in full. “Hoisted” are the same with the constant parts of ' +
      'the indices taken out of the inner loop by a careful hand.',
    ...tables.map((table) => tableText(table, measured)),
    targetsText(measured),
  ].join('\n\n');
}

function tableText({ title, own, passes, peers }: Table, measured: readonly Measured[]): string {
  const rows = measured
    .filter(({ pass }) => passes.includes(pass))
    .map(({ workload, pass, timings }) => {
      const ours = timings.get(own);
      const cells = peers.map(([, name]) => cell(ratio(ours, timings.get(name))));
      return [`${workload.name} ${pass}`, ...speed(workload, pass, ours), ...cells];
    });
  const headings = ['', 'ours, ms', 'GF/s', ...peers.map(([heading]) => heading)];
  return [`### ${title}`, '', ...markdownTable([headings, ...rows])].join('\n');
}

function speed(workload: Workload, pass: Pass, timing: Timing | undefined): [string, string] {
  if (!timing) return ['', ''];
  const { median } = summary(timing.rounds);
  const work = operations(workload);
  const times = pass === 'backward' ? 2 : 1;
  return [digits(median), work ? digits((times * work) / median / 1e6) : ''];
}

function targetsText(measured: readonly Measured[]): string {
  const rows = targets.map(({ own, peer, label, pass, workloads, least, reason }) => {
    const ratios = measured
      .filter((each) => each.pass === pass && workloads(each.workload))
      .map((each) => ({ name: each.workload.name, ratio: ratio(each.timings.get(own), each.timings.get(peer)) }))
      .filter((each) => each.ratio !== undefined);
    const reached = ratios.map(({ name, ratio: found }) => `${name} ${digits(found!.median)}`).join(', ');
    const short = ratios.filter(({ ratio: found }) => found!.median < least).map(({ name }) => name);
    const verdict = ratios.length === 0 ? 'not measured' : short.length === 0 ? 'yes' : `short: ${short.join(', ')}`;
    return [label, String(least), reached, verdict, short.length > 0 ? (reason ?? '') : ''];
  });
  const headings = ['asked for', 'at least', 'reached', 'met', 'why not'];
  return ['### What was asked for', '', ...markdownTable([headings, ...rows])].join('\n');
}

function cell(found: Ratio | undefined): string {
  if (!found) return '';
  const { median, low, high, rounds } = found;
  return rounds === 1 ? `${digits(median)} (one round)` : `${digits(median)} (${digits(low)}–${digits(high)})`;
}

/** Two digits that count. */
function digits(value: number): string {
  if (value >= 100) return String(Math.round(value));
  if (value >= 10) return value.toFixed(1).replace(/\.0$/, '');
  return value >= 1 ? value.toFixed(1) : String(Number(value.toPrecision(2)));
}

function markdownTable([headings, ...rows]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings!), line(headings!.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}
