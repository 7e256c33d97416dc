/** A stopped frame behind a real debug adapter that receives and sends DAP messages by its standard input and output. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { AnswerContext, Evaluated, ListedPart, StoppedFrame } from '../../../extension/session/debug/StoppedFrame';

interface Message {
  readonly type: 'request' | 'response' | 'event';
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

/** A program and its arguments. */
export type Adapter = readonly [program: string, ...args: string[]];

type Body = Record<string, unknown>;

const HEADER_END = '\r\n\r\n';

export class DapFrame implements StoppedFrame {
  readonly languageId = 'cpp';
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number | string, (message: Message) => void>();
  private received = Buffer.alloc(0);
  private sent = 0;
  private frameId = 0;

  private constructor(
    readonly debuggerType: string,
    [adapter, ...args]: Adapter,
    environment: Readonly<Record<string, string>>,
  ) {
    this.process = spawn(adapter, args, { env: { ...process.env, ...environment } });
    this.process.stdout.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  /** Runs a program until it reaches a line of its source. */
  static async stopAt(
    debuggerType: string,
    adapter: Adapter,
    environment: Readonly<Record<string, string>>,
    { program, source, line }: { readonly program: string; readonly source: string; readonly line: number },
  ): Promise<DapFrame> {
    const frame = new DapFrame(debuggerType, adapter, environment);
    await frame.request('initialize', { adapterID: debuggerType, linesStartAt1: true, pathFormat: 'path' });
    const initialized = frame.event('initialized');
    const stopped = frame.event('stopped');
    const launched = frame.request('launch', { program });
    await initialized;
    await frame.request('setBreakpoints', { source: { path: source }, breakpoints: [{ line }] });
    await frame.request('configurationDone', {});
    await launched;
    const { threadId } = (await stopped).body as Body;
    const { stackFrames } = await frame.request('stackTrace', { threadId, startFrame: 0, levels: 1 });
    frame.frameId = (stackFrames as { id: number }[])[0]!.id;
    return frame;
  }

  async evaluate(expression: string, context: AnswerContext): Promise<Evaluated> {
    return (await this.request('evaluate', { expression, frameId: this.frameId, context })) as unknown as Evaluated;
  }

  async parts(variablesReference: number, start: number, count: number): Promise<readonly ListedPart[]> {
    const { variables } = await this.request('variables', { variablesReference, start, count });
    return (variables as (ListedPart & { value: string })[]).map(({ value, ...part }) => ({ ...part, result: value }));
  }

  async readMemory(memoryReference: string, offset: number, count: number): Promise<string> {
    return String((await this.request('readMemory', { memoryReference, offset, count }))['data']);
  }

  /** Ends the program too. */
  async close(): Promise<void> {
    await this.request('disconnect', { terminateDebuggee: true });
    this.process.kill();
  }

  private event(name: string): Promise<Message> {
    return new Promise((resolve) => this.waiting.set(name, resolve));
  }

  private async request(command: string, args: Body): Promise<Body> {
    const seq = ++this.sent;
    const text = JSON.stringify({ seq, type: 'request', command, arguments: args });
    const answered = new Promise<Message>((resolve) => this.waiting.set(seq, resolve));
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}${HEADER_END}${text}`);
    const { success, message, body } = await answered;
    if (success !== true) throw new Error(message ?? `${command} failed`);
    return (body ?? {}) as Body;
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const end = this.received.indexOf(HEADER_END);
      const length = Number(/Content-Length: (\d+)/.exec(this.received.toString('latin1', 0, Math.max(end, 0)))?.[1]);
      const start = end + HEADER_END.length;
      if (end < 0 || this.received.length < start + length) return;
      const message = JSON.parse(this.received.toString('utf8', start, start + length)) as Message;
      this.received = this.received.subarray(start + length);
      this.waiting.get(message.event ?? message.request_seq ?? 0)?.(message);
    }
  }
}
