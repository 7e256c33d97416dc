/** The items of a subscript, with their places. */
import type { SyntaxNode } from '@lezer/common';
import type { FunctionScope } from './FunctionScope';

export interface SubscriptItem {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The comma-separated items between the brackets; empty for an attribute. */
export function subscriptItems(scope: FunctionScope, member: SyntaxNode): SubscriptItem[] {
  const open = member.getChild('[');
  const close = member.getChild(']');
  if (!open || !close) return [];
  const items: SubscriptItem[] = [];
  let from = open.to;
  for (let child = open.nextSibling; child; child = child.nextSibling) {
    if (child.name !== ',' && child.name !== ']') continue;
    const text = scope.tree.source.slice(from, child.from);
    const lead = text.length - text.trimStart().length;
    if (text.trim() !== '') items.push({ from: from + lead, to: from + lead + text.trim().length, text: text.trim() });
    from = child.to;
    if (child.from === close.from) break;
  }
  return items;
}
