using System;

namespace MagHopfield.Instrument.Ports;

/// <summary>The flash does not hold what it must.</summary>
public sealed class FlashException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What, where, how to mend it.</param>
    public FlashException(string message)
        : base(message)
    {
    }
}
