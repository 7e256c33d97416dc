/** The source of a panel that shows a checked function next to its layer. */
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import type { CodePart, TracedRun } from '../../../core/check/trace/TracedRun';
import type { Finding } from '../check/Finding';
import type { JoinedText } from '../check/JoinedText';
import type { CheckSource } from './LensSource';

export interface CheckSourceRequest {
  readonly check: FunctionCheck;
  readonly text: JoinedText;
  /** Findings in this function. */
  readonly findings: readonly Finding[];
  readonly run: TracedRun;
  /** Path of a document as the user knows it. */
  readonly pathOf: (uri: string) => string;
}

/** Undefined where the function is in none of the documents. */
export function checkSource({ check, text, findings, run, pathOf }: CheckSourceRequest): CheckSource | undefined {
  const place = text.locateLine(check.line);
  if (!place) return undefined;
  const file = pathOf(place.uri);
  const { conventionDetail: convention } = check;
  return {
    kind: 'check',
    name: `${file} – ${check.name}`,
    uri: place.uri,
    place: `${file.slice(file.lastIndexOf('/') + 1)}:${place.line}`,
    run: inDocuments(run, text),
    findings,
    ...(convention && { convention }),
  };
}

/** With the numbers of lines as the documents have them. */
function inDocuments(run: TracedRun, text: JoinedText): TracedRun {
  const placed = (part: CodePart): CodePart => ({ ...part, documentLine: text.lineInPart(part.line) });
  const { code, helpers, error } = run;
  return {
    ...run,
    code: placed(code),
    ...(helpers && { helpers: helpers.map(placed) }),
    ...(error && { error: { ...error, line: text.lineInPart(error.line) } }),
  };
}
