/** Two workers against one, as the host uses them for a large layer: copies to and from them counted. */
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { LayerComputer } from '../../../extension/session/compute/LayerComputer';
import type { ComputeWorker } from '../../../extension/session/compute/ComputeWorker';
import { launchNodeWorker } from '../../../extension/compute/launchNodeWorker';
import type { LayerJob } from '../../../core/layer/job/LayerJob';
import type { Conv2dOptions } from '../../../core/layer/options';
import { RandomState } from '../../../core/index';
import { summary } from './measure';

const rounds = 7;
const asked = 1.8;

/** The layer that is asked for, with 64 filters of 3 × 3, and the host's time for it. */
const layer = { x: [8, 112, 112, 64], w: [3, 3, 64, 64] } as const;

interface Team {
  readonly computer: LayerComputer;
  /** Threads of the workers, as Linux numbers them. */
  readonly threads: readonly string[];
}

export async function workersSection(root: string): Promise<string> {
  const path = `${root}.cache/bench/computeWorker.cjs`;
  await build({
    stdin: {
      contents: `import { serveAsWorker } from './extension/compute/worker'; serveAsWorker();`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: path,
  });
  const random = new RandomState(1);
  const single = (shape: readonly number[]) => ({ shape, data: Float32Array.from(random.randn(...shape).data) });
  const [x, w, b, dZ] = [single(layer.x), single(layer.w), single([layer.w[3]]), single(layer.x)];
  const options = { stride: 1, padding: 1 } satisfies Conv2dOptions;
  const jobs: Readonly<Record<string, LayerJob>> = {
    forward: { kind: 'conv2d', x, w, b, options },
    backward: { kind: 'conv2dBackward', x, w, dZ, options },
  };
  const rows: string[] = [];
  for (const [pass, job] of Object.entries(jobs)) {
    const one = await teamOf(1, path);
    const two = await teamOf(2, path);
    const times: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round++) {
      process.stderr.write(`workers ${pass} ${round}\n`);
      const [alone, shared] = [await longestPath(one, job), await longestPath(two, job)];
      // The first round compiles.
      if (round < 0) continue;
      times[0].push(alone);
      times[1].push(shared);
    }
    one.computer.dispose();
    two.computer.dispose();
    const ratios = summary(times[0].map((alone, round) => alone / times[1][round]!));
    const cell = (values: readonly number[]) => summary(values).median.toFixed(0);
    rows.push(
      `| ${pass} | ${cell(times[0])} | ${cell(times[1])} | ${ratios.median.toFixed(2)} (${ratios.low.toFixed(2)}–${ratios.high.toFixed(2)}) |`,
    );
  }
  return [
    '### Two workers against one',
    '',
    `Convolution of (${layer.x.join(', ')}) with ${layer.w[3]} filters of 3 × 3, float32, through the host's \`LayerComputer\` with workers that run already. Time: processor time of the host's thread, which copies, and of the worker that worked longest; other work on the machine does not count, waiting neither. Asked: ${asked}.`,
    '',
    '| pass | one worker, ms | two, ms | one / two, median (lowest–highest) |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

async function teamOf(count: number, path: string): Promise<Team> {
  const threads: string[] = [];
  const workers: ComputeWorker[] = [];
  for (let k = 0; k < count; k++) {
    const before = new Set(threadsNow());
    workers.push((await launchNodeWorker(path))!);
    threads.push(...threadsNow().filter((thread) => !before.has(thread)));
  }
  return { computer: new LayerComputer(() => Promise.resolve(workers.shift()), Infinity), threads };
}

/** Milliseconds of the host's thread and of the worker that takes longest. */
async function longestPath({ computer, threads }: Team, job: LayerJob): Promise<number> {
  const all = [String(process.pid), ...threads];
  const before = all.map(worked);
  await computer.run(job);
  const [host = 0, ...workers] = all.map((thread, index) => worked(thread) - before[index]!);
  return host + Math.max(...workers);
}

function threadsNow(): string[] {
  return readdirSync('/proc/self/task');
}

/** Milliseconds that a thread has run, as Linux counts them. */
function worked(thread: string): number {
  return Number(readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
