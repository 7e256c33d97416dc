/** Numbers that are kept in at most: 64 MiB. */
const mostNumbers = 2 ** 23;

/** Caches the planes that were requested last; each is a pure function of its key. */
export class PlaneCache {
  private readonly planes = new Map<number, Float64Array>();

  private numbers = 0;

  constructor(private readonly capacity = 512) {}

  get(key: number, compute: () => Float64Array): Float64Array {
    const known = this.planes.get(key);
    if (known) return known;
    const plane = compute();
    this.numbers += plane.length;
    while (this.planes.size >= this.capacity || (this.numbers > mostNumbers && this.planes.size > 0)) this.dropFirst();
    this.planes.set(key, plane);
    return plane;
  }

  private dropFirst(): void {
    const [key, plane] = this.planes.entries().next().value!;
    this.numbers -= plane.length;
    this.planes.delete(key);
  }
}
