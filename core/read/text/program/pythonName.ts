const RESERVED =
  /^(?:and|as|assert|async|await|class|def|del|elif|except|finally|from|global|import|in|is|lambda|None|nonlocal|not|or|pass|raise|try|with|yield|np|int|range|len|max|min|sum|abs)$/;

/** A name of the program as Python's. */
export function pythonName(name: string): string {
  const plain = name.replace(/^.*::/, '').replace(/!$/, '_').replaceAll(/[^\w]/g, '_');
  return RESERVED.test(plain) ? `${plain}_` : plain;
}
