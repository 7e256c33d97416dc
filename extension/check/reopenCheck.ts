/** Checks a function again for a panel that was restored, or whose text has changed: its code is interpreted, never executed, so nothing has to be asked. */
import * as vscode from 'vscode';
import { LensError, msg } from '../../core/message';
import { JoinedText } from '../session/check/JoinedText';
import type { CodeChecker } from '../session/compute/CodeChecker';
import type { SessionPorts } from '../session/ports';
import { checkSource } from '../session/source/checkSource';
import { textPartsOf } from './checkedText';
import type { CheckResults } from './CheckResults';
import { traceRequest } from './traceRequest';
import { nameOfFile } from '../source/nameOfFile';

/** Rejects with a LensError where the document or the function is gone, or the text changes meanwhile. */
export function reopenCheck(checker: CodeChecker, results: CheckResults): SessionPorts['reopenCheck'] {
  return async ({ uri, name, function: callee, shown }) => {
    const again = new LensError(msg('run “Check My Code” again to show {0}', name));
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)).then(
      (opened) => opened,
      () => undefined,
    );
    if (!document || callee === undefined) throw again;
    const { version } = document;
    const parts = textPartsOf(document);
    const text = new JoinedText(parts);
    const checks = await checker.check(text.source);
    if (document.version !== version) throw again;
    results.store(
      parts.map((part) => part.uri),
      checks,
      text,
    );
    const checked = results.functionIn(uri, callee);
    const run = checked && (await checker.trace({ ...traceRequest(checked), ...(shown && { shown }) }));
    const pathOf = (each: string) => nameOfFile(vscode.Uri.parse(each));
    const source = run && checkSource({ ...checked, run, pathOf });
    if (!source) throw again;
    return source;
  };
}
