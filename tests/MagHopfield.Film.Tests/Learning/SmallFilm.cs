using MagHopfield.Film.Parameters;

namespace MagHopfield.Film.Tests.Learning;

/// <summary>The paper's film on a coarse mesh with short pulses, for tests of behaviour rather than of physics.</summary>
internal static class SmallFilm
{
    public static readonly FilmParameters Parameters = FilmParameters.Preset("niu2024") with
    {
        Geometry = FilmParameters.Preset("niu2024").Geometry with { CellsX = 24, CellsY = 24 },
        Simulation = new PulseParameters(10, 20e-9, 1e-9),
    };
}
