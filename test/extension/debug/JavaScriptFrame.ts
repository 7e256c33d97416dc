/** A stopped frame with a real JavaScript program behind it: evaluates in a context of its own and answers as js-debug does. */
import { createContext, runInContext, type Context } from 'node:vm';
import type { AnswerContext, Evaluated, StoppedFrame } from '../../../extension/session/debug/StoppedFrame';

export class JavaScriptFrame implements StoppedFrame {
  readonly debuggerType = 'pwa-node';
  readonly languageId = 'javascript';
  readonly asked: string[] = [];
  /** Whether the debugger gives the memory of typed arrays. */
  givesMemory = true;
  private readonly context: Context;

  /** `globals`: what the program has besides the language, such as Node's `process`. */
  constructor(globals: Readonly<Record<string, unknown>> = { process }) {
    this.context = createContext({ ...globals });
  }

  run(code: string): unknown {
    return runInContext(code, this.context) as unknown;
  }

  async evaluate(expression: string, context: AnswerContext): Promise<Evaluated> {
    this.asked.push(`${context} ${expression}`);
    await Promise.resolve();
    const value = this.run(expression);
    if (context !== 'watch') {
      if (typeof value !== 'string') throw new Error('js-debug would call the getters of what it writes out');
      return { result: context === 'copy' ? value : JSON.stringify(value) };
    }
    if (!ArrayBuffer.isView(value) || value instanceof DataView) throw new Error('only typed arrays are looked at');
    const { length } = value as Uint8Array;
    const name = (value as Uint8Array)[Symbol.toStringTag];
    return { result: `${name}(${length}) […]`, ...(this.givesMemory && { memoryReference: expression }) };
  }

  parts(): Promise<never> {
    return Promise.reject(new Error('arrays are read by an expression'));
  }

  readMemory(reference: string, offset: number, count: number): Promise<string> {
    const view = this.run(reference) as Uint8Array;
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    return Promise.resolve(Buffer.from(bytes.subarray(offset, offset + count)).toString('base64'));
  }
}
