using System;

namespace MagHopfield.Instrument.Measure;

/// <summary>The readings of a measurement cannot be right: says which reading, its value and what to look at.</summary>
public sealed class MeasurementException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What, where, and what to look at.</param>
    public MeasurementException(string message)
        : base(message)
    {
    }
}
