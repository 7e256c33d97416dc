/** The source of a panel that shows a checked function next to its layer. */
import type { FunctionCheck } from '../../../core/check/FunctionCheck';
import type { TracedRun } from '../../../core/check/trace/TracedRun';
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
    run,
    findings,
    ...(convention && { convention }),
  };
}
