/** The ratios that were asked for, each the least over its workloads. */
import type { Pass } from './own';
import type { Workload } from './workloads';

export interface Target {
  readonly label: string;
  readonly own: string;
  readonly peer: string;
  readonly pass: Pass;
  readonly workloads: (workload: Workload) => boolean;
  readonly least: number;
  /** Said where the ratio falls short. */
  readonly reason?: string;
}

const course = ({ name }: Workload): boolean => name === 'course';
const conv = ({ kind }: Workload): boolean => kind === 'conv';
const otherConv = (workload: Workload): boolean => conv(workload) && !course(workload);
const pool = ({ kind }: Workload): boolean => kind === 'pool';

/** Only what was measured, on the machine of RESULTS.md; PERFORMANCE.md's figures as GF/s of the peer: ours / ratio. */
const notFound = 'not found out';
const nearTheLimit =
  'ten would need 30 to 33 GF/s, and the same kernel reaches 31 at best (ResNet block); on MNIST, besides, 25 weights ' +
  'fill 4 panels of 8, so that a fifth of the lanes is idle, and 15 % of the time goes into adding columns to windows';
const memoryBound =
  'average 2: in a quiet round it takes 1.7 ms, as long as copying as many numbers as dX has (1.8 ms); others: not found out';
const quickerCpu = 'the peer computes 0.7 GF/s here, 0.3 where the figure comes from; why was not found out';
const quickerLoops =
  'the loops compute 1 GF/s here, 0.4 where the figure comes from; why was not found out; half of our time is the kernel ' +
  'at 29 GF/s, the rest packing, padding and calls';
const scalarBlock =
  'course: the loops compute 1 GF/s here, 0.4 where the figure comes from, why was not found out; ResNet block: the 4×4 ' +
  'block runs at 4.2 GF/s in a quiet round; 3×4 and two other orders of its loads were no quicker';

const simd32 = { own: 'simd32' } as const;
const typescript = { own: 'ts64', peer: 'naive' } as const;

export const targets: readonly Target[] = [
  {
    ...simd32,
    peer: 'tfjs-wasm',
    label: 'tfjs-wasm, convolutions forward',
    pass: 'forward',
    workloads: conv,
    least: 1,
    reason: notFound,
  },
  { ...simd32, peer: 'tfjs-wasm', label: 'tfjs-wasm, course forward', pass: 'forward', workloads: course, least: 3 },
  {
    ...simd32,
    peer: 'tfjs-wasm',
    label: 'tfjs-wasm, pools forward',
    pass: 'forward',
    workloads: pool,
    least: 0.9,
    reason: notFound,
  },
  {
    ...simd32,
    peer: 'tfjs-wasm',
    label: 'tfjs-wasm, dX',
    pass: 'dX',
    workloads: conv,
    least: 10,
    reason: nearTheLimit,
  },
  {
    ...simd32,
    peer: 'tfjs-wasm',
    label: 'tfjs-wasm, pools backward',
    pass: 'backward',
    workloads: pool,
    least: 18,
    reason: memoryBound,
  },
  { ...simd32, peer: 'tfjs-cpu', label: 'tfjs-cpu, course forward', pass: 'forward', workloads: course, least: 16 },
  {
    ...simd32,
    peer: 'tfjs-cpu',
    label: 'tfjs-cpu, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 40,
    reason: quickerCpu,
  },
  {
    ...simd32,
    peer: 'tfjs-cpu',
    label: 'tfjs-cpu, pools forward',
    pass: 'forward',
    workloads: pool,
    least: 24,
    reason: notFound,
  },
  {
    ...simd32,
    peer: 'tfjs-cpu',
    label: 'tfjs-cpu, convolutions backward',
    pass: 'backward',
    workloads: conv,
    least: 300,
  },
  {
    ...simd32,
    peer: 'tfjs-cpu',
    label: 'tfjs-cpu, pools backward',
    pass: 'backward',
    workloads: pool,
    least: 200,
    reason: memoryBound,
  },
  {
    own: 'simd64',
    peer: 'torch64',
    label: 'PyTorch float64, convolutions forward',
    pass: 'forward',
    workloads: conv,
    least: 1.3,
  },
  {
    own: 'simd64',
    peer: 'torch64',
    label: 'PyTorch float64, convolutions backward',
    pass: 'backward',
    workloads: conv,
    least: 1,
  },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, course forward',
    pass: 'forward',
    workloads: course,
    least: 16,
    reason: quickerLoops,
  },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 40,
    reason: notFound,
  },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, course backward',
    pass: 'backward',
    workloads: course,
    least: 9,
    reason: quickerLoops,
  },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, other convolutions backward',
    pass: 'backward',
    workloads: otherConv,
    least: 50,
    reason: notFound,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, course forward',
    pass: 'forward',
    workloads: course,
    least: 4,
    reason: scalarBlock,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 6,
    reason: scalarBlock,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, course backward',
    pass: 'backward',
    workloads: course,
    least: 2.5,
    reason: scalarBlock,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, other convolutions backward',
    pass: 'backward',
    workloads: otherConv,
    least: 4.5,
    reason: scalarBlock,
  },
];
