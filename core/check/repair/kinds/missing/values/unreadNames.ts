/** Variables that a function binds and that nothing reads: what reads them may be missing. */
import { childNodes } from '../../../../source/PythonTree';
import { isRead, type FunctionScope } from '../../../scope/FunctionScope';

export function unreadNames(scope: FunctionScope): string[] {
  const read = new Set(scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : [])));
  return scope.all('AssignStatement').flatMap((statement) => {
    const [target] = childNodes(statement);
    const name = target?.name === 'VariableName' ? scope.text(target) : '';
    return name === '' || read.has(name) ? [] : [name];
  });
}
