/** Checks the functions of a file for the command line. */
import { checkCode, type FunctionCheck } from '../../../core/check';
import { describeChecks } from './describe';

export interface FileCheck {
  readonly checks: readonly FunctionCheck[];
  readonly text: string;
  /** Whether a function differs from its layer on its own case or on another geometry. */
  readonly differs: boolean;
}

export function checkFile(source: string): FileCheck {
  const checks = checkCode(source);
  const differs = checks.some(({ agrees, refused, unseen }) => !refused && (!agrees || unseen.length > 0));
  return { checks, text: describeChecks(checks), differs };
}
