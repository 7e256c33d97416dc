/** A module of PyTorch as its `repr` writes it. */
import { LensError, msg } from '../../../../message';

/** `inside`: names and texts of the modules inside, which have lines of their own. */
export function moduleText(
  name: string,
  options: string,
  inside: readonly (readonly [name: string, text: string])[],
): string {
  // Newer versions of PyTorch write equal modules of a list as one.
  if (name === 'ModuleList' && inside.some(([, text], k) => text === inside[k - 1]?.[1]))
    throw new LensError(msg('printing {0} is not supported', name));
  if (inside.length === 0 && !options.includes('\n')) return `${name}(${options})`;
  const lines = [...(options === '' ? [] : options.split('\n')), ...inside.map(([key, text]) => `(${key}): ${text}`)];
  return `${name}(\n${lines.join('\n').replace(/^/gm, '  ')}\n)`;
}
