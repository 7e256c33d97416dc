/** The frame that VS Code's debugger has in focus. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import type { AnswerContext, Evaluated, ListedPart, StoppedFrame } from '../session/debug/StoppedFrame';

const evaluated = v.object({
  result: v.string(),
  type: v.optional(v.string()),
  indexedVariables: v.optional(v.number()),
  memoryReference: v.optional(v.string()),
  variablesReference: v.optional(v.number()),
});

const listed = v.object({
  variables: v.array(
    v.object({
      name: v.string(),
      value: v.string(),
      type: v.optional(v.string()),
      variablesReference: v.optional(v.number()),
    }),
  ),
});

const memory = v.object({ data: v.optional(v.string(), '') });

export class DebugFrame implements StoppedFrame {
  private constructor(
    readonly session: vscode.DebugSession,
    private readonly frameId: number,
    readonly languageId: string | undefined,
  ) {}

  /** undefined while nothing is stopped. A frame's id may be 0. */
  static current(): DebugFrame | undefined {
    const item = vscode.debug.activeStackItem;
    if (!(item instanceof vscode.DebugStackFrame)) return undefined;
    return new DebugFrame(item.session, item.frameId, vscode.window.activeTextEditor?.document.languageId);
  }

  get debuggerType(): string {
    return this.session.type;
  }

  async evaluate(expression: string, context: AnswerContext): Promise<Evaluated> {
    const { frameId } = this;
    return v.parse(evaluated, await this.session.customRequest('evaluate', { expression, frameId, context }));
  }

  async parts(variablesReference: number, start: number, count: number): Promise<readonly ListedPart[]> {
    const request = { variablesReference, start, count };
    const { variables } = v.parse(listed, await this.session.customRequest('variables', request));
    return variables.map(({ value, ...part }) => ({ ...part, result: value }));
  }

  async readMemory(memoryReference: string, offset: number, count: number): Promise<string> {
    const request = { memoryReference, offset, count };
    return v.parse(memory, await this.session.customRequest('readMemory', request)).data;
  }
}

/** Sessions that one launch started (js-debug has one for each process) show in the same panels. */
export function launchOf(session: vscode.DebugSession): string {
  let root = session;
  while (root.parentSession) root = root.parentSession;
  return root.name;
}
