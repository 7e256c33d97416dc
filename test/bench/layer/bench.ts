/** The layers side by side with what a user could pick instead; gives the report's section as Markdown. */
import { RandomState } from '../../../core/index';
import { typescriptEngine } from '../../../core/layer/typescript/typescriptEngine';
import { SimdEngine } from '../../../core/layer/wasm/SimdEngine';
import { measure, ratio, summary, type Candidate } from './measure';
import { hoistedConv } from './hoistedLoops';
import { naiveConv, naivePool } from './naiveLoops';
import { ownCandidate, type Numbers, type Pass } from './own';
import { Python } from './Python';
import { report, type Measured } from './report';
import { startTensorflow, tensorflowCandidate } from './tensorflow';
import { workersSection } from './workers';
import { outputShapeOf, workloads, type Workload } from './workloads';

/** Passes of tfjs-cpu that take minutes. */
const tooSlowForCpu = ['ImageNet stem backward', 'ResNet block backward', 'ResNet block dX'];
const residentBytes = 1.5e9;

/** All layers, or one part: `workers` or `pools`. */
export async function section(root: string, part?: string): Promise<string> {
  if (part === 'workers') return workersSection(root);
  if (part === 'pools') return poolsSection(root);
  if (part !== undefined) throw new Error(`the layers' benchmarks have no part '${part}': workers, pools`);
  const layers = await layersSection(root);
  return [layers, await poolsSection(root), await workersSection(root)].join('\n\n');
}

/** The pools alone, against the peer that is asked for. */
async function poolsSection(root: string): Promise<string> {
  const tensorflow = await startTensorflow(root);
  const simd = SimdEngine.create({ residentBytes });
  if (!simd) throw new Error('this Node has no WebAssembly SIMD');
  const rows: string[] = [];
  for (const workload of workloads.filter(({ kind }) => kind === 'pool')) {
    const { single } = numbersOf(workload);
    for (const pass of ['forward', 'backward'] as const) {
      process.stderr.write(`${workload.name} ${pass}\n`);
      const mark = simd.mark();
      const peer = await tensorflowCandidate('tfjs-wasm', 'wasm', workload, pass, single);
      const timings = await measure([ownCandidate('ours', simd, workload, pass, single), peer!]);
      const times = ratio(timings.get('ours'), timings.get('tfjs-wasm'))!;
      const ours = summary(timings.get('ours')!.rounds).median;
      rows.push(
        `| ${workload.name} ${pass} | ${ours.toFixed(1)} | ${times.median.toFixed(2)} (${times.low.toFixed(2)}–${times.high.toFixed(2)}) |`,
      );
      simd.release(mark);
    }
  }
  return [
    '### Pools against tfjs-wasm',
    '',
    `(8, 112, 112, 64), float32, arrays in each library’s own memory, ${tensorflow}; processor time, the peer’s divided by ours. Asked forward: 1.`,
    '',
    '| layer | ours, ms | tfjs-wasm / ours, median (lowest–highest) |',
    '| --- | ---: | ---: |',
    ...rows,
  ].join('\n');
}

async function layersSection(root: string): Promise<string> {
  const tensorflow = await startTensorflow(root);
  const python = await Python.start(root);
  const simd = SimdEngine.create({ residentBytes });
  const plainSimd = SimdEngine.create();
  if (!simd || !plainSimd) throw new Error('this Node has no WebAssembly SIMD');
  const measured: Measured[] = [];
  for (const workload of workloads) {
    const numbers = numbersOf(workload);
    for (const pass of workload.kind === 'conv'
      ? (['forward', 'backward', 'dX'] as const)
      : (['forward', 'backward'] as const)) {
      process.stderr.write(`${workload.name} ${pass}\n`);
      const mark = simd.mark();
      const candidates = [
        ownCandidate('simd32', simd, workload, pass, numbers.single),
        ownCandidate('simd64', simd, workload, pass, numbers.double),
        ownCandidate('simd32 plain', plainSimd, workload, pass, numbers.single),
        ownCandidate('simd64 plain', plainSimd, workload, pass, numbers.double),
        ownCandidate('ts32', typescriptEngine, workload, pass, numbers.single),
        ownCandidate('ts64', typescriptEngine, workload, pass, numbers.double),
        naiveCandidate(workload, pass, numbers.double),
        hoistedCandidate(workload, pass, numbers.double),
        ...(await tensorflowCandidates(workload, pass, numbers.single)),
        ...pythonCandidates(python, workload, pass),
      ];
      const timings = await measure(candidates.filter((candidate) => candidate !== undefined));
      measured.push({ workload, pass, timings });
      simd.release(mark);
    }
  }
  python?.stop();
  return report(measured, { tensorflow, python: python?.versions });
}

interface BothTypes {
  readonly single: Numbers<Float32Array>;
  readonly double: Numbers<Float64Array>;
}

function numbersOf(workload: Workload): BothTypes {
  const random = new RandomState(1);
  const wShape = workload.kind === 'conv' ? workload.w : [1];
  const double = {
    x: random.randn(...workload.x).data as Float64Array,
    w: random.randn(...wShape).data as Float64Array,
    b: random.randn(wShape.at(-1)!).data as Float64Array,
    dZ: random.randn(...outputShapeOf(workload)).data as Float64Array,
  };
  const single = {
    x: Float32Array.from(double.x),
    w: Float32Array.from(double.w),
    b: Float32Array.from(double.b),
    dZ: Float32Array.from(double.dZ),
  };
  return { single, double };
}

function naiveCandidate(workload: Workload, pass: Pass, { x, w, b, dZ }: Numbers<Float64Array>): Candidate | undefined {
  if (pass === 'dX') return undefined;
  const loops = workload.kind === 'conv' ? naiveConv(workload, x, w, b, dZ) : naivePool(workload, x, dZ);
  return { name: 'naive', run: () => loops[pass]() };
}

function hoistedCandidate(workload: Workload, pass: Pass, numbers: Numbers<Float64Array>): Candidate | undefined {
  if (pass === 'dX' || workload.kind === 'pool') return undefined;
  const { x, w, b, dZ } = numbers;
  const loops = hoistedConv(workload, x, w, b, dZ);
  return { name: 'hoisted', run: () => loops[pass]() };
}

async function tensorflowCandidates(
  workload: Workload,
  pass: Pass,
  numbers: Numbers<Float32Array>,
): Promise<(Candidate | undefined)[]> {
  const slow = tooSlowForCpu.includes(`${workload.name} ${pass}`);
  return [
    await tensorflowCandidate('tfjs-wasm', 'wasm', workload, pass, numbers),
    await tensorflowCandidate('tfjs-wasm plain', 'wasm', workload, pass, numbers, true),
    slow ? undefined : await tensorflowCandidate('tfjs-cpu', 'cpu', workload, pass, numbers),
  ];
}

/** NumPy's loops on the large workloads take half a minute for all examples: one example, scaled up. */
function pythonCandidates(python: Python | undefined, workload: Workload, pass: Pass): (Candidate | undefined)[] {
  if (!python) return [];
  const loops =
    pass === 'dX' ? undefined : python.candidate('numpy', 'numpy', 'float64', workload, pass, numpyExamples(workload));
  return [
    python.candidate('torch32', 'torch', 'float32', workload, pass),
    python.candidate('torch64', 'torch', 'float64', workload, pass),
    loops,
  ];
}

function numpyExamples({ x, name }: Workload): number {
  return name === 'course' ? x[0] : 1;
}
