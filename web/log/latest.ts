/** Asks the server while somebody is typing: once they pause, and an answer to an older question is dropped. */

export interface Latest<Q, A> {
  ask: (question: Q) => Promise<A>;
  /** The answer to the newest question; null while there is none, or none was asked. */
  show: (answer: A | null) => void;
  /** The newest question got no answer. */
  failed: () => void;
  /** How long a pause is, in milliseconds. */
  pause: number;
}

/** Takes the newest question, or null where there is nothing to ask. The same question is not asked twice running. */
export function latest<Q, A>({ ask, show, failed, pause }: Latest<Q, A>): (question: Q | null) => void {
  let newest = "null";
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (question) => {
    const key = JSON.stringify(question);
    if (key === newest) return;
    newest = key;
    clearTimeout(timer);
    if (question === null) return show(null);
    const isNewest = (): boolean => newest === key;
    timer = setTimeout(() => {
      ask(question).then(
        (answer) => {
          if (isNewest()) show(answer);
        },
        () => {
          if (isNewest()) failed();
        },
      );
    }, pause);
  };
}
