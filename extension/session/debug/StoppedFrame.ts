/** Requests to a program that is paused at a breakpoint, implemented by VS Code's debug session and by a fake in tests. */

export interface Evaluated {
  readonly result: string;
  readonly type?: string;
  readonly indexedVariables?: number;
  readonly memoryReference?: string;
  /** Not 0 where the debugger can list the value's parts. */
  readonly variablesReference?: number;
}

/** An element or a member of a value. */
export interface ListedPart extends Evaluated {
  readonly name: string;
}

/**
 * `clipboard`: as whole as the debugger can. js-debug then evaluates the expression inside a function of its own, whose variables
 * hide those of the program that are called r, e, t, n, i or o; with `copy` it evaluates in the frame and gives a string whole.
 */
export type AnswerContext = 'clipboard' | 'copy' | 'watch';

export interface StoppedFrame {
  /** VS Code's type of the debug session. */
  readonly debuggerType: string;
  /** The language of the program's text, where it is known. */
  readonly languageId?: string;
  /** Rejects with the debugger's own words. */
  evaluate(expression: string, context: AnswerContext): Promise<Evaluated>;
  /** At most `count` elements and members of a value, from `start` on; some debuggers list all in one answer. */
  parts(reference: number, start: number, count: number): Promise<readonly ListedPart[]>;
  /** The bytes that can be read from `offset` on, as base64. */
  readMemory(reference: string, offset: number, count: number): Promise<string>;
}

/** How one read is bounded and watched. */
export interface ReadControl {
  /** Numbers. */
  readonly maxElements: number;
  /** Throws when the user has cancelled. */
  check(): void;
  /** 0 … 1. */
  report(done: number): void;
}
