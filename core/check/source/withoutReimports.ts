/** A text whose own functions and classes are checked, although it imports their names from files that are not there. */
import { isElsewhere } from '../../read/python/modules/unknownMember';
import { childNodes, PythonTree } from './PythonTree';
import { definitionsOf } from './Definition';

/** `from util import im2col` below the definition of `im2col` binds `_` instead. Offsets stay those of the text. */
export function withoutReimports(code: string): string {
  if (!/^[ \t]*from\b/m.test(code)) return code;
  const tree = new PythonTree(code);
  const { functions, classes } = definitionsOf(tree);
  const own = new Map([...functions, ...classes].map(({ name, node }) => [name, node.to]));
  let result = code;
  for (const statement of tree.all('ImportStatement')) {
    const keyword = statement.getChild('import');
    if (!keyword || statement.firstChild?.name !== 'from') continue;
    const module = code.slice(statement.firstChild.to, keyword.from).trim();
    for (const node of childNodes(statement)) {
      const name = tree.text(node);
      const isOwn = node.name === 'VariableName' && node.from > keyword.to && (own.get(name) ?? Infinity) < node.from;
      if (isOwn && node.nextSibling?.name !== 'as' && isElsewhere(`${module}.${name}`))
        result = result.slice(0, node.from) + '_'.padEnd(name.length) + result.slice(node.to);
    }
  }
  return result;
}
