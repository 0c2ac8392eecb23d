using System;

namespace MagHopfield.Instrument.Scpi;

/// <summary>A command that cannot be carried out, with the number for the error queue.</summary>
public sealed class ScpiException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="number">Number of SCPI, negative.</param>
    /// <param name="detail">What, where, and how to mend it.</param>
    public ScpiException(int number, string detail)
        : base(detail)
    {
        Number = number;
    }

    /// <summary>Number of SCPI, negative.</summary>
    public int Number { get; }
}
