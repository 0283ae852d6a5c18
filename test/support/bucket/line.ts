import type { AddressInfo } from "node:net";
import { createServer, connect as join, type Server, type Socket } from "node:net";

/** A line to a server of this machine that a test may cut, and mend again under the same address. */
export class Line {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;
  /** The line goes down before a request that begins so. */
  #before: string | null = null;

  private constructor(to: number) {
    this.#server = createServer((socket) => this.#carry(socket, to));
  }

  static async to(port: number): Promise<Line> {
    const line = new Line(port);
    await new Promise<void>((resolve) => line.#server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #carry(socket: Socket, port: number): void {
    if (this.#cut) {
      socket.destroy();
      return;
    }
    const further = join(port, "127.0.0.1");
    for (const [from, to] of [
      [socket, further],
      [further, socket],
    ] as const) {
      this.#open.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
    socket.on("data", (bytes) => {
      if (this.#before !== null && bytes.toString("latin1").startsWith(this.#before)) this.cut();
      else further.write(bytes);
    });
    further.on("data", (bytes) => socket.write(bytes));
  }

  /** Cuts the line now, or before the next request that begins so. */
  cut(before?: string): void {
    this.#before = before ?? null;
    if (before !== undefined) return;
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  get isCut(): boolean {
    return this.#cut;
  }

  mend(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
