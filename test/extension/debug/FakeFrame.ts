/** A stopped frame that answers from a table, and keeps what it was asked. */
import type { AnswerContext, Evaluated, ListedPart, StoppedFrame } from '../../../extension/session/debug/StoppedFrame';

export class FakeFrame implements StoppedFrame {
  readonly asked: string[] = [];
  memory = new Uint8Array(0);
  readonly languageId: string | undefined;

  constructor(
    readonly debuggerType: string,
    /** By `context expression`. */
    private readonly answers: Readonly<Record<string, string | Evaluated>>,
    languageId?: string,
  ) {
    this.languageId = languageId;
  }

  evaluate(expression: string, context: AnswerContext): Promise<Evaluated> {
    this.asked.push(`${context} ${expression}`);
    const answer = this.answers[`${context} ${expression}`];
    if (answer === undefined) return Promise.reject(new Error(`ReferenceError: ${expression} is not defined`));
    return Promise.resolve(typeof answer === 'string' ? { result: answer } : answer);
  }

  parts(): Promise<readonly ListedPart[]> {
    return Promise.reject(new Error('this debugger lists no parts'));
  }

  readMemory(_reference: string, offset: number, count: number): Promise<string> {
    return Promise.resolve(Buffer.from(this.memory.subarray(offset, offset + count)).toString('base64'));
  }
}
