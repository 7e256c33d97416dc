/** Results of the last check of each document; a change of a document discards the results that include it. */
import * as vscode from 'vscode';
import type { FunctionCheck } from '../../core/check/FunctionCheck';
import { findingsOf, titlesOf, type Finding, type FunctionTitle } from '../session/check/Finding';
import type { JoinedText } from '../session/check/JoinedText';

/** The check of one function and the text that was checked. */
export interface CheckedFunction {
  readonly check: FunctionCheck;
  readonly text: JoinedText;
  readonly findings: readonly Finding[];
}

interface Result {
  readonly checks: readonly FunctionCheck[];
  readonly text: JoinedText;
  readonly uris: readonly string[];
  readonly titles: readonly FunctionTitle[];
  readonly findings: readonly Finding[];
}

export class CheckResults {
  private results: readonly Result[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.discard([document.uri.toString()]);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.discard([uri.toString()])),
      this.changed,
    );
  }

  /** Returns the findings. */
  store(uris: readonly string[], checks: readonly FunctionCheck[], text: JoinedText): readonly Finding[] {
    const result = { uris, checks, text, titles: titlesOf(checks, text), findings: findingsOf(checks, text) };
    this.discard(uris);
    this.results = [...this.results, result];
    this.changed.fire();
    return result.findings;
  }

  titlesIn(uri: string): FunctionTitle[] {
    return this.results.flatMap(({ titles }) => titles.filter(({ place }) => place.uri === uri));
  }

  get findings(): Finding[] {
    return this.results.flatMap(({ findings }) => findings);
  }

  /** The last check of a function in a document. */
  functionIn(uri: string, name: string): CheckedFunction | undefined {
    for (const { uris, checks, text, findings } of this.results) {
      const check = uris.includes(uri) ? checks.find((each) => each.name === name) : undefined;
      if (check) return { check, text, findings: findings.filter((finding) => finding.function === name) };
    }
    return undefined;
  }

  private discard(uris: readonly string[]): void {
    const kept = this.results.filter((result) => !result.uris.some((uri) => uris.includes(uri)));
    if (kept.length === this.results.length) return;
    this.results = kept;
    this.changed.fire();
  }
}
