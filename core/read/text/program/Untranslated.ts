/** The program cannot be translated: the statement is left out. */
export class Untranslated extends Error {}
