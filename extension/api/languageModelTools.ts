/** Tools for VS Code's chat: compute a layer, check code. Neither runs the code nor writes anything. */
import * as v from 'valibot';
import * as vscode from 'vscode';
import { describeChecks } from '../session/api/describeChecks';
import { describeLayer } from '../session/api/describeLayer';
import type { LayerLensApi } from './LayerLensApi';

const input = v.object({ code: v.string(), language: v.optional(v.string()) });

export function registerLanguageModelTools(api: LayerLensApi): vscode.Disposable {
  return vscode.Disposable.from(
    tool(
      'layerlens_compute',
      vscode.l10n.t('Compute the layer of the given code with Layer Lens?'),
      async (code, language) => describeLayer(await api.compute({ code: { language, text: code } })),
    ),
    tool(
      'layerlens_check',
      vscode.l10n.t('Check the given functions against their layers with Layer Lens?'),
      async (code) => describeChecks(await api.check(code), { source: code, place: (line) => `line ${line}` }),
    ),
  );
}

function tool(
  name: string,
  question: string,
  run: (code: string, language: string) => Promise<string>,
): vscode.Disposable {
  return vscode.lm.registerTool(name, {
    prepareInvocation: () => ({
      invocationMessage: vscode.l10n.t('Layer Lens is working'),
      confirmationMessages: { title: 'Layer Lens', message: question },
    }),
    invoke: async ({ input: given }) => {
      const { code, language = 'python' } = v.parse(input, given);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(await run(code, language))]);
    },
  });
}
