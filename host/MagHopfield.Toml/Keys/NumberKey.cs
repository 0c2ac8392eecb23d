namespace MagHopfield.Toml.Keys;

/// <summary>A real number in a range.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">SI unit; empty for a pure number.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record NumberKey(string Name, string Unit, string Meaning) : FileKey(Name, Meaning)
{
    /// <summary>Smallest value.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Whether the smallest value itself is refused.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>Largest value.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Value where the key is absent; null makes it required.</summary>
    public double? Default { get; init; }

    /// <inheritdoc/>
    public override KeyDeclaration Declaration => Declare("number", Unit, Range, Default is double value ? Shown(value) : null);

    private string Range
    {
        get
        {
            string above = IsExclusive ? $"> {Shown(Minimum)}" : $"≥ {Shown(Minimum)}";
            return (double.IsFinite(Minimum), double.IsFinite(Maximum)) switch
            {
                (true, true) => IsExclusive ? $"{above}, ≤ {Shown(Maximum)}" : $"{Shown(Minimum)} to {Shown(Maximum)}",
                (true, false) => above,
                (false, true) => $"≤ {Shown(Maximum)}",
                _ => "any",
            };
        }
    }

    /// <summary>A number greater than zero.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    public static NumberKey Positive(string name, string unit, string meaning) => new(name, unit, meaning) { Minimum = 0, IsExclusive = true };

    /// <summary>A number of at least zero.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    public static NumberKey NotNegative(string name, string unit, string meaning) => new(name, unit, meaning) { Minimum = 0 };

    /// <summary>Reads it.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="inherited">Value where the key is absent, before its own default.</param>
    /// <exception cref="ProblemFileException">It is missing, no number or out of its range.</exception>
    public double Read(TomlSection section, double? inherited = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Number(Name, Unit, Minimum, Maximum, inherited ?? Default, IsExclusive);
    }
}
