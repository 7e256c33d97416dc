/** Variables and expressions of the text that hold the gradient of one cell; the course's without one. */
import type { FunctionScope } from './FunctionScope';

export function gradientName(scope: FunctionScope): string | undefined {
  return scope.names.find((name) => /^(?:dA|dZ|dout|d_out|dY|dy|grad\w*|delta)$/.test(name));
}

export function gradientSources(scope: FunctionScope): string[] {
  const gradient = gradientName(scope);
  const single = scope.names.filter((name) => /^(?:da|dz|dval|g|gradient)$/.test(name) && name !== gradient);
  const cells = scope
    .all('MemberExpression')
    .map((member) => scope.text(member))
    .filter((text) => gradient !== undefined && text.startsWith(`${gradient}[`));
  const loops = scope.loops.map(({ name }) => name);
  const canonical = gradient && loops.length >= 2 ? [`${gradient}[${loops.slice(0, 4).join(', ')}]`] : [];
  return [...new Set([...cells, ...single, ...canonical])];
}
