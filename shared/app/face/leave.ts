// Leaving at once: cover every page of the product in one frame, then put an ordinary page in its place.

/** Presses of Shift that mean it, and the time they may take in ms. */
const presses = 3;
const within = 1500;

interface Press {
  readonly key: string;
  /** True while a key is held down: that is one press, however long. */
  readonly repeat: boolean;
}

/**
 * Tells at which key press Shift was pressed three times in 1.5 seconds with nothing in between, so that writing in
 * capitals never leaves the page.
 */
export function createShiftWatch(): (press: Press, at: number) => boolean {
  let times: number[] = [];
  return (press, at) => {
    if (press.repeat) return false;
    times = press.key === 'Shift' ? [...times, at].slice(-presses) : [];
    const meant = times.length === presses && at - Number(times[0]) <= within;
    if (meant) times = [];
    return meant;
  };
}

/** Only an ordinary web page may take the place of this one: never `javascript:`, `data:` or a file. */
export function safeDestination(wish: string | undefined, fallback = 'blank.html'): string {
  const url = wish && URL.canParse(wish) ? new URL(wish) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : fallback;
}

export interface Leaving {
  /** Covers this page and every other of the product, and goes. */
  leave(): void;
  stop(): void;
}

export interface LeavingOptions {
  /** The address from the settings; read at the moment of leaving. */
  readonly destination: () => string | undefined;
  readonly go?: (to: string) => void;
  /** Takes the key of a locked vault away: who leaves like this leaves nothing open behind. */
  readonly lock?: () => unknown;
  /** What to do when the lock has changed: put away what is being typed, then load the page again. */
  readonly reload?: () => unknown;
  readonly fallback?: string;
}

// The channel of the change notices: a page that knows nothing of leaving takes the word for one more hint to re-read.
const channelName = 'notices';
const word = 'leave';
const reloadWord = 'reload';

/** The lock was closed or changed: no other page may go on showing what it shows. */
export function tellAllToReload(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(reloadWord);
  channel.close();
}

/** Nothing is readable from now on, however long the rest takes. */
function coverAndReload(reload: () => unknown = () => location.reload()): void {
  document.documentElement.classList.add('covered');
  void reload();
}

/** No page goes on showing what it shows, this one included. */
export function reloadAll(): void {
  tellAllToReload();
  coverAndReload();
}

/** Listens for Shift three times, for the link `[data-leave]`, and for the other pages of the product. */
export function watchLeaving(options: LeavingOptions): Leaving {
  const channel = new BroadcastChannel(channelName);
  const isMeant = createShiftWatch();
  const go = options.go ?? ((to) => location.replace(to));

  const coverAndGo = () => {
    document.documentElement.classList.add('covered');
    go(safeDestination(options.destination(), options.fallback));
  };
  const leave = () => {
    channel.postMessage(word);
    void options.lock?.();
    coverAndGo();
  };
  const onKey = (event: KeyboardEvent) => {
    if (isMeant(event, event.timeStamp)) leave();
  };
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-leave]')) return;
    event.preventDefault();
    leave();
  };

  channel.onmessage = (message: MessageEvent<unknown>) => {
    if (message.data === word) coverAndGo();
    if (message.data === reloadWord) coverAndReload(options.reload);
  };
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('click', onClick, true);
  return {
    leave,
    stop() {
      channel.close();
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('click', onClick, true);
    },
  };
}
