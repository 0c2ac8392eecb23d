using System;

namespace MagHopfield.Instrument.Board;

/// <summary>
/// A pulse was refused because the board has failed a test. Pulses stay locked until the self-test passes (SCPI: <c>*TST?</c>).
/// </summary>
public sealed class PulseLockedException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was found and how pulses are let loose again.</param>
    public PulseLockedException(string message)
        : base(message)
    {
    }
}
