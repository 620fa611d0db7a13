/** Tells somebody who waits how far a run is. */
export interface Progress {
  readonly step: (done: number, of: number, name: string) => void;
  readonly end: () => void;
}

/** One line that is written over; silent where nobody watches. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { step: () => undefined, end: () => undefined };
  const clear = '\r\u001B[2K';
  return {
    step: (done, of, name) => {
      const line = `checking ${String(done)}/${String(of)} ${name}`;
      stream.write(`${clear}${line.slice(0, Math.max(20, stream.columns - 1))}`);
    },
    end: () => {
      stream.write(clear);
    },
  };
}
