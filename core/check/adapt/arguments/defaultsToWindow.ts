/** Whether a pooling's parameter that is left out takes the size of the window. */
import { roleOf, type Role } from '../roles/roles';

/** `if stride is None: stride = kernel_size`, `stride or kernel_size`, `kernel_size if stride is None else stride`. */
export function defaultsToWindow(text: string, name: string): boolean {
  const value = String.raw`[(\s]*(?:self\.)?(\w+)`;
  const forms = [
    String.raw`\bif\s+${name}\s+is\s+None\s*:\s*(?:self\.)?${name}\s*=(?!=)${value}`,
    String.raw`\b${name}\s+or\b${value}`,
    String.raw`\b${name}\s+if\s+${name}(?:\s+is\s+not\s+None)?\s+else\b${value}`,
    String.raw`=${value}[^=\n]*\bif\s+${name}\s+is\s+None\s+else\b`,
  ];
  // "stride: int, defaults to kernel_size"
  const stated = String.raw`\b${name}\b[^\n=]{0,40}\b(?:default\w*|equal\w*|same)\b[^\n=]{0,20}\b(?:kernel|window|pool)`;
  if (new RegExp(stated, 'i').test(text)) return true;
  return forms.some((form) => {
    const [, size] = new RegExp(form).exec(text) ?? [];
    const role = size === undefined ? undefined : roleOf(size, WINDOW);
    return role !== undefined && WINDOW.includes(role);
  });
}

const WINDOW: readonly Role[] = ['kernel', 'kernelRows', 'kernelCols'];
