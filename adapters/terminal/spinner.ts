const FRAMES = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const FRAME_MS = 100;

/** Shows that work goes on, for as many as ask for it at once. */
type Spinner = {
  /** Returns how to stop it; stopping twice is stopping once. */
  start(): () => void;
  /** The present frame, `null` while nothing is going on. */
  frame(): string | null;
};

/** @param changed called when another frame is to be drawn. */
export function createSpinner(changed: () => void): Spinner {
  const running = new Set<symbol>();
  let timer: NodeJS.Timeout | null = null;
  let turns = 0;
  const turn = () => {
    turns += 1;
    changed();
  };
  return {
    start() {
      const own = Symbol('work');
      running.add(own);
      timer ??= setInterval(turn, FRAME_MS).unref();
      changed();
      return () => {
        if (!running.delete(own)) return;
        if (running.size === 0 && timer) {
          clearInterval(timer);
          timer = null;
        }
        changed();
      };
    },
    frame: () => (running.size === 0 ? null : (FRAMES[turns % FRAMES.length] ?? null)),
  };
}
