using MagHopfield.Film.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Film.Checking;

/// <summary>Finds what is probably not meant in a film that could be read: numbers in other units, electrodes of another film.</summary>
public static class FilmCheck
{
    /// <summary>The findings about the film's part of a file, in the order of its lines.</summary>
    /// <param name="root">Root of the file.</param>
    /// <param name="film">The film that was read from it.</param>
    public static IReadOnlyList<Finding> Of(TomlSection root, FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(film);
        FilmFindings findings = new(root);
        LengthChecks.Of(film, findings);
        ElectrodeChecks.Of(film, findings);
        MagnetismChecks.Of(film, findings);
        ConductorChecks.Of(film, findings);
        SimulationChecks.Of(film, findings);
        FilmTermChecks.Of(film, root.Source, findings);
        return [.. findings.All.OrderBy(f => f.Line)];
    }
}
