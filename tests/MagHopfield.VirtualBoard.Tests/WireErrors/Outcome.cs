using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.VirtualBoard.Tests.WireErrors;

/// <summary>What became of one wrong bit.</summary>
internal enum Outcome
{
    /// <summary>The result is the same to the last bit: the chip does not look at this bit.</summary>
    NoEffect,

    /// <summary>The result differs within the budget.</summary>
    WithinBudget,

    /// <summary>Check byte of an answer.</summary>
    CheckByte,

    /// <summary>Alignment byte of a switch chip.</summary>
    AlignmentByte,

    /// <summary>Error flags of the ADC: it dropped the frame.</summary>
    ErrorFlags,

    /// <summary>A register did not read back as written.</summary>
    Readback,

    /// <summary>A conversion did not end.</summary>
    TimeOut,

    /// <summary>Readings that cannot be right.</summary>
    Consistency,

    /// <summary>The result is wrong and nobody noticed.</summary>
    Unnoticed,
}

/// <summary>Reads the means of detection from the error.</summary>
internal static class Detection
{
    public static Outcome By(Exception error) => error switch
    {
        MeasurementException => Outcome.Consistency,
        ChipException chip when chip.Expected.StartsWith("CRC", StringComparison.Ordinal) => Outcome.CheckByte,
        ChipException chip when chip.Expected.StartsWith("alignment", StringComparison.Ordinal) => Outcome.AlignmentByte,
        ChipException chip when chip.Expected == "no fault" => Outcome.ErrorFlags,
        ChipException chip when chip.Expected.StartsWith("ready", StringComparison.Ordinal) => Outcome.TimeOut,
        ChipException => Outcome.Readback,
        _ => throw new InvalidOperationException($"No means of detection: {error.Message}", error),
    };
}
