/** Caches the planes that were requested last; each is a pure function of its key. */
export class PlaneCache {
  private readonly planes = new Map<number, Float64Array>();

  constructor(private readonly capacity = 512) {}

  get(key: number, compute: () => Float64Array): Float64Array {
    const known = this.planes.get(key);
    if (known) return known;
    const plane = compute();
    if (this.planes.size >= this.capacity) this.planes.delete(this.planes.keys().next().value!);
    this.planes.set(key, plane);
    return plane;
  }
}
