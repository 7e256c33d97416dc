/** Checks every function of a text that implements a layer: own results, the first wrong step, the mistake and its repair. */
import { openCheckContext, type CheckOptions } from './CheckContext';
import { checkFunctions } from './checkFunctions';
import type { FunctionCheck } from './FunctionCheck';
import { unparsedDefinitions } from './source/unparsedDefinitions';
import { targetsOf } from './targets';
import { unparsedChecks } from './claim/unparsedChecks';

/**
 * `text`: definitions and calls, as the course's cells joined; prose and printed output are skipped. The checks are in the order of
 * their lines; a definition that cannot be parsed has one too.
 */
export function checkCode(text: string, options: CheckOptions = {}): FunctionCheck[] {
  // Text that was copied from a page has no-break spaces.
  const source = text.replaceAll('\u00a0', ' ');
  const context = openCheckContext(source, options);
  const { definitions } = context;
  const checks = checkFunctions(context, targetsOf(context));
  const unparsed = unparsedDefinitions(source, definitions);
  const parsed = checks.filter(({ line }) => !unparsed.some((each) => each.line <= line && line <= each.lastLine));
  return [...parsed, ...unparsedChecks(unparsed)].sort((a, b) => a.line - b.line);
}
