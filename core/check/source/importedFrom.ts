/** Names that a text imports from other files of the user's. */
import { isElsewhere } from '../../read/python/modules/unknownMember';

/** The module from which a text imports a name, where it is another file of the user's; undefined for libraries and own names. */
export function importedFrom(source: string, name: string): string | undefined {
  const imports = new RegExp(
    `^[ \\t]*(?:from[ \\t]+(\\S+)[ \\t]+import\\b[^\\n]*\\b${name}\\b|import[ \\t]+(?:(\\S+)[ \\t]+as[ \\t]+)?${name}[ \\t]*$)`,
    'm',
  );
  const found = imports.exec(source);
  if (!found) return undefined;
  const path = found[1] ?? found[2] ?? name;
  return isElsewhere(`${path}.${name}`) ? path : undefined;
}
