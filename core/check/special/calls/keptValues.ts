/** What the objects of a class keep between their calls. */

/** Whether the class has an attribute, made once, that its objects share: `cache = {}`. */
export function isShared(text: string): boolean {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '';
  return new RegExp(`\\n${indent}\\w+ *(?::[^=\\n]+)?= *(?:\\{|\\[|(?:dict|list|np\\.\\w+)\\()`).test(text);
}

/** Whether values of one call after the other are kept in a list, and taken from it again. */
export function isStack(text: string): boolean {
  const [, kept] = /self\.(\w+)\.(?:append|insert|appendleft)\(/.exec(text) ?? [];
  return kept !== undefined && new RegExp(`self\\.${kept}\\.pop(?:left)?\\(`).test(text);
}
