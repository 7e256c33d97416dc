/** The interpreter against CPython with NumPy: the course's four functions with loops, on the course's arrays. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { openProgram, type Program } from '../../../core/read/python/program';

interface Peer {
  readonly numpy: string;
  readonly python: string;
  /** ms of each call, sorted. */
  readonly times: Readonly<Record<string, readonly number[]>>;
}

const CALLS = 41;
const WORK = 1e12;
const interpreter = process.env.LAYER_LENS_PYTHON ?? '/usr/bin/python3';

export function section(root: string): Promise<string> {
  const folder = `${root}test/bench/python/`;
  const source = readFileSync(`${folder}course.py`, 'utf8');
  const program = openProgram(source, { budget: { work: WORK } });
  const { error } = program.run();
  if (error) throw new Error(error.message);
  const names = [...source.matchAll(/^def (bench_\w+)/gm)].map(([, name]) => name!);
  const own = new Map(names.map((name) => [name, timesOf(program, name)] as const));
  const peer = existsSync(interpreter) ? peerTimes(folder) : undefined;
  const rows = names.map((name) => {
    const [ours, theirs] = [own.get(name)!, peer?.times[name]];
    const ratio = theirs ? (median(ours.sorted) / median(theirs)).toFixed(2) : '–';
    const shown = theirs ? spread(theirs) : '–';
    return `| ${name.slice('bench_'.length)} | ${ours.first.toFixed(1)} | ${spread(ours.sorted)} | ${shown} | ${ratio} |`;
  });
  return Promise.resolve(
    [
      '## Python interpreter',
      '',
      `Processor time of one call in ms: the first call, then median (first and third quartile) of ${CALLS} calls. ` +
        (peer ? `Peer: CPython ${peer.python}, NumPy ${peer.numpy}. Ratio: ours / peer.` : 'No Python was found.'),
      '',
      '| function | first call | ours | CPython + NumPy | ratio |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  );
}

function timesOf(program: Program, name: string): { first: number; sorted: number[] } {
  const times = Array.from({ length: CALLS }, () => {
    const start = process.cpuUsage();
    const { error } = program.call(name, []);
    if (error) throw new Error(error.message);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return { first: times[0]!, sorted: times.slice(1).sort((a, b) => a - b) };
}

function peerTimes(folder: string): Peer {
  return JSON.parse(execFileSync(interpreter, [`${folder}time.py`], { encoding: 'utf8' })) as Peer;
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)]!;
}

function spread(sorted: readonly number[]): string {
  const at = (part: number): string => sorted[Math.floor(part * (sorted.length - 1))]!.toFixed(2);
  return `${median(sorted).toFixed(2)} (${at(0.25)}–${at(0.75)})`;
}
