using System;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// Dates as seconds since 1970-01-01 UTC. By ticks, for DateTime's own methods of that name differ between the two platforms.
/// </summary>
internal static class CalendarTime
{
    private const long TicksOfSecond = 10000000;

    private static readonly long Epoch = new DateTime(1970, 1, 1).Ticks;

    public static long ToUnixSeconds(this DateTime time) => (time.Ticks - Epoch) / TicksOfSecond;

    public static DateTime FromUnixSeconds(long seconds) => new DateTime(Epoch + TicksOfSecond * seconds);
}
