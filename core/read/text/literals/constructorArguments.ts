/** What follows the literal in a constructor call: `dtype`, `shape`, and arguments that change no number. */
import type { Dialect } from '../types/Dialect';
import { skipBlank, skipBrackets, skipString } from '../scan/skip';

/**
 * `, dtype=float32, shape=(2, 2))`: the arguments after the literal and the position after the call. Without options where
 * the call is never closed: `end` is then where its arguments ended, and what they hold is not read again.
 */
export function readConstructorArguments(
  text: string,
  from: number,
  dialect: Dialect,
): { options?: Record<string, string>; end: number } {
  const options: Record<string, string> = {};
  let at = from;
  for (;;) {
    at = skipBlank(text, at, dialect);
    if (text[at] === ')') return { options, end: at + 1 };
    if (text[at] !== ',') return { end: at };
    at = skipBlank(text, at + 1, dialect);
    if (text[at] === ')') return { options, end: at + 1 };
    const start = at;
    while (at < text.length && text[at] !== ',' && text[at] !== ')') {
      const next = skipString(text, at, dialect);
      if (next > at) at = next;
      else if (/[([{<]/.test(text[at]!))
        at = text[at] === '<' ? behindAngle(text, at) : skipBrackets(text, at + 1, 1, dialect);
      else at++;
    }
    const [, key, value] = /^(?:(\w+)\s*=\s*)?([^]*)$/.exec(text.slice(start, Math.min(at, start + 200)).trim())!;
    options[key ?? 'dtype'] ??= value!;
  }
}

/** The `dtype` argument without its module and quotes. */
export function dtypeOf(options: Readonly<Record<string, string>>): string | undefined {
  return options.dtype?.replace(/^(?:np|numpy|torch|tf|jnp|jax\.numpy)\./, '').replace(/^['"]|['"]$/g, '');
}

/** `grad_fn=<SumBackward0>`. */
function behindAngle(text: string, at: number): number {
  const end = text.indexOf('>', at);
  return end < 0 ? text.length : end + 1;
}
