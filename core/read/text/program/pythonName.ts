import { isHelper } from './programPrelude';

/** Words of Python, and what translations and their helpers call. */
const RESERVED =
  /^(?:and|as|assert|async|await|class|def|del|elif|except|finally|from|global|import|in|is|lambda|None|nonlocal|not|or|pass|raise|try|with|yield|True|False|np|int|range|len|max|min|sum|abs|float|list|tuple|type|zip|enumerate|sorted|isinstance|hasattr|vars|super)$/;

/** A name of the program as Python's. */
export function pythonName(name: string): string {
  const plain = name.replace(/^.*::/, '').replace(/!$/, '_').replaceAll(/[^\w]/g, '_');
  return RESERVED.test(plain) || isHelper(plain) ? `${plain}_` : plain;
}

/** A text with Python's names as those of the program: `list(a)` for `list_(a)`. */
export function asWritten(text: string): string {
  return text.replace(/\b([A-Za-z_]\w*)_\b/g, (name, own: string) => (pythonName(own) === name ? own : name));
}
