/** A parameter, a variable or an attribute that nothing reads, or that another method keeps for this one: it belongs in the place of an expression. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes, isTarget } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';

const PLAIN = ['VariableName', 'Number', 'MemberExpression'];
const COMPOUND = ['CallExpression', 'ParenthesizedExpression', 'BinaryExpression'];
/** A name that states that its value is not needed. */
const UNNEEDED = /^_|_$|^(?:args|kwargs|name|training)$/;
const UNFILLED = /^(?:None|\[\]|\{\}|(?:\w+\.)?(?:ndarray|empty(?:_like)?)\(.*\))$/;
/** Values of one function. */
const MOST = 6;
const MAX_LENGTH = 60;

export function* unreadValues(scope: FunctionScope): Iterable<Candidate> {
  const values = unreadOf(scope).slice(0, MOST);
  if (values.length === 0) return;
  for (const node of scope.all([...PLAIN, ...COMPOUND])) {
    const text = scope.text(node);
    if (text.length > MAX_LENGTH || !isReplaceable(scope, node)) continue;
    for (const value of values) {
      if (text === value) continue;
      yield {
        id: 'unread-value',
        detail: msg('{0} is used where {1} belongs', text, value),
        edits: [editOf(node, value)],
        cost: PLAIN.includes(node.name) ? 2.3 : 2.9,
      };
    }
  }
}

function unreadOf(scope: FunctionScope): string[] {
  const read = new Set(scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : [])));
  const called = scope.all('CallExpression').map((call) => scope.text(call.firstChild ?? call));
  const names = scope.names.filter(
    (name) => !read.has(name) && !called.includes(name) && name !== 'self' && !UNNEEDED.test(name),
  );
  const own = scope.all('MemberExpression').map((node) => scope.text(node));
  // What another method keeps for this one.
  const kept = scope.isConstructor ? [] : scope.keptAttributes.filter((name) => !own.includes(name));
  const values = [...names, ...scope.unreadAttributes, ...kept];
  return [...new Set(values)].filter((name) => !isUnfilled(scope, name));
}

/** Whether a value is only a place for others: `self.w = np.ndarray([])`, `self.out = None`. */
function isUnfilled({ ownerText }: FunctionScope, name: string): boolean {
  const own = name.replaceAll('.', '\\.');
  const values = [...ownerText.matchAll(new RegExp(`(?<![\\w.])${own}[ \\t]*=(?!=)[ \\t]*([^\\n#]*)`, 'g'))];
  return values.length > 0 && values.every(([, value]) => UNFILLED.test(value!.trim()));
}

function isReplaceable(scope: FunctionScope, node: SyntaxNode): boolean {
  const { parent } = node;
  // A call whose value nothing uses: a name in its place would only leave it out.
  if (!parent || parent.name === 'ExpressionStatement' || isTarget(node)) return false;
  if (node.name === 'VariableName') return isRead(node) && scope.names.includes(scope.text(node));
  if (/^(?:Assign|Update)Statement$/.test(parent.name) && parent.firstChild?.from === node.from) return false;
  // The called function, or the array of a longer subscript.
  if (/^(?:Call|Member)Expression$/.test(parent.name) && childNodes(parent)[0]?.from === node.from) return false;
  return true;
}
