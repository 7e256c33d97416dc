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
/** Seconds of calls before the warm ones. */
const WARM = 2;
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
    const ratio = (times: readonly number[]): string => (theirs ? (median(times) / median(theirs)).toFixed(2) : '–');
    const shown = theirs ? spread(theirs) : '–';
    return `| ${name.slice('bench_'.length)} | ${ours.first.toFixed(1)} | ${spread(ours.early)} | ${spread(ours.warm)} | ${shown} | ${ratio(ours.early)} | ${ratio(ours.warm)} |`;
  });
  return Promise.resolve(
    [
      '## Python interpreter',
      '',
      `Processor time of all threads for one call in ms: the first call, then median (first and third quartile) of the next ${CALLS - 1}, ` +
        `in which V8 still compiles, and of ${CALLS} after ${WARM} s. ` +
        (peer ? `Peer: CPython ${peer.python}, NumPy ${peer.numpy}. Ratio: ours / peer.` : 'No Python was found.'),
      '',
      '| function | first call | next calls | warm | CPython + NumPy | ratio of next calls | ratio warm |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  );
}

interface Times {
  readonly first: number;
  /** Sorted. */
  readonly early: readonly number[];
  readonly warm: readonly number[];
}

function timesOf(program: Program, name: string): Times {
  const some = (): number[] => Array.from({ length: CALLS }, () => timeOf(program, name));
  const [first, ...early] = some();
  const end = performance.now() + WARM * 1000;
  while (performance.now() < end) timeOf(program, name);
  return { first: first!, early: early.sort((a, b) => a - b), warm: some().sort((a, b) => a - b) };
}

function timeOf(program: Program, name: string): number {
  const start = process.cpuUsage();
  const { error } = program.call(name, []);
  if (error) throw new Error(error.message);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
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
