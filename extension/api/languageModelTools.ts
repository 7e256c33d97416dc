/** Tools for VS Code's chat: compute a layer, check code. Neither runs the code nor writes anything. */
import * as vscode from 'vscode';
import { describeChecks } from '../session/api/describeChecks';
import { describeLayer } from '../session/api/describeLayer';
import { confirmedCode, readToolInput, type ToolInput } from '../session/api/toolInput';
import { readable } from './readable';
import type { LayerLensApi } from './LayerLensApi';

export function registerLanguageModelTools(api: LayerLensApi): vscode.Disposable {
  return vscode.Disposable.from(
    tool('layerlens_compute', {
      progress: vscode.l10n.t('Computing the layer with Layer Lens'),
      title: vscode.l10n.t('Compute a layer with Layer Lens'),
      question: vscode.l10n.t('Compute the layer of this code? It is read, not executed.'),
      run: async ({ code, language }) => describeLayer(await api.compute({ code: { language, text: code } })),
    }),
    tool('layerlens_check', {
      progress: vscode.l10n.t('Checking the functions with Layer Lens'),
      title: vscode.l10n.t('Check functions with Layer Lens'),
      question: vscode.l10n.t(
        'Check the functions of this code against their layers? It is interpreted, not executed.',
      ),
      run: async ({ code }) => describeChecks(await api.check(code), { source: code, place: (line) => `line ${line}` }),
    }),
  );
}

interface Tool {
  /** In the display language. */
  readonly progress: string;
  readonly title: string;
  readonly question: string;
  /** English, for the model. */
  readonly run: (input: ToolInput) => Promise<string>;
}

/** An input that cannot be used fails before the user is asked. */
function tool(name: string, { progress, title, question, run }: Tool): vscode.Disposable {
  return vscode.lm.registerTool(name, {
    prepareInvocation: ({ input }) =>
      readable(() => {
        const given = readToolInput(input);
        return {
          invocationMessage: progress,
          confirmationMessages: { title, message: withCode(question, given) },
        };
      }),
    invoke: ({ input }) =>
      readable(async () => {
        const text = await run(readToolInput(input));
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
      }),
  });
}

function withCode(question: string, { code, language }: ToolInput): vscode.MarkdownString {
  const { shown, more } = confirmedCode(code);
  const text = new vscode.MarkdownString().appendText(question).appendCodeblock(shown, language);
  return more === 0 ? text : text.appendText(vscode.l10n.t('Lines not shown: {0}', more));
}
