/** An argument for a {0}: a message is a sentence inside the sentence, translated on its own. */
export type MessageArgument = string | number | Message;

/**
 * A user-visible sentence that has not been translated yet: an English template with {0}, {1}, … and its arguments. In
 * `{0} cell{0||s}` and `there {0|is 1 axis|are {0} axes}`, the first form is used where the argument is 1, else the second.
 */
export interface Message {
  readonly text: string;
  readonly args: readonly MessageArgument[];
}

/** Builds a message. `text` must be a literal: the l10n bundles are checked against the literals in the source. */
export function msg(text: string, ...args: MessageArgument[]): Message {
  return { text, args };
}

/** The English sentence, for logs, exceptions and tests. The host and the panel translate `text` first. */
export function formatMessage({ text, args }: Message): string {
  return fillTemplate(text, argumentTexts(args, formatMessage));
}

/** The arguments as they are put in, the sentences among them by `write`. */
export function argumentTexts(
  args: readonly MessageArgument[],
  write: (message: Message) => string,
): (string | number)[] {
  return args.map((argument) => (typeof argument === 'object' ? write(argument) : argument));
}

/** Puts `args` into the {0}, {1}, … of a template that may be a translation. */
export function fillTemplate(template: string, args: readonly (string | number)[]): string {
  const inNumber = template.replace(
    /\{(\d+)\|([^{|}]*)\|((?:[^{}]|\{\d+\})*)\}/g,
    (_, index: string, one: string, several: string) => (String(args[Number(index)]) === '1' ? one : several),
  );
  return inNumber.replace(/\{(\d+)\}/g, (whole, index: string) => {
    const argument = args[Number(index)];
    return argument === undefined ? whole : String(argument);
  });
}

/** The field of the panel at which an error belongs. */
export type FieldId =
  | 'kernel'
  | 'stride'
  | 'pad'
  | 'dilation'
  | 'groups'
  | 'mode'
  | 'paddingMode'
  | 'outputPadding'
  | 'input'
  | 'filter'
  | 'bias'
  | 'gradient';

/** The kinds of errors that decisions distinguish; all others have none. */
export type ErrorKind =
  /** The value is used, with this restriction: numbers without a seed, a literal that is changed further down. */
  | 'remark'
  /** Variables were passed to a function that is not in the text, and are used further down. */
  | 'lent'
  /** The layer can be opened, but what its call returns is not known. */
  | 'unknownResult'
  /** The evaluation would take more work or memory than is allowed. */
  | 'overBudget'
  /** A literal among the arguments of a call that is not evaluated. */
  | 'argument'
  /** The text has no array, or no call of a layer. */
  | 'empty'
  /** A call that could be a layer is not known. */
  | 'noLayer'
  /** A layer is made and not applied to an array. */
  | 'unapplied'
  /** NumPy ends with an error here too, or reads memory outside of the array: a mistake of the text. */
  | 'misuse'
  /** Lines that are not Python. */
  | 'notPython'
  /** The body of a statement is not indented. */
  | 'notIndented'
  /** A name that the text does not define: the first argument of the message. */
  | 'notDefined'
  /** Arguments of a call that have no value: the second argument of the message has their names. */
  | 'unknownArguments'
  /** A consequence of an earlier error, which left the state of a generator of random numbers unknown. */
  | 'unknownDraw'
  /** A session did not run the graph. */
  | 'notRun'
  /** A function of a file that is not in the text: the first argument of the message. */
  | 'elsewhere';

/** Every error that the core throws on purpose. `range` is in UTF-16 offsets of the text that was read. */
export class LensError extends Error {
  override readonly name = 'LensError';

  constructor(
    readonly detail: Message,
    readonly field?: FieldId,
    readonly range?: readonly [start: number, end: number],
    readonly kind?: ErrorKind,
  ) {
    super(formatMessage(detail));
  }

  /** The same error at a place. */
  at(range: readonly [start: number, end: number]): LensError {
    return new LensError(this.detail, this.field, range, this.kind);
  }
}

/** What `run` returns; undefined where it throws a LensError. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}
