/** Notes the statements that one call reaches. */
import type { Statement } from '../syntax/tree/ast';
import type { TracePlace, Tracer } from '../run/machine/Tracer';

const ignore = (): void => undefined;

export class ReachedStatements implements Tracer {
  readonly statements = new Set<Statement>();
  current: TracePlace | undefined;

  readonly derived = ignore;
  readonly item = ignore;
  readonly called = ignore;
  readonly wrote = ignore;
  readonly wroteItem = ignore;

  step(statement: Statement): void {
    this.statements.add(statement);
  }
}
