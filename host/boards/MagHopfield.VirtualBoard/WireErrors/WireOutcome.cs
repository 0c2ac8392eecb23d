using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.VirtualBoard.WireErrors;

/// <summary>What became of one wrong bit.</summary>
public enum WireOutcome
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
    public static WireOutcome By(Exception error) => error switch
    {
        MeasurementException => WireOutcome.Consistency,
        ChipException chip when chip.Expected.StartsWith("CRC", StringComparison.Ordinal) => WireOutcome.CheckByte,
        ChipException chip when chip.Expected.StartsWith("alignment", StringComparison.Ordinal) => WireOutcome.AlignmentByte,
        ChipException chip when chip.Expected == "no fault" => WireOutcome.ErrorFlags,
        ChipException chip when chip.Expected.StartsWith("ready", StringComparison.Ordinal) => WireOutcome.TimeOut,
        ChipException => WireOutcome.Readback,
        _ => throw new InvalidOperationException($"No means of detection: {error.Message}", error),
    };
}
