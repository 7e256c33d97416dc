/** Asks for a range of steps to export. */
import * as vscode from 'vscode';
import { readRange } from '../session/export/stepRange';
import { question } from '../commands/question';

export interface StepRange {
  /** 0-based; both ends are included. */
  readonly from: number;
  readonly to: number;
}

/** Asks for at most `most` of `count` steps, and suggests those from `first`. Undefined when the user cancels. */
export async function chooseSteps(count: number, most: number, first = 0): Promise<StepRange | undefined> {
  const from = Math.max(0, Math.min(first, count - most));
  const value = `${from + 1}-${Math.min(from + most, count)}`;
  const prompt = vscode.l10n.t('Steps to export, 1 to {0}; at most {1}', count, most);
  const validateInput = (text: string) => (readRange(text, count, most) ? undefined : prompt);
  const answer = await vscode.window.showInputBox({ ...question, prompt, value, validateInput });
  return answer === undefined ? undefined : readRange(answer, count, most);
}
