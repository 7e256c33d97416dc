/**
 * The items of a set, in the order in which CPython's sets give them (Objects/setobject.c of CPython 3.11). Hashes
 * of strings differ in each run of Python: with such an item a set keeps the order in which its items were added.
 */
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5n;
const FIRST_SIZE = 8;
const QUICK_GROWTH = 50_000;

interface Slot<Item> {
  readonly key: string | number;
  readonly item: Item;
  readonly hash: bigint;
}

/** A place whose item was removed. */
const REMOVED = 'removed';

type Place<Item> = Slot<Item> | typeof REMOVED | undefined;
type Slots<Item> = Place<Item>[];

/** Items by their keys. */
export class SetTable<Item extends object> extends Map<string | number, Item> {
  /** Undefined where a hash is not known. */
  private slots: Slots<Item> | undefined = emptySlots(FIRST_SIZE);
  /** Places that have or had an item. */
  private filled = 0;
  /** Where `pop` goes on to search. */
  private finger = 0;

  /** `hashOf`: Python's hash, where all runs have the same. */
  constructor(private readonly hashOf: (item: Item) => bigint | undefined) {
    super();
  }

  /** In the order of iteration. */
  get pairs(): (readonly [key: string | number, item: Item])[] {
    return this.slots ? held(this.slots).map(({ key, item }) => [key, item] as const) : [...this];
  }

  /** Whether another run of Python has the same order. */
  get isOrdered(): boolean {
    return this.slots !== undefined || this.size < 2;
  }

  /** Adds an item unless the set has it. */
  override set(key: string | number, item: Item): this {
    if (this.has(key)) return this;
    super.set(key, item);
    const hash = this.slots && this.hashOf(item);
    if (hash === undefined) this.slots = undefined;
    if (!this.slots || hash === undefined) return this;
    let removed: number | undefined;
    const free = place(this.slots, hash, (slot, index) => {
      if (slot === REMOVED) removed = index;
      return slot === undefined;
    });
    this.slots[removed ?? free] = { key, item, hash };
    if (removed !== undefined) return this;
    this.filled += 1;
    if (this.filled * 5 >= (this.slots.length - 1) * 3) this.grow();
    return this;
  }

  override delete(key: string | number): boolean {
    const item = this.get(key);
    if (!item || !super.delete(key)) return false;
    if (this.slots)
      this.slots[place(this.slots, this.hashOf(item)!, (slot) => isHeld(slot) && slot.key === key)] = REMOVED;
    return true;
  }

  override clear(): void {
    super.clear();
    this.slots = emptySlots(FIRST_SIZE);
    this.filled = 0;
    this.finger = 0;
  }

  /** Removes and returns the next item. */
  pop(): Item {
    const [first] = this.pairs;
    if (!this.slots) {
      super.delete(first![0]);
      return first![1];
    }
    let at = this.finger & (this.slots.length - 1);
    let slot = this.slots[at];
    while (!isHeld(slot)) slot = this.slots[(at = (at + 1) % this.slots.length)];
    const { key, item } = slot;
    this.slots[at] = REMOVED;
    this.finger = at + 1;
    super.delete(key);
    return item;
  }

  /** Adds the items of another set. */
  merge(other: SetTable<Item>): void {
    if (other === this || other.size === 0) return;
    if (this.slots && other.slots) {
      if ((this.filled + other.size) * 5 >= (this.slots.length - 1) * 3) this.resize((this.size + other.size) * 2);
      if (this.filled === 0) {
        const isCopy = this.slots.length === other.slots.length && other.filled === other.size;
        const items = held(other.slots);
        if (isCopy) this.slots = [...other.slots];
        else for (const each of items) insert(this.slots, each);
        this.filled = items.length;
        for (const { key, item } of items) super.set(key, item);
        return;
      }
    }
    for (const [key, item] of other.pairs) this.set(key, item);
  }

  copy(): SetTable<Item> {
    const made = new SetTable(this.hashOf);
    made.merge(this);
    return made;
  }

  /** Gets all of another set, which is given up. */
  assign(other: SetTable<Item>): void {
    super.clear();
    for (const [key, item] of other) super.set(key, item);
    [this.slots, this.filled] = [other.slots, other.filled];
  }

  /** After items were removed: more than a quarter of removed places are given back. */
  compact(): void {
    if (this.slots && this.filled - this.size > Math.floor((this.slots.length - 1) / 4)) this.grow();
  }

  private grow(): void {
    this.resize(this.size * (this.size > QUICK_GROWTH ? 2 : 4));
  }

  private resize(least: number): void {
    let size = FIRST_SIZE;
    while (size <= least) size *= 2;
    const wider = emptySlots<Item>(size);
    for (const each of held(this.slots!)) insert(wider, each);
    this.slots = wider;
    this.filled = this.size;
  }
}

function emptySlots<Item>(size: number): Slots<Item> {
  return new Array<Place<Item>>(size).fill(undefined);
}

function isHeld<Item>(slot: Place<Item>): slot is Slot<Item> {
  return slot !== undefined && slot !== REMOVED;
}

function held<Item>(slots: Slots<Item>): Slot<Item>[] {
  return slots.filter((slot) => isHeld(slot));
}

function insert<Item>(slots: Slots<Item>, slot: Slot<Item>): void {
  slots[place(slots, slot.hash, (each) => each === undefined)] = slot;
}

/** The first place, in the order in which a hash is searched, whose slot is the wanted one. */
function place<Item>(
  slots: Slots<Item>,
  hash: bigint,
  isWanted: (slot: Place<Item>, index: number) => boolean,
): number {
  const mask = BigInt(slots.length - 1);
  let perturb = BigInt.asUintN(64, hash);
  let at = perturb & mask;
  for (;;) {
    const first = Number(at);
    const last = first + LINEAR_PROBES <= slots.length - 1 ? first + LINEAR_PROBES : first;
    for (let index = first; index <= last; index++) if (isWanted(slots[index], index)) return index;
    perturb >>= PERTURB_SHIFT;
    at = (at * 5n + 1n + perturb) & mask;
  }
}
