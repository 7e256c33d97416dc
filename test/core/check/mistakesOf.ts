/** What the check names in a source, for comparison with what is expected. */
import { checkCode } from '../../../core/check';

/** Ids and texts of the lines of all mistakes. */
export function mistakesOf(source: string): string[] {
  const lines = source.split('\n');
  return checkCode(source).flatMap(({ mistakes }) =>
    mistakes.map(({ id, line, verified }) => `${id} ${verified}: ${lines[line! - 1]!.trim()}`),
  );
}
