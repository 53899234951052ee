// Minutes east of UTC in any zone, not only the one of this machine.

const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;

/** A function of instant (ms since 1970) and IANA zone; it answers nothing for a zone that there is not. */
export function zoneOffsets(): (at: number, zone: string) => number | undefined {
  const formats = new Map<string, Intl.DateTimeFormat | undefined>(); // each takes long to make
  return (at, zone) => {
    if (!formats.has(zone)) formats.set(zone, formatOf(zone));
    const format = formats.get(zone);
    if (!format || Math.abs(at) > 8.64e15) return undefined;
    const read = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((type) =>
      read.get(type as Intl.DateTimeFormatPartTypes),
    ) as [number, number, number, number, number];
    return Math.round((Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000) / 60_000);
  };
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...parts, calendar: 'iso8601', hourCycle: 'h23', timeZone: zone });
  } catch {
    return undefined;
  }
}
