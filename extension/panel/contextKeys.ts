/** Context keys for `when` clauses of package.json: what the panel that commands apply to shows. */
import * as vscode from 'vscode';
import { contextOf, type ShownPanel } from '../session/contextOf';

/** Sends only the keys that have changed. */
export class ContextKeys {
  private readonly sent = new Map<string, unknown>();

  /** `active`: the panel that commands apply to. */
  publish(active: ShownPanel | undefined): void {
    for (const [key, value] of Object.entries(contextOf(active))) {
      if (this.sent.has(key) && this.sent.get(key) === value) continue;
      this.sent.set(key, value);
      void vscode.commands.executeCommand('setContext', `layerLens.${key}`, value);
    }
  }
}
