/** A stopped frame with a real Python behind it: evaluates as debugpy does and answers with the value's repr. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Evaluated, StoppedFrame } from '../../../extension/session/debug/StoppedFrame';

const runner = `
import json, sys
answers = sys.stdout
sys.stdout = sys.stderr
scope = {}
for line in sys.stdin:
    task = json.loads(line)
    try:
        if task['run']:
            exec(task['text'], scope)
            answer = {'result': ''}
        else:
            answer = {'result': repr(eval(task['text'], scope, dict(scope)))}
    except Exception as error:
        answer = {'error': 'Traceback (most recent call last):\\n  File "<string>", line 1\\n%s: %s\\n' % (type(error).__name__, error)}
    print(json.dumps(answer), file=answers, flush=True)
`;

export class PythonFrame implements StoppedFrame {
  readonly debuggerType = 'debugpy';
  readonly asked: string[] = [];
  /** What the evaluated expressions printed. */
  printed = '';
  /** Characters of one answer; longer ones are cut in the middle, as debugpy cuts them. */
  longest = Infinity;
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting: ((line: string) => void)[] = [];

  constructor(python: string) {
    this.process = spawn(python, ['-c', runner]);
    this.process.stderr.on('data', (chunk) => (this.printed += String(chunk)));
    createInterface(this.process.stdout).on('line', (line) => this.waiting.shift()?.(line));
  }

  async run(code: string): Promise<void> {
    await this.send(code, true);
  }

  async evaluate(expression: string): Promise<Evaluated> {
    this.asked.push(expression);
    const result = await this.send(expression, false);
    if (result.length <= this.longest) return { result };
    return { result: `${result.slice(0, this.longest / 2)}...${result.slice(-this.longest / 2)}` };
  }

  parts(): Promise<never> {
    return Promise.reject(new Error('lists are read by an expression'));
  }

  readMemory(): Promise<string> {
    return Promise.reject(new Error('debugpy reads no memory'));
  }

  close(): void {
    this.process.kill();
  }

  private async send(text: string, run: boolean): Promise<string> {
    const line = await new Promise<string>((resolve) => {
      this.waiting.push(resolve);
      this.process.stdin.write(`${JSON.stringify({ text, run })}\n`);
    });
    const { result, error } = JSON.parse(line) as { result?: string; error?: string };
    if (result === undefined) throw new Error(error);
    return result;
  }
}
