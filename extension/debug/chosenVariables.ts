/** Which variables the user means: the one of the Variables view's menu, else those at the editor's selections or cursors. */
import * as vscode from 'vscode';
import * as v from 'valibot';
import { accessChain, chainAt } from '../../core/read/debug/accessChain';
import type { Evaluated } from '../session/debug/StoppedFrame';

export interface ChosenVariable {
  /** What is asked of the debugger, once it is found to be a chain. */
  readonly chain: string;
  /** As the Variables view shows it, for debuggers that do not provide an expression for it. */
  readonly shown?: Evaluated;
}

const menuArgument = v.object({
  /** A scope has `expensive`, a variable does not. */
  container: v.optional(v.object({ expensive: v.optional(v.boolean()) })),
  variable: v.object({
    name: v.string(),
    value: v.string(),
    type: v.optional(v.string()),
    evaluateName: v.optional(v.string()),
    variablesReference: v.optional(v.number()),
  }),
});

/** `argument`: what VS Code hands a command of `debug/variables/context`. */
export function chosenVariables(argument: unknown): readonly ChosenVariable[] {
  const parsed = v.safeParse(menuArgument, argument);
  if (parsed.success) return [fromMenu(parsed.output)];
  const editor = vscode.window.activeTextEditor;
  return editor ? fromEditor(editor) : [];
}

function fromMenu({ container, variable }: v.InferOutput<typeof menuArgument>): ChosenVariable {
  const { name, value, type, evaluateName, variablesReference } = variable;
  const shown = {
    result: value,
    ...(type !== undefined && { type }),
    ...(variablesReference !== undefined && { variablesReference }),
  };
  if (evaluateName !== undefined) return { chain: evaluateName, shown };
  const ofScope = container?.expensive !== undefined && accessChain(name) !== undefined;
  return { chain: ofScope ? name : '', shown };
}

function fromEditor({ document, selections }: vscode.TextEditor): ChosenVariable[] {
  const chains = selections.flatMap((selection) => {
    const chain = selection.isEmpty
      ? chainAt(document.lineAt(selection.active.line).text, selection.active.character)
      : document.getText(selection);
    return chain === undefined ? [] : [chain];
  });
  return [...new Set(chains)].map((chain) => ({ chain }));
}
