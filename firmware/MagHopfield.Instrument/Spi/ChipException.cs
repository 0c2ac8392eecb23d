using System;

namespace MagHopfield.Instrument.Spi;

/// <summary>A chip did not answer as it must: names chip, register, what was expected and what came.</summary>
public sealed class ChipException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="chip">Part and place, as in "ADGS1414D SW3".</param>
    /// <param name="register">Register with its address, as in "SW_DATA (0x01)".</param>
    /// <param name="expected">What the chip should have answered.</param>
    /// <param name="received">What it answered.</param>
    /// <param name="advice">What to look at.</param>
    public ChipException(string chip, string register, string expected, string received, string advice)
        : base(chip + ", register " + register + ": expected " + expected + ", received " + received + "; " + advice + ".")
    {
        Chip = chip;
        Register = register;
        Expected = expected;
        Received = received;
    }

    /// <summary>Part and place.</summary>
    public string Chip { get; }

    /// <summary>Register with its address.</summary>
    public string Register { get; }

    /// <summary>What the chip should have answered.</summary>
    public string Expected { get; }

    /// <summary>What it answered.</summary>
    public string Received { get; }

    /// <summary>A register value as hexadecimal text, "0x0876".</summary>
    /// <param name="value">Value.</param>
    /// <param name="bytes">Width of the register in bytes, 1 … 3.</param>
    public static string Hex(int value, int bytes) => "0x" + value.ToString(bytes == 1 ? "X2" : bytes == 2 ? "X4" : "X6");
}
