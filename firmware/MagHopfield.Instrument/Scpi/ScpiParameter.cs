namespace MagHopfield.Instrument.Scpi;

/// <summary>A parameter of a command: what it may be. Its declaration is all that parser, help and documentation know of it.</summary>
public sealed class ScpiParameter
{
    private static readonly string[] NoWords = new string[0];

    private ScpiParameter(string name, ParameterType type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>Name in the syntax.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public ParameterType Type { get; }

    /// <summary>Base unit as it is written after a number, "V"; empty for none.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Smallest value, in the base unit.</summary>
    public double Minimum { get; private set; }

    /// <summary>Largest value, in the base unit; of values, how many there must be; of a text, its greatest length.</summary>
    public double Maximum { get; private set; }

    /// <summary>Value of DEFault and of *RST, in the base unit; of a choice the index of the word.</summary>
    public double Default { get; private set; }

    /// <summary>Words of a choice, with the short form in capitals.</summary>
    public string[] Words { get; private set; } = NoWords;

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; private set; }

    /// <summary>A number.</summary>
    /// <param name="name">Name in the syntax.</param>
    /// <param name="unit">Base unit, empty for none.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="initial">Value of DEFault and *RST.</param>
    public static ScpiParameter Number(string name, string unit, double minimum, double maximum, double initial) =>
        new ScpiParameter(name, ParameterType.Number) { Unit = unit, Minimum = minimum, Maximum = maximum, Default = initial };

    /// <summary>A whole number.</summary>
    /// <param name="name">Name in the syntax.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="initial">Value of DEFault and *RST.</param>
    public static ScpiParameter Integer(string name, double minimum, double maximum, double initial) =>
        new ScpiParameter(name, ParameterType.Integer) { Minimum = minimum, Maximum = maximum, Default = initial };

    /// <summary>ON or OFF.</summary>
    /// <param name="name">Name in the syntax.</param>
    /// <param name="initial">Value of *RST.</param>
    public static ScpiParameter Boolean(string name, bool initial) =>
        new ScpiParameter(name, ParameterType.Boolean) { Maximum = 1, Default = initial ? 1 : 0 };

    /// <summary>One of some words.</summary>
    /// <param name="name">Name in the syntax.</param>
    /// <param name="words">Words, with the short form in capitals.</param>
    /// <param name="initial">Index of the word of *RST.</param>
    public static ScpiParameter Choice(string name, string[] words, int initial) =>
        new ScpiParameter(name, ParameterType.Choice) { Words = words, Maximum = words.Length - 1, Default = initial };

    /// <summary>A pattern.</summary>
    /// <param name="nodeCount">Number of signs.</param>
    public static ScpiParameter Pattern(int nodeCount) => new ScpiParameter("pattern", ParameterType.Pattern) { Maximum = nodeCount };

    /// <summary>Text.</summary>
    /// <param name="name">Name in the syntax.</param>
    /// <param name="longest">Greatest length.</param>
    public static ScpiParameter Text(string name, int longest) => new ScpiParameter(name, ParameterType.Text) { Maximum = longest };

    /// <summary>A number of values.</summary>
    /// <param name="name">Name in the syntax.</param>
    /// <param name="count">How many there must be.</param>
    /// <param name="unit">Unit of each; not written.</param>
    public static ScpiParameter Values(string name, int count, string unit) =>
        new ScpiParameter(name, ParameterType.Values) { Maximum = count, Unit = unit };

    /// <summary>The same parameter, which may be left out.</summary>
    public ScpiParameter Optional()
    {
        IsOptional = true;
        return this;
    }
}
