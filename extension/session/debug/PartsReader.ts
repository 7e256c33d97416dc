/**
 * A value by the elements and members that its debugger lists (DAP's `variables`), as a literal of C: lldb prints a vector as
 * ` size=3`, cppdbg a vector as `{...}` and an array as `[3]`.
 */
import { budget } from '../../../core/budget';
import { LensError, msg } from '../../../core/message';
import { isPointer, numberOfPart } from '../../../core/read/debug/printedNumber';
import { elementOfVector } from '../../../core/read/debug/vectorType';
import { readVector } from './readVector';
import type { Evaluated, ListedPart, ReadControl, StoppedFrame } from './StoppedFrame';

/** Parts of one answer: more in one would be slow to cancel, and cppdbg gives no more. */
const pageSize = 1000;

/** Objects of one value whose members are listed: objects may refer to each other without end. */
const mostObjects = 100;

/** Of the name of an element: `[3]`, in some languages `3`. */
const INDEX = /^\[?(\d+)\]?$/;
const MEMBER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** The member of std::array that has its elements, in the libraries of gcc, clang and Microsoft. */
const ELEMENTS = /^(?:_M_elems|__elems_|_Elems)$/;

export class PartsReader {
  private listed = 0;
  private objects = 0;

  constructor(
    private readonly frame: StoppedFrame,
    private readonly control: ReadControl,
  ) {}

  /** undefined for a value of which the debugger lists neither elements nor members. Throws a LensError. */
  async literalOf(value: Evaluated, chain: string, depth = 0): Promise<string | undefined> {
    const { result, type, variablesReference = 0 } = value;
    if (isPointer(result, type)) {
      throw new LensError(msg('{0} is a pointer: how many numbers it points to is not known', chain));
    }
    if (variablesReference === 0) {
      const number = numberOfPart(result, type);
      if (number !== undefined) return number;
      const element = result === '{...}' && type !== undefined ? elementOfVector(type) : undefined;
      if (element !== undefined) return readVector(this.frame, element, chain, this.control);
      if (depth === 0) return undefined;
      throw new LensError(msg('{0} is not a number: {1}', chain, result.slice(0, 80).trim()));
    }
    if (this.objects > mostObjects) throw new LensError(msg('{0} has more than {1} objects', chain, mostObjects));
    if (depth > budget.depth) throw new LensError(msg('{0} is nested too deeply for an array', chain));
    const parts = await this.list(variablesReference, chain);
    const elements = parts.filter(({ name }) => INDEX.test(name));
    if (elements.length > 0) return this.listOf(elements, chain, depth);
    const [only, ...others] = parts;
    if (only && others.length === 0 && ELEMENTS.test(only.name)) return this.literalOf(only, chain, depth + 1);
    // An empty vector.
    if (parts.length === 0) return '{}';
    return this.objectOf(
      parts.filter(({ name }) => MEMBER.test(name)),
      chain,
      depth,
    );
  }

  private async listOf(elements: readonly ListedPart[], chain: string, depth: number): Promise<string> {
    const first = Number(INDEX.exec(elements[0]!.name)![1]);
    const texts: string[] = [];
    for (const [k, element] of elements.entries()) {
      const index = first + k;
      if (Number(INDEX.exec(element.name)![1]) !== index) {
        throw new LensError(msg('the debugger lists {0} after {1} of {2}', element.name, elements[k - 1]!.name, chain));
      }
      const text = await this.literalOf(element, `${chain}[${index}]`, depth + 1);
      if (text?.includes('=') !== false) {
        throw new LensError(
          msg('{0} is not a number or a list of numbers: {1}', `${chain}[${index}]`, element.type ?? element.result),
        );
      }
      texts.push(text);
      if (depth === 0) this.control.report((k + 1) / elements.length);
    }
    return `{${texts.join(', ')}}`;
  }

  /** The members that are arrays and numbers. Where none is an array, the reason why its first other member is not read. */
  private async objectOf(members: readonly ListedPart[], chain: string, depth: number): Promise<string | undefined> {
    if (members.length === 0) return undefined;
    this.objects++;
    const texts: string[] = [];
    let reason: LensError | undefined;
    for (const member of members) {
      try {
        const text = await this.literalOf(member, `${chain}.${member.name}`, depth + 1);
        // A class without members, such as an allocator, is not read as an empty array.
        if (text !== undefined && text !== '{}') texts.push(`${member.name} = ${text}`);
      } catch (error) {
        if (!(error instanceof LensError) || this.objects > mostObjects) throw error;
        reason ??= error;
      }
    }
    if (reason && !texts.some((text) => text.includes('{'))) throw reason;
    return `{${texts.join(', ')}}`;
  }

  /** All parts. An adapter that does not know pages lists all of them in each answer. */
  private async list(reference: number, chain: string): Promise<readonly ListedPart[]> {
    const parts: ListedPart[] = [];
    for (;;) {
      this.control.check();
      const page = await this.frame.parts(reference, parts.length, pageSize);
      if (parts.length > 0 && page[0]?.name === parts[0]!.name) return parts;
      this.listed += page.length;
      if (this.listed > this.control.maxElements) {
        throw new LensError(
          msg(
            '{0} holds more numbers than the limit of {1} (setting layerLens.maxElements)',
            chain,
            this.control.maxElements,
          ),
        );
      }
      for (const part of page) parts.push(part);
      if (page.length !== pageSize) return parts;
      if (this.frame.debuggerType === 'cppdbg') {
        throw new LensError(msg('{0} has too many elements: the debugger lists at most {1}', chain, pageSize));
      }
    }
  }
}
