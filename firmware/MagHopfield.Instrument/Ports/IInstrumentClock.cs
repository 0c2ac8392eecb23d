namespace MagHopfield.Instrument.Ports;

/// <summary>
/// Time as the user has it. Not <see cref="IBoardClock"/>, which on a virtual board is simulated and stands still at rest.
/// </summary>
public interface IInstrumentClock
{
    /// <summary>Time since start in milliseconds; it never goes back.</summary>
    long Milliseconds { get; }

    /// <summary>Seconds since 1970-01-01 UTC; 0 where nobody has set the clock.</summary>
    long UnixSeconds { get; }

    /// <summary>Sets the date and the time.</summary>
    /// <param name="value">Seconds since 1970-01-01 UTC.</param>
    void SetUnixSeconds(long value);
}
