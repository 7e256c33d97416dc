/** Notes the statements that one call reaches. */
import type { Statement } from '../syntax/ast';
import type { TracePlace, Tracer } from '../run/machine/Tracer';

export class ReachedStatements implements Tracer {
  readonly statements = new Set<Statement>();
  current: TracePlace | undefined;

  step(statement: Statement): void {
    this.statements.add(statement);
  }

  derived(): void {}
  item(): void {}
  called(): void {}
  wrote(): void {}
  wroteItem(): void {}
}
