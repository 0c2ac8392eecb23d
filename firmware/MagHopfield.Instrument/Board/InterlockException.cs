using System;

namespace MagHopfield.Instrument.Board;

/// <summary>A change of switches was refused because the probe path and the pulse path would have existed together.</summary>
public sealed class InterlockException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was asked and what stands against it.</param>
    public InterlockException(string message)
        : base(message)
    {
    }
}
