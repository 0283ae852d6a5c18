/** What a scan found, in parallel arrays that grow and are used again for the next text: no object for each hit. */
export class Hits {
  length = 0;
  start: Int32Array = new Int32Array(256);
  end: Int32Array = new Int32Array(256);
  key: Int32Array = new Int32Array(256);

  clear(): void {
    this.length = 0;
  }

  add(start: number, end: number, key: number): void {
    if (this.length === this.start.length) this.#grow();
    this.start[this.length] = start;
    this.end[this.length] = end;
    this.key[this.length++] = key;
  }

  /** Leftmost first, longest first at one place. Hits come nearly sorted (a key has bounded length), so insertion is linear. */
  sort(): void {
    const { start, end, key, length } = this;
    for (let i = 1; i < length; i++) {
      const s = start[i]!;
      const e = end[i]!;
      if (start[i - 1]! < s || (start[i - 1] === s && end[i - 1]! >= e)) continue;
      const k = key[i]!;
      let at = i - 1;
      for (; at >= 0 && (start[at]! > s || (start[at] === s && end[at]! < e)); at--) {
        start[at + 1] = start[at]!;
        end[at + 1] = end[at]!;
        key[at + 1] = key[at]!;
      }
      start[at + 1] = s;
      end[at + 1] = e;
      key[at + 1] = k;
    }
  }

  #grow(): void {
    const wider = (from: Int32Array): Int32Array => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.key = wider(this.key);
  }
}
