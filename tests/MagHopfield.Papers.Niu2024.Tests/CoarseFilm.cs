using MagHopfield.Film.Parameters;

namespace MagHopfield.Papers.Niu2024.Tests;

/// <summary>The paper's film on a coarse mesh, quick enough for tests.</summary>
internal static class CoarseFilm
{
    public static readonly FilmParameters Parameters = FilmParameters.Preset("niu2024") with
    {
        Geometry = FilmParameters.Preset("niu2024").Geometry with { CellsX = 32, CellsY = 32 },
    };
}
