/** A statement that another block of the text has and this one lacks: of another branch, loop or function that is written alike. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import type { TextEdit } from '../../../FunctionCheck';
import { childNodes, isTarget } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { indentOf } from '../../scope/indentOf';
import { namesWithoutValue } from './unboundNames';

const MAX_LENGTH = 100;
/** Candidates of one function. */
const MOST = 60;

interface Statement {
  readonly node: SyntaxNode;
  readonly text: string;
}

interface Block {
  readonly body: SyntaxNode;
  readonly statements: readonly Statement[];
}

export function* siblingStatements(scope: FunctionScope): Iterable<Candidate> {
  const blocks = scope.tree.all('Body').map((body): Block => {
    const nodes = childNodes(body).filter(({ name }) => name !== ':');
    return { body, statements: nodes.map((node) => ({ node, text: scope.text(node).trim() })) };
  });
  const unbound = new Set(namesWithoutValue(scope));
  const tried = new Set<string>();
  for (const block of blocks.filter(({ body }) => isIn(body, scope.node))) {
    for (const other of blocks) {
      if (isIn(block.body, other.body) || isIn(other.body, block.body)) continue;
      for (const [k, { node, text }] of other.statements.entries()) {
        if (!isSimple(node, text) || block.statements.some((each) => each.text === text)) continue;
        const names = scope.tree.all('VariableName', node);
        const binds = names.find((name) => isTarget(name) && unbound.has(scope.text(name)));
        if (!binds && names.some((name) => isRead(name) && unbound.has(scope.text(name)))) continue;
        const edit = placed(scope, block, other, k) ?? (binds && beforeUse(scope, block, text, scope.text(binds)));
        if (!edit || tried.size >= MOST || tried.has(`${edit.range[0]} ${text}`)) continue;
        tried.add(`${edit.range[0]} ${text}`);
        yield {
          id: 'missing-line',
          detail: msg('The line {0} is missing', text),
          edits: [edit],
          // What the block binds itself is changed rather than bound again.
          cost: binds ? 1.4 : isBoundIn(block, text) ? 4.5 : 3,
        };
      }
    }
  }
}

function isBoundIn({ statements }: Block, text: string): boolean {
  const [, target] = /^(\w+)\s*=(?!=)/.exec(text) ?? [];
  return target !== undefined && statements.some((each) => new RegExp(`^${target}\\s*=(?!=)`).test(each.text));
}

function isIn(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function isSimple({ name }: SyntaxNode, text: string): boolean {
  return (
    /^(?:Assign|Update|Expression)Statement$/.test(name) && text.length <= MAX_LENGTH && !/^["']|^print\(/.test(text)
  );
}

/** After the statement that is before it in the other block, or before the one that is after it. */
function placed(scope: FunctionScope, block: Block, other: Block, k: number): TextEdit | undefined {
  const { text } = other.statements[k]!;
  const same = (each: Statement | undefined): SyntaxNode | undefined =>
    each && block.statements.find((own) => own.text === each.text)?.node;
  const before = same(other.statements[k - 1]);
  if (before) return editOf({ from: before.to, to: before.to }, `\n${indentOf(scope, before)}${text}`);
  const after = same(other.statements[k + 1]);
  return after && editOf({ from: after.from, to: after.from }, `${text}\n${indentOf(scope, after)}`);
}

/** Before the first statement of a block that reads a name. */
function beforeUse(scope: FunctionScope, block: Block, text: string, name: string): TextEdit | undefined {
  const use = block.statements.find(({ node }) =>
    scope.tree.all('VariableName', node).some((each) => isRead(each) && scope.text(each) === name),
  );
  return use && editOf({ from: use.node.from, to: use.node.from }, `${text}\n${indentOf(scope, use.node)}`);
}
