/** Functions and methods that a text defines. */
import type { TextRange } from '../../../ParseResult';
import type { Statement } from './ast';
import { innerBlocks } from './boundNames';

export interface DefinedFunction {
  /** A method is named after its class: `Convolution.forward`. */
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
  readonly range: TextRange;
  readonly params: readonly string[];
}

export function definedFunctions(statements: readonly Statement[], source: string): DefinedFunction[] {
  const found: DefinedFunction[] = [];
  const visit = (body: readonly Statement[], prefix: string): void => {
    for (const statement of body) {
      if (statement.type === 'function') {
        found.push({
          name: prefix + statement.name,
          line: source.slice(0, statement.range[0]).split('\n').length,
          range: statement.range,
          params: statement.parameters.map(({ name }) => name),
        });
      } else if (statement.type === 'class') visit(statement.body, `${prefix}${statement.name}.`);
      else innerBlocks(statement).forEach((block) => visit(block, prefix));
    }
  };
  visit(statements, '');
  return found;
}
