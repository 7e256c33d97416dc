/** The core's sentences in VS Code's display language. */
import * as vscode from 'vscode';
import { argumentTexts, fillTemplate, type Message } from '../../core/message';

export function translate({ text, args }: Message): string {
  return fillTemplate(vscode.l10n.t(text), argumentTexts(args, translate));
}

/** The template of a sentence, with its {0}, {1}, …. */
export function translateTemplate(template: string): string {
  return vscode.l10n.t(template);
}

/** Translations for the panel, which has no access to `vscode.l10n`. */
export function translationBundle(): Record<string, string> {
  return { ...vscode.l10n.bundle };
}
