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

const atTheLimit =
  'both run near the machine’s limit for multiply and add without fused instructions; a ratio within 1.5 of 1 is undecided';
const nearTheLimit =
  'ours runs at the GF/s of the table, near the machine’s limit; the peer is quicker here than where the figure comes from';
const memoryBound = 'bound by memory, which all share; the peer is quicker here than where the figure comes from';
const hoisted =
  'these loops hoist their indices and take half the time (2 to 3 ns a product) of those that the figure comes from';

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
    reason: atTheLimit,
  },
  { ...simd32, peer: 'tfjs-wasm', label: 'tfjs-wasm, course forward', pass: 'forward', workloads: course, least: 3 },
  {
    ...simd32,
    peer: 'tfjs-wasm',
    label: 'tfjs-wasm, pools forward',
    pass: 'forward',
    workloads: pool,
    least: 0.9,
    reason: memoryBound,
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
    reason: nearTheLimit,
  },
  {
    ...simd32,
    peer: 'tfjs-cpu',
    label: 'tfjs-cpu, pools forward',
    pass: 'forward',
    workloads: pool,
    least: 24,
    reason: memoryBound,
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
    reason: hoisted,
  },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 40,
    reason: hoisted,
  },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, course backward',
    pass: 'backward',
    workloads: course,
    least: 9,
    reason: hoisted,
  },
  {
    ...simd32,
    peer: 'naive',
    label: 'naive loops, other convolutions backward',
    pass: 'backward',
    workloads: otherConv,
    least: 50,
    reason: hoisted,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, course forward',
    pass: 'forward',
    workloads: course,
    least: 4,
    reason: hoisted,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, other convolutions forward',
    pass: 'forward',
    workloads: otherConv,
    least: 6,
    reason: hoisted,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, course backward',
    pass: 'backward',
    workloads: course,
    least: 2.5,
    reason: hoisted,
  },
  {
    ...typescript,
    label: 'TypeScript against naive loops, other convolutions backward',
    pass: 'backward',
    workloads: otherConv,
    least: 4.5,
    reason: hoisted,
  },
];
