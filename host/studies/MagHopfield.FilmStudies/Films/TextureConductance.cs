using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Films;

/// <summary>G of stored textures for any AMR ratio: the dynamics does not depend on it.</summary>
/// <param name="film">The film.</param>
public sealed class TextureConductance(FilmParameters film)
{
    private readonly ConductorGrid _grid = new(film.Geometry, film.Electrodes);

    /// <summary>G in siemens of a texture.</summary>
    /// <param name="texture">Unit magnetisation: x, y, z of each cell.</param>
    /// <param name="amrRatio">a, no unit.</param>
    public ConductanceMatrix Of(double[][] texture, double amrRatio)
    {
        SheetConductance sheet = new(_grid.Cells.Length);
        new AnisotropicMagnetoresistance(film.Transport with { AmrRatio = amrRatio }, film.Geometry.Thickness)
            .Fill<double>(_grid, texture[0], texture[1], sheet);
        return new ConductorSolver(_grid, film.Transport.SolverTolerance).Solve(sheet);
    }

    /// <summary>G in siemens of the film saturated out of its plane (Niu 2024, "Inference process", step 7: 1 T).</summary>
    /// <param name="amrRatio">a, no unit.</param>
    public ConductanceMatrix Saturated(double amrRatio) => Of([new double[_grid.Cells.Length], new double[_grid.Cells.Length]], amrRatio);
}
