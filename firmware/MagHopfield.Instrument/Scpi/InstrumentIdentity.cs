using System;

namespace MagHopfield.Instrument.Scpi;

/// <summary>The four fields of *IDN? (IEEE 488.2, 10.14).</summary>
public sealed class InstrumentIdentity
{
    /// <summary>Makes an identity.</summary>
    /// <param name="manufacturer">Who made it.</param>
    /// <param name="model">What it is.</param>
    /// <param name="serial">Serial number, "0" for none.</param>
    /// <param name="version">Version of the firmware.</param>
    /// <exception cref="ArgumentException">A field is empty, or has a comma, a semicolon or anything but printing characters.</exception>
    public InstrumentIdentity(string manufacturer, string model, string serial, string version)
    {
        Answer = Field(manufacturer) + "," + Field(model) + "," + Field(serial) + "," + Field(version);
    }

    /// <summary>The answer to *IDN?.</summary>
    public string Answer { get; }

    private static string Field(string text)
    {
        bool isFit = text.Length > 0;
        for (int i = 0; i < text.Length; i++)
            isFit &= text[i] >= ' ' && text[i] <= '~' && text[i] != ',' && text[i] != ';';

        return isFit ? text : throw new ArgumentException("A field of *IDN? is \"" + text
            + "\"; write printing characters without comma and semicolon.");
    }
}
