namespace MagHopfield.Instrument.Scpi;

/// <summary>What a command takes as a parameter.</summary>
public enum ParameterType
{
    /// <summary>A number, with its unit or without; also MINimum, MAXimum, DEFault.</summary>
    Number,

    /// <summary>A whole number; also MINimum, MAXimum, DEFault.</summary>
    Integer,

    /// <summary>ON, OFF or a number, 0 for OFF.</summary>
    Boolean,

    /// <summary>One of some words.</summary>
    Choice,

    /// <summary>A pattern in quotes, as in "+ - + -".</summary>
    Pattern,

    /// <summary>Text in quotes.</summary>
    Text,

    /// <summary>Numbers with commas between, or one block of them.</summary>
    Values,
}
