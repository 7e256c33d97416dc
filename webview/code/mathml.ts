/** MathML text as elements: only MathML's own presentation elements, and none of their attributes but a few. */

const namespace = 'http://www.w3.org/1998/Math/MathML';

const allowedElements = new Set(
  'math mrow mi mn mo mtext mspace mfrac msqrt msub msup msubsup munder mover munderover mtable mtr mtd mstyle mpadded'.split(
    ' ',
  ),
);

const allowedAttributes = new Set(
  'display displaystyle mathvariant stretchy fence separator form lspace rspace accent columnalign width'.split(' '),
);

/** Undefined when the text is not well-formed MathML. */
export function parseMathml(text: string): Element | undefined {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  if (parsed.querySelector('parsererror') || parsed.documentElement.localName !== 'math') return undefined;
  return copy(parsed.documentElement);
}

function copy(source: Element): Element {
  const target = document.createElementNS(namespace, source.localName);
  for (const { name, value } of Array.from(source.attributes)) {
    if (allowedAttributes.has(name)) target.setAttribute(name, value);
  }
  for (const child of Array.from(source.childNodes)) {
    if (child instanceof Element) {
      if (allowedElements.has(child.localName)) target.append(copy(child));
    } else if (child.nodeType === Node.TEXT_NODE) target.append(child.textContent ?? '');
  }
  return target;
}
