namespace MagHopfield.Toml.Keys;

/// <summary>An array of points of two coordinates.</summary>
/// <param name="Name">Name.</param>
/// <param name="Unit">SI unit of the coordinates.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Minimum">Smallest number of points.</param>
public sealed record PointsKey(string Name, string Unit, string Meaning, int Minimum) : FileKey(Name, Meaning)
{
    /// <inheritdoc/>
    public override KeyDeclaration Declaration => Declare("array of [x, y]", Unit, $"at least {Minimum} points", null);

    /// <summary>Reads it.</summary>
    /// <param name="section">Its section.</param>
    /// <exception cref="ProblemFileException">It is missing, or no array of points.</exception>
    public (double X, double Y)[] Read(TomlSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Points(Name, Minimum, Unit);
    }
}
