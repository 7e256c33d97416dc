/** Finds where a box covers neither text nor a control. */

const controls = 'button, input, .segmented, vscode-text-field, vscode-dropdown, vscode-checkbox';
/** Pixels between the box and what is next to it. */
const gap = 2;

interface Place {
  readonly left: number;
  readonly top: number;
}

/**
 * The place for `box` that is nearest to `owner`, in pixels of the window, such that it is inside of `part` or at most `below` pixels
 * below it and covers nothing of `part`; undefined where it fits nowhere.
 */
export function freePlace(box: HTMLElement, owner: HTMLElement, part: HTMLElement, below = 0): Place | undefined {
  const { width, height } = box.getBoundingClientRect();
  const near = owner.getBoundingClientRect();
  const area = part.getBoundingClientRect();
  const taken = takenIn(part, box);
  const isFree = ({ left, top }: Place): boolean =>
    left >= area.left + gap &&
    left + width <= area.right - gap &&
    top >= area.top &&
    top + height <= area.bottom + below &&
    !taken.some(
      (each) =>
        left < each.right + gap && left + width > each.left - gap && top < each.bottom && top + height > each.top,
    );
  const distance = ({ left, top }: Place): number =>
    Math.abs(left - near.left) + Math.abs(top + height / 2 - (near.top + near.bottom) / 2);
  const lefts = [near.left, area.right - width - gap, ...taken.map(({ right }) => right + gap)];
  const tops = [area.top, ...taken.flatMap((each) => [each.bottom, each.top - height])];
  return lefts
    .flatMap((left) => tops.map((top) => ({ left, top })))
    .sort((a, b) => distance(a) - distance(b))
    .find(isFree);
}

/** What is seen in `part` without `box`: lines of text, and controls. */
function takenIn(part: HTMLElement, box: HTMLElement): DOMRect[] {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const lines: DOMRect[] = [];
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (box.contains(text)) continue;
    range.selectNodeContents(text);
    lines.push(...range.getClientRects());
  }
  const shown = [...part.querySelectorAll(controls)].map((each) => each.getBoundingClientRect());
  return [...lines, ...shown].filter(({ width }) => width > 0);
}
