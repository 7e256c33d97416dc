/** Debian's Python as a peer: a process that times a pass on demand, so that it takes its turn among the others. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Candidate } from './measure';
import type { Pass } from './own';
import { outputShapeOf, type Workload } from './workloads';

export interface PythonVersions {
  readonly numpy: string | null;
  readonly torch: string | null;
}

const interpreter = process.env.LAYER_LENS_PYTHON ?? '/usr/bin/python3';

export class Python {
  private constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    private readonly lines: AsyncIterator<string>,
    readonly versions: PythonVersions,
  ) {}

  /** Undefined where there is no interpreter. */
  static async start(root: string): Promise<Python | undefined> {
    if (!existsSync(interpreter)) return undefined;
    const child = spawn(interpreter, [`${root}test/bench/layer/peers.py`]);
    child.stderr.pipe(process.stderr);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done) return undefined;
    return new Python(child, lines, JSON.parse(first.value) as PythonVersions);
  }

  /** Undefined where the library is not installed. `examples`: fewer than the workload has, scaled up. */
  candidate(
    name: string,
    peer: 'numpy' | 'torch',
    dtype: 'float32' | 'float64',
    workload: Workload,
    pass: Pass,
    examples = workload.x[0],
  ): Candidate | undefined {
    if (this.versions[peer] === null) return undefined;
    const part = { ...workload, x: [examples, ...workload.x.slice(1)] };
    const out = [examples, ...outputShapeOf(workload).slice(1)];
    const request = JSON.stringify({ ...part, out, peer, dtype, pass });
    return { name, run: async () => (await this.ask(request)) * (workload.x[0] / examples) };
  }

  stop(): void {
    this.child.stdin.end();
  }

  private async ask(request: string): Promise<number> {
    this.child.stdin.write(`${request}\n`);
    const next = await this.lines.next();
    if (next.done) throw new Error('the Python process has ended');
    return JSON.parse(next.value) as number;
  }
}
